import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import type { Entry } from './queries.ts';

const TONES = { answers: 'done', coming: 'waits', over: 'gone', unpublished: 'works' } as const;

export function StandingMark({ standing }: { standing: keyof typeof TONES }) {
  return <Mark tone={TONES[standing]}>{t(`knowledge.standing.${standing}`)}</Mark>;
}

/** The newest version is not the one in use: it waits to be put into use. */
export function PendingMark({ entry }: { entry: Pick<Entry, 'status' | 'publishedVersion'> }) {
  if (entry.status === 'reviewed') return <Mark tone="waits">{t('knowledge.reviewedMark')}</Mark>;
  if (entry.status !== 'draft' || entry.publishedVersion === null) return null;
  return <Mark tone="waits">{t('knowledge.pending')}</Mark>;
}
