import type { IncidentItem } from '../../api/data-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';

type Told = Pick<IncidentItem, 'isDrill' | 'reportBy' | 'authorityToldAt' | 'closedAt'>;

/** Whether it is a drill, and whether its clock runs, has run out or is met. */
export function IncidentMark({ incident: { isDrill, reportBy, authorityToldAt, closedAt } }: { incident: Told }) {
  const words = t(isDrill ? 'data.incidents.drill' : 'data.incidents.real');
  if (closedAt !== null || authorityToldAt !== null) return <Mark tone="done">{words}</Mark>;
  return <Mark tone={Date.parse(reportBy) <= Date.now() ? 'late' : 'waits'}>{words}</Mark>;
}
