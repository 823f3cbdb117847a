import type { RequestData } from '../../api/queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import classes from './advice.module.css';

type Advice = NonNullable<RequestData['advice']>;

const TONES = { eligible: 'done', 'not-yet': 'late', officer: 'waits' } as const;

/** How the request stands by the rules, each with its source and how certain it is, and what could be got. The officer decides. */
export function AdvicePanel({ advice: { verdict, reasons, estimate } }: { advice: Advice }) {
  return (
    <div className={classes.panel}>
      <p className={classes.verdict}>
        <Mark tone={TONES[verdict]}>{t(`review.advice.verdict.${verdict}`)}</Mark>
      </p>
      <p className={classes.note}>{t('review.advice.note')}</p>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.text} ${reason.source}`}>
            <Mark tone={TONES[reason.verdict]}>
              <span className={classes.text}>{reason.text}</span>
              <span className={classes.word}>{t(`review.advice.verdict.${reason.verdict}`)}</span>
            </Mark>
            {reason.todo === undefined ? null : <p>{t('review.advice.todo', { todo: reason.todo })}</p>}
            <Source of={reason} />
          </li>
        ))}
      </ul>
      {estimate === null ? null : <Estimate estimate={estimate} />}
    </div>
  );
}

function Estimate({ estimate: { price, sums } }: { estimate: NonNullable<Advice['estimate']> }) {
  return (
    <>
      <h3>{t('review.advice.sums', { price })}</h3>
      <ul className={classes.sums}>
        {sums.map((sum) => (
          <li key={`${sum.where} ${sum.source}`}>
            <p>
              {sum.where}: <strong>{t('review.advice.atMost', { support: sum.support })}</strong>
              {', '}
              {t('review.advice.own', { own: sum.ownCapital })}
            </p>
            <Source of={sum} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Source({ of: { source, certainty } }: { of: { source?: string; certainty?: string } }) {
  if (source === undefined) return null;
  return (
    <p className={classes.source}>
      {source} · {certainty}
    </p>
  );
}
