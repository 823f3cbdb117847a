import { Icon } from '../../parts/icon.tsx';
import message from '../../parts/message.module.css';
import { sayDeparture } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './preview.module.css';

type Sending =
  | { kind: 'now' | 'sample' }
  | { kind: 'later'; at: string }
  | { kind: 'impossible'; reason: 'erased' | 'unreachable' };

type Message = { paragraphs: string[]; choices: { key: string; label: string }[] };

/** A message as the person will read it, with its choices, and when it leaves; null: they are told nothing. */
export function Told({ told, sending }: { told: Message | null; sending: Sending }) {
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

function whenWords(sending: Sending): string {
  if (sending.kind === 'later') return t('review.when.later', { moment: sayDeparture(new Date(sending.at)) });
  if (sending.kind === 'impossible') return t(`review.when.${sending.reason}`);
  return t(`review.when.${sending.kind}`);
}
