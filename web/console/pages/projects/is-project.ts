import type { RequestData } from '../../api/queries.ts';

type Status = RequestData['status'];

const PROJECT: readonly Status[] = [
  ...(['accepted', 'proposed', 'approved', 'contracted', 'in-progress', 'amendment-asked'] as const),
  ...(['inspected', 'settled', 'closed', 'stopped'] as const),
];

/** Whether a request is one, or may become one: accepted or further. */
export function isProject(status: Status): boolean {
  return PROJECT.includes(status);
}
