import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import classes from './marks.module.css';

type Tone = 'waits' | 'late' | 'done' | 'gone' | 'lost';

/** A status is a word with a shape; the colour only repeats them. */
const SHAPES: Record<Tone, ReactNode> = {
  waits: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  late: <path d="M6 .8L11.5 11H.5z" fill="currentColor" />,
  done: <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  gone: <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  lost: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${classes.mark} ${classes[tone]}`}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}

/** Rows of the sample centre are marked wherever they show. */
export function SampleTag() {
  return <span className={classes.sample}>{t('sample.tag')}</span>;
}

export function RequestMark({ status }: { status: string }) {
  if (status === 'submitted') return <Mark tone="waits">{t('request.status.submitted')}</Mark>;
  if (status === 'in-review') return <Mark tone="done">{t('request.status.in-review')}</Mark>;
  if (status === 'withdrawn') return <Mark tone="gone">{t('request.status.withdrawn')}</Mark>;
  return <Mark tone="gone">{t('request.status.erased')}</Mark>;
}

export function QuestionMark({ status, promisedAt }: { status: string; promisedAt: string | null }) {
  if (status === 'answered') return <Mark tone="done">{t('question.status.answered')}</Mark>;
  if (status === 'closed') return <Mark tone="gone">{t('question.status.closed')}</Mark>;
  const isLate = promisedAt !== null && Date.parse(promisedAt) < Date.now();
  if (isLate) return <Mark tone="late">{t('question.status.late')}</Mark>;
  return <Mark tone="waits">{t('question.status.waiting')}</Mark>;
}
