import type { RequestData } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './history.module.css';

type Event = RequestData['events'][number];

/** What has happened to a request, in order: what, who, when, and what the officer said. */
export function History({ request }: { request: RequestData }) {
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
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What an event carries, in words; of an erased dossier nothing is left. */
function saidIn({ kind, data }: Event, items: RequestData['items']): string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const { items: back, message, text } = data;
  // Whoever refuses an amendment says why.
  const [reason, note] = kind === 'amendment-refused' ? [data.note] : [data.reason, data.note];
  const remarks = Array.isArray(back) ? back.flatMap((item) => remarkOf(item, items)) : [];
  return [
    ...remarks,
    ...(typeof reason === 'string' ? [t('review.history.reason', { text: reason })] : []),
    ...[message, note].flatMap((said) =>
      typeof said === 'string' ? [t('review.history.message', { text: said })] : [],
    ),
    ...(typeof text === 'string' ? [`“${text}”`] : []),
  ];
}

function remarkOf(item: unknown, items: RequestData['items']): string[] {
  if (typeof item !== 'object' || item === null || !('questionId' in item) || !('remark' in item)) return [];
  const { questionId, remark } = item;
  const label = items.find(({ id }) => id === questionId)?.label ?? String(questionId);
  return [t('review.history.remark', { label, remark: String(remark) })];
}
