import { COURSE, mayChooseCourse } from '../courses/chosen-course.ts';
import { PROGRAMMES } from '../programmes/programmes.ts';
import { PHOTOS } from './photos.ts';
import type { ApplicationStatus } from './status.ts';

/** The questions of the request with which every dossier begins. */
const OF_REQUEST: ReadonlySet<string> = new Set(PROGRAMMES.flatMap(({ form }) => form.questions.map(({ id }) => id)));

/** Until its sums are approved, photos may come with it before the person says of which paper they are. */
const TAKES_PHOTOS: readonly ApplicationStatus[] = [
  'draft',
  'submitted',
  'in-review',
  'needs-papers',
  'accepted',
  'proposed',
];

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
  if (questionId === PHOTOS) return TAKES_PHOTOS.includes(status);
  if (questionId === COURSE) return mayChooseCourse(status);
  const isDetail = !OF_REQUEST.has(questionId);
  switch (status) {
    // What is told early of the details is kept with the request.
    case 'draft':
      return true;
    case 'submitted':
      return isDetail;
    case 'in-review':
    case 'accepted':
    case 'proposed':
      return isDetail && !isAnswered;
    case 'needs-papers':
      return returnedIds.includes(questionId) || (isDetail && !isAnswered);
    default:
      return false;
  }
}
