import type { ConversationEntry } from '../api/queries.ts';
import { Mark } from '../parts/marks.tsx';
import { sayClock, sayDeparture, sayMoment } from '../text/say-time.ts';
import { t, tell } from '../words/words.ts';
import classes from './conversation.module.css';

type ToPerson = Extract<ConversationEntry['said'], { by: 'centre' }>;

/** What became of a message: on its way, waiting for the morning, sent, read, or lost and why. */
export function Outcome({ said }: { said: ToPerson }) {
  const { status, seenAt, outcome } = said;
  const notBefore = outcome === undefined ? undefined : new Date(outcome.notBefore);
  const reason = outcome?.reason == null ? undefined : tell(`outcome.reason.${outcome.reason}`);
  const tone =
    seenAt !== null || status === 'sent'
      ? 'done'
      : status === 'failed'
        ? 'lost'
        : status === 'skipped'
          ? 'gone'
          : 'waits';

  const words = (): string => {
    if (seenAt !== null) return t('outcome.seen', { moment: sayMoment(new Date(seenAt)) });
    if (status === 'sent') {
      const at = outcome?.settledAt == null ? '' : sayClock(new Date(outcome.settledAt));
      return t('outcome.sent', { at });
    }
    if (status === 'waiting' && notBefore !== undefined && notBefore.getTime() > Date.now()) {
      return t('outcome.planned', { moment: sayDeparture(notBefore) });
    }
    if (status === 'failed') return t('outcome.failed');
    if (status === 'skipped') return t('outcome.skipped');
    if (status === 'ambiguous') return t('outcome.ambiguous');
    return reason === undefined ? t('outcome.sending') : t('outcome.waiting');
  };

  return (
    <p className={classes.outcome}>
      <Mark tone={tone}>{words()}</Mark>
      {reason === undefined ? null : <span>{reason}</span>}
    </p>
  );
}
