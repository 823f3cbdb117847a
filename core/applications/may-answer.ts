import { PROGRAMMES } from '../programmes/programmes.ts';
import { PHOTOS } from './photos.ts';
import type { ApplicationStatus } from './status.ts';

/** The questions of the request with which every dossier begins, and the photos that came with it. */
const OF_REQUEST: ReadonlySet<string> = new Set([
  ...PROGRAMMES.flatMap(({ form }) => form.questions.map(({ id }) => id)),
  PHOTOS,
]);

/**
 * Whether the person may answer this question now. `isAnswered`: it has an answer already. `returnedIds`: what came back
 * from the officer and waits (`returnedItems`), answered meanwhile or not: until it is sent again it can be mended.
 */
export function mayAnswer({
  status,
  questionId,
  isAnswered,
  returnedIds,
}: {
  status: ApplicationStatus;
  questionId: string;
  isAnswered: boolean;
  returnedIds: readonly string[];
}): boolean {
  const isDetail = !OF_REQUEST.has(questionId);
  switch (status) {
    case 'draft':
      return !isDetail;
    case 'submitted':
      return isDetail;
    case 'in-review':
    case 'accepted':
      return isDetail && !isAnswered;
    case 'needs-papers':
      return returnedIds.includes(questionId) || (isDetail && !isAnswered);
    default:
      return false;
  }
}
