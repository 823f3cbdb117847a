import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';

const TONES = { open: 'done', coming: 'waits', past: 'gone', withdrawn: 'lost' } as const;

export function WindowMark({ state }: { state: keyof typeof TONES }) {
  return <Mark tone={TONES[state]}>{t(`windows.state.${state}`)}</Mark>;
}
