import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import type { AnnouncementItem } from './queries.ts';

const TONES = {
  draft: 'gone',
  asked: 'waits',
  held: 'waits',
  sending: 'works',
  paused: 'waits',
  sent: 'done',
  stopped: 'refused',
} as const;

export function AnnouncementMark({ state }: { state: AnnouncementItem['state'] }) {
  return <Mark tone={TONES[state]}>{t(`announce.state.${state}`)}</Mark>;
}
