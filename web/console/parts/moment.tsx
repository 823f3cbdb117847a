import { sayAgo, sayClock, sayFullDate, sayMoment } from '../text/say-time.ts';
import { t } from '../words/words.ts';

/** When something was: near for the screen, exact for whoever hovers, and by its date on paper, which is read later. */
export function Moment({ at, ago = false }: { at: string; ago?: boolean }) {
  const instant = new Date(at);
  const exact = t('time.onPaper', { clock: sayClock(instant), day: sayFullDate(instant) });
  return (
    <time dateTime={at} title={exact}>
      <span className="no-print">{ago ? sayAgo(instant) : sayMoment(instant)}</span>
      <span className="print-only">{exact}</span>
    </time>
  );
}
