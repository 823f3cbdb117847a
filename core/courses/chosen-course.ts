import * as z from 'zod';
import type { ApplicationStatus } from '../applications/status.ts';

/** The id under which a dossier keeps the course that its person chose; no question of a form may bear it. */
export const COURSE = 'course';

/** Which course, and what it was called and when it was to be at that time; what holds today is with the course itself. */
const chosenCourse = z.object({
  courseId: z.string(),
  title: z.string(),
  /** ISO days. */
  startsOn: z.string(),
  endsOn: z.string(),
  /** It is not held after all; written by the deed that cancels it, and taken away by the one that undoes that. */
  isOff: z.literal(true).optional(),
});
export type ChosenCourse = z.infer<typeof chosenCourse>;

/** The chosen course among the values that a dossier keeps. */
export function readChosenCourse(kept: unknown): ChosenCourse | undefined {
  const parsed = chosenCourse.safeParse(kept);
  return parsed.success ? parsed.data : undefined;
}

/** The id of the chosen course, as long as it is held: what it says itself is not asked of who chose it. */
export function findHeldCourse(kept: unknown): string | undefined {
  const chosen = readChosenCourse(kept);
  return chosen?.isOff === true ? undefined : chosen?.courseId;
}

const CHOOSES: readonly ApplicationStatus[] = ['draft', 'submitted', 'in-review', 'needs-papers', 'accepted'];

/** A request that counts: sent, and neither withdrawn, declined nor stopped. */
export const ENROLLED: readonly ApplicationStatus[] = [
  ...CHOOSES.filter((status) => status !== 'draft'),
  ...(['proposed', 'approved', 'contracted', 'in-progress', 'amendment-asked'] as const),
  ...(['inspected', 'settled', 'closed'] as const),
];

/** Until it is in a proposed plan the person of a dossier may choose a course. */
export function mayChooseCourse(status: ApplicationStatus): boolean {
  return CHOOSES.includes(status);
}
