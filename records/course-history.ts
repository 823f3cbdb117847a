import type { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';

/** One deed of an officer with a course, with the course as it was then. */
export type CourseDeed = {
  id: string;
  at: Date;
  /** course.created, course.changed, course.published, course.cancelled, course.undone */
  action: string;
  officer: string | null;
  /** Its fields by name, as `flattenCourse` writes them. */
  data: Prisma.JsonValue;
};

const MOST_DEEDS = 50;
/** Looking at the list of people is no change. */
const NO_DEED = 'course.read';

/** The latest first. */
export async function listCourseDeeds(db: Db, courseId: string): Promise<CourseDeed[]> {
  const rows = await db.auditEntry.findMany({
    where: { subjectKind: 'Course', subjectId: courseId, action: { not: NO_DEED } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_DEEDS,
  });
  const officers = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(officers.map(({ id, name }) => [id, name]));
  return rows.map(({ id, at, action, actorId, data }) => ({
    ...{ id, at, action, data },
    officer: actorId === null ? null : (nameOf.get(actorId) ?? null),
  }));
}
