import type { QuestionData } from '../../api/queries.ts';
import message from '../../parts/message.module.css';
import { sayMoment } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';
import classes from './why.module.css';

type Why = QuestionData['why'];
type Kept = Extract<Why, { kind: 'kept' }>;

/** What the assistant said to this question, and why. */
export function WhyAnswered({ question }: { question: QuestionData }) {
  const { why, kind } = question;
  const isWrong = kind === 'wrong-answer';
  if (why.kind === 'not-asked') return null;
  return (
    <section className={classes.why} aria-label={t('asked.why.section')}>
      {isWrong ? <WrongAnswer reply={why.reply} /> : null}
      {why.kind === 'gone' ? (
        <p className={classes.quiet}>{t('asked.why.gone')}</p>
      ) : (
        <details className={classes.details} open={isWrong}>
          <summary className={classes.summary}>{t(summaryOf(why))}</summary>
          <Explained why={why} />
        </details>
      )}
    </section>
  );
}

function WrongAnswer({ reply }: { reply: string | null }) {
  return (
    <>
      <p className={classes.wrong}>{t('asked.wrong.said')}</p>
      {reply === null ? (
        <p className={classes.quiet}>{t('asked.wrong.replyGone')}</p>
      ) : (
        <div className={message.shown}>
          <p className={message.label}>{t('asked.wrong.reply')}</p>
          <div className={message.bubble}>{reply}</div>
        </div>
      )}
    </>
  );
}

function summaryOf({ trace }: Kept): 'asked.why.refused' | 'asked.why.offered' | 'asked.why.told' {
  if (trace.kind === 'none') return 'asked.why.refused';
  return trace.kind === 'choices' ? 'asked.why.offered' : 'asked.why.told';
}

function Explained({ why }: { why: Kept }) {
  const { trace, explanation, at } = why;
  const { sure, needed } = explanation;
  const percents = { sure: percent(sure ?? 0), needed: percent(needed ?? 0) };
  return (
    <div className={classes.explained}>
      <p>{t(`asked.why.reason.${explanation.reason}`, percents)}</p>
      <Part title={t('asked.why.read')}>
        <p className={classes.read}>“{trace.read}”</p>
        {trace.before === undefined ? null : <p className={classes.quiet}>{t('asked.why.followUp')}</p>}
      </Part>
      <Part title={t('asked.why.considered')}>
        {trace.candidates.length > 0 ? (
          <Candidates items={trace.candidates} />
        ) : trace.articles.length > 0 ? (
          <ul className={classes.plain}>
            {trace.articles.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        ) : (
          <p className={classes.quiet}>{t('asked.why.nothingConsidered')}</p>
        )}
      </Part>
      {trace.rates === undefined ? null : <Rates priceVnd={trace.priceVnd} rates={trace.rates} />}
      <p className={classes.quiet}>
        {t('asked.why.made', { moment: sayMoment(new Date(at)), version: trace.libraryVersion })}
      </p>
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h2 className={classes.part}>{title}</h2>
      {children}
    </div>
  );
}

/** How sure in words first, then as a bar and a number. */
function Candidates({ items }: { items: Kept['trace']['candidates'] }) {
  return (
    <ul className={classes.candidates}>
      {items.map(({ id, title, confidence, sureness, isTold }) => (
        <li key={id} className={classes.candidate}>
          <span className={isTold ? classes.told : undefined}>
            {title}
            {isTold ? <span className={classes.mark}> {t('asked.why.isTold')}</span> : null}
          </span>
          <span className={`${classes.sure} numbers`}>
            {t(`asked.why.sureness.${sureness}`)} · {percent(confidence)} %
          </span>
          <span className={classes.bar} aria-hidden="true">
            <span className={classes.fill} style={{ width: `${Math.max(2, percent(confidence))}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Rates({ priceVnd, rates }: { priceVnd: number | undefined; rates: NonNullable<Kept['trace']['rates']> }) {
  return (
    <Part title={t('asked.why.rates')}>
      {priceVnd === undefined ? null : <p>{t('asked.why.price', { price: sayVnd(priceVnd) })}</p>}
      <ul className={classes.plain}>
        {rates.map((rate) => (
          <li key={rate.id}>
            {t('asked.why.rate', {
              scope: t(`asked.why.scope.${rate.scope}`),
              amount: sayVnd(rate.amountVnd),
              percent: rate.percent,
              ceiling: sayVnd(rate.ceilingVnd),
              source: rate.article === undefined ? rate.document : `${rate.document}, ${rate.article}`,
              certainty: tell(`asked.why.certainty.${rate.certainty}`) ?? rate.certainty,
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}

/** "400.000.000 đồng" */
function sayVnd(vnd: number): string {
  return t('asked.why.vnd', { amount: vnd.toLocaleString('vi-VN') });
}
