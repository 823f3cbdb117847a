import type { CourseItem } from '../../api/course-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';

const TONES = { draft: 'works', open: 'done', closed: 'waits', over: 'gone', cancelled: 'lost' } as const;

export function CourseMark({ stage }: { stage: CourseItem['stage'] }) {
  return <Mark tone={TONES[stage]}>{t(`courses.stage.${stage}`)}</Mark>;
}
