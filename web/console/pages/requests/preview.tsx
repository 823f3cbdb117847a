import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import message from '../../parts/message.module.css';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayDeparture } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import type { Decision } from './decision.ts';
import classes from './preview.module.css';

const TYPING_MS = 300;

/** The very message that the person would read, with its choices, and when it leaves; made by the server that will write it. */
export function Preview({ id, decision }: { id: string; decision: Decision }) {
  const [settled] = useDebouncedValue(decision, TYPING_MS);
  const preview = useQuery({
    queryKey: ['requests', id, 'preview', settled],
    queryFn: () => read(api.requests[':id'].preview.$post({ param: { id }, json: { decision: settled } })),
    placeholderData: keepPreviousData,
    // Evening comes while an officer writes.
    refetchInterval: 30_000,
    gcTime: 0,
  });
  if (preview.isPending) return <Loading rows={1} />;
  if (preview.data === undefined) {
    return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  }
  const { message: told, sending } = preview.data;
  const isTold = told !== null && (sending.kind === 'now' || sending.kind === 'later');
  return (
    <section aria-label={t('review.dialog.reads')} className={message.shown}>
      {told === null || sending.kind === 'impossible' ? null : (
        <>
          <p className={message.label}>{t('review.dialog.reads')}</p>
          <div className={message.bubble}>
            <div data-testid="shown">{told.paragraphs.join('\n')}</div>
            {told.choices.length === 0 ? null : (
              <ol>
                {told.choices.map(({ key, label }) => (
                  <li key={key}>{label}</li>
                ))}
              </ol>
            )}
          </div>
        </>
      )}
      <p className={classes.when}>
        <Icon name={isTold ? (sending.kind === 'later' ? 'clock' : 'send') : 'warning'} size={18} />
        {told === null ? t('review.when.silent') : whenWords(sending)}
      </p>
    </section>
  );
}

type Sending =
  | { kind: 'now' | 'sample' }
  | { kind: 'later'; at: string }
  | { kind: 'impossible'; reason: 'erased' | 'unreachable' };

function whenWords(sending: Sending): string {
  if (sending.kind === 'later') return t('review.when.later', { moment: sayDeparture(new Date(sending.at)) });
  if (sending.kind === 'impossible') return t(`review.when.${sending.reason}`);
  return t(`review.when.${sending.kind}`);
}
