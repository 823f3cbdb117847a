import type { HappenedEvent } from './event.ts';
import { type ProgressReported, progressReportedData } from './project-data.ts';

/** What was told of the progress of a project (báo cáo tiến độ), by the producer or, in their place, by an officer. */
export type ProgressReport = ProgressReported & { reportedAt: Date; actorId: string | null };

/** All of them, in the order in which they came; several may tell of one month. What was deleted is not among them. */
export function progressReports(events: readonly HappenedEvent[]): ProgressReport[] {
  return events.flatMap(({ kind, at, actorId = null, data }) => {
    const told = kind === 'progress-reported' ? progressReportedData.safeParse(data).data : undefined;
    return told === undefined ? [] : [{ ...told, reportedAt: at, actorId }];
  });
}
