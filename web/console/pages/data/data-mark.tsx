import type { DataRequestItem } from '../../api/data-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';

const TONES = { waiting: 'waits', answered: 'works', done: 'done', refused: 'refused' } as const;

export function DataMark({ state, late }: Pick<DataRequestItem, 'state' | 'late'>) {
  if (late !== null) return <Mark tone="late">{t('data.state.late')}</Mark>;
  return <Mark tone={TONES[state]}>{t(`data.state.${state}`)}</Mark>;
}
