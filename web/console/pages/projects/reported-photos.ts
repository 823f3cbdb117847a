import type { RequestData } from '../../api/queries.ts';

/** The photos of the progress reports, which stand with them. */
export function reportedPhotos(events: RequestData['events']): string[] {
  return events.flatMap(({ kind, data }) => {
    const isReport = kind === 'progress-reported' && typeof data === 'object' && data !== null && !Array.isArray(data);
    return isReport && Array.isArray(data.fileIds) ? data.fileIds.map(String) : [];
  });
}
