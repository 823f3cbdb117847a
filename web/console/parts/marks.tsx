import type { ReactNode } from 'react';
import type { RequestItem } from '../api/queries.ts';
import { t } from '../words/words.ts';
import classes from './marks.module.css';

type Tone = 'waits' | 'late' | 'works' | 'back' | 'done' | 'gone' | 'refused' | 'lost';

/** A status is a word with a shape; the colour only repeats them. */
const SHAPES: Record<Tone, ReactNode> = {
  waits: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  late: <path d="M6 .8L11.5 11H.5z" fill="currentColor" />,
  works: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray="17 8.2" />,
  back: (
    <path d="M5 2L1.5 5.5L5 9M1.5 5.5H10.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  done: <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  gone: <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  refused: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
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

const REQUEST_TONES: Record<RequestItem['status'], Tone> = {
  submitted: 'waits',
  'in-review': 'works',
  'needs-papers': 'back',
  accepted: 'done',
  proposed: 'works',
  approved: 'done',
  contracted: 'done',
  'in-progress': 'works',
  'amendment-asked': 'back',
  inspected: 'done',
  settled: 'done',
  closed: 'done',
  stopped: 'gone',
  declined: 'refused',
  withdrawn: 'gone',
  erased: 'gone',
};

export function RequestMark({ status }: { status: RequestItem['status'] }) {
  return <Mark tone={REQUEST_TONES[status]}>{t(`request.status.${status}`)}</Mark>;
}

/** Late from the first promise on, also when the person was given another time meanwhile. */
export function QuestionMark({ status, firstPromisedAt }: { status: string; firstPromisedAt: string | null }) {
  if (status === 'answered') return <Mark tone="done">{t('question.status.answered')}</Mark>;
  if (status === 'closed') return <Mark tone="gone">{t('question.status.closed')}</Mark>;
  const isLate = firstPromisedAt !== null && Date.parse(firstPromisedAt) <= Date.now();
  if (isLate) return <Mark tone="late">{t('question.status.late')}</Mark>;
  return <Mark tone="waits">{t('question.status.waiting')}</Mark>;
}
