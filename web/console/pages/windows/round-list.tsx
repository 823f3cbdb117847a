import type { WindowPreview } from '../../api/window-queries.ts';
import { sayInstant } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { sayRound } from './say-window.ts';
import classes from './windows.module.css';

type Round = WindowPreview['rounds'][number];

/** The rounds to come: when each leaves, and what people will read. */
export function RoundList({ rounds }: { rounds: Round[] }) {
  return (
    <ol className={classes.rounds}>
      {rounds.map((round) => (
        <li key={round.which}>
          <p className={classes.roundName}>
            {sayRound(round.which)} <span className={classes.quiet}>{sayInstant(round.leavesAt)}</span>
          </p>
          {round.isLost ? (
            <p className={classes.warn}>{t('windows.outcome.lost')}</p>
          ) : (
            <>
              <p className={classes.message}>{round.text}</p>
              <p className={classes.quiet}>{t('windows.page.buttons', { labels: round.choices.join(' · ') })}</p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** How the last line differs for those who left something unfinished or sent it already; the same in every round. */
export function OtherLines({ rounds }: { rounds: Round[] }) {
  const [round] = rounds;
  if (round === undefined || round.text.endsWith(round.draftLine)) return null;
  return (
    <>
      <p className={classes.quiet}>{t('windows.page.draftReads', { line: round.draftLine })}</p>
      <p className={classes.quiet}>{t('windows.page.sentReads', { line: round.sentLine })}</p>
    </>
  );
}
