import { Button } from '@mantine/core';
import type { RequestData } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { sayMoney } from '../../text/money.ts';
import { t, tell } from '../../words/words.ts';
import classes from './history.module.css';
import type { Correcting } from './use-correction.tsx';

type Event = RequestData['events'][number];

/** What has happened to a request, in order: what, who, when, and what the officer said. */
export function History({ request, correcting }: { request: RequestData; correcting: Correcting }) {
  return (
    <ol className={classes.history}>
      {request.events.map((event) => (
        <li key={event.id}>
          <span className={classes.when}>
            <Moment at={event.at} />
          </span>
          <span>
            {tell(`event.${event.kind}`) ?? event.kind}
            {event.actorKind === 'officer' ? ` · ${event.actorName ?? t('conversation.officer')}` : ''}
            {saidIn(event, request.items).map((line) => (
              <span key={line} className={classes.said}>
                {line}
              </span>
            ))}
            <Undo event={event} items={request.items} correcting={correcting} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Only of the last correction of an answer, while that answer is as it left it. */
function Undo({ event, items, correcting }: { event: Event; items: RequestData['items']; correcting: Correcting }) {
  const { correction, id: undoes } = event;
  if (correction?.mayUndo !== true) return null;
  const { questionId, label, after: text } = correction;
  const seen = items.find(({ id }) => id === questionId)?.answeredAt ?? null;
  return (
    <Button
      className={`${classes.undo} no-print`}
      variant="subtle"
      aria-label={t('review.correct.undoItem', { label })}
      onClick={() => correcting.open({ questionId, label, text, seen, undoes })}
    >
      {t('review.correct.undo')}
    </Button>
  );
}

/** What an event carries, in words; of an erased dossier nothing is left. */
function saidIn({ kind, data, correction }: Event, items: RequestData['items']): string[] {
  if (correction !== undefined) return corrected(correction);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const { items: back, message, text } = data;
  // Whoever refuses an amendment says why.
  const [reason, note] = kind === 'amendment-refused' ? [data.note] : [data.reason, data.note];
  const remarks = Array.isArray(back) ? back.flatMap((item) => remarkOf(item, items)) : [];
  return [
    ...advanced(kind, data),
    ...remarks,
    ...(typeof reason === 'string' ? [t('review.history.reason', { text: reason })] : []),
    ...[message, note].flatMap((said) =>
      typeof said === 'string' ? [t('review.history.message', { text: said })] : [],
    ),
    ...(typeof text === 'string' ? [`“${text}”`] : []),
  ];
}

/** "Quốc gia: 60 triệu đồng, ngày 1/7/2027": what was paid or given back, by the fund it came from. */
function advanced(kind: string, { nationalVnd, localVnd, paidOn, returnedOn }: Record<string, unknown>): string[] {
  const day = kind === 'advance-paid' ? paidOn : returnedOn;
  if (!kind.startsWith('advance-') || typeof day !== 'string') return [];
  return [['national', nationalVnd] as const, ['local', localVnd] as const].flatMap(([fund, vnd]) =>
    typeof vnd === 'number' && vnd > 0
      ? [t(`review.history.advance.${fund}`, { sum: sayMoney(vnd), day: sayIsoDay(day) })]
      : [],
  );
}

function corrected({ label, before, after, askedBy, reason, isUndo }: NonNullable<Event['correction']>): string[] {
  const or = (text: string): string => (text === '' ? t('review.correct.nothing') : text);
  const by = tell(`review.correct.by.${askedBy}`) ?? askedBy;
  return [
    ...(isUndo ? [t('review.correct.undone')] : []),
    t('review.correct.history', { label, before: or(before), after: or(after) }),
    t('review.correct.historyBy', { by, reason }),
  ];
}

function remarkOf(item: unknown, items: RequestData['items']): string[] {
  if (typeof item !== 'object' || item === null || !('questionId' in item) || !('remark' in item)) return [];
  const { questionId, remark } = item;
  const label = items.find(({ id }) => id === questionId)?.label ?? String(questionId);
  return [t('review.history.remark', { label, remark: String(remark) })];
}
