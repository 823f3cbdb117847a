import { Hono } from 'hono';
import { COURSE_PROGRAMMES } from '../../core/courses/course.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findCentre } from '../../records/centre.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { alterCourse, doToCourse, enterCourse } from './course-deeds.ts';
import { describeCourse, describeCourses } from './describe-courses.ts';
import { previewCancelling, previewCourse } from './preview-course.ts';
import { cancelPreviewBody, changeBody, deedBody, newBody, previewBody } from './schemas.ts';

/** Courses of the centre (lớp tập huấn, lớp nghề), for every officer. */
export const courseRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  return new Hono<StaffEnv>()
    .get('/', async (c) => c.json({ courses: await describeCourses(deps), now: clock.now() }))
    .get('/choices', async (c) => {
      const centre = await findCentre(db);
      const communes = centre === undefined ? [] : await deps.listCommunes(centre.provinceCode);
      return c.json({ programmes: COURSE_PROGRAMMES, communes: communes.map(({ code, name }) => ({ code, name })) });
    })
    .post('/preview', validate('json', previewBody), async (c) =>
      c.json(await previewCourse(deps, c.req.valid('json'))),
    )
    .post('/', validate('json', newBody), async (c) =>
      c.json({ id: await enterCourse(deps, { ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .get('/:id', validate('param', idParam), async (c) => {
      const { id } = c.req.valid('param');
      const course = await describeCourse(deps, id);
      const look = { actorId: c.get('officer').id, action: 'course.read', subjectKind: 'Course', subjectId: id };
      // It names people and their phones.
      if (course.enrolled.length > 0) await addReadAudit(db, { id: ids.next(), now: clock.now(), ...look });
      return c.json({ course, now: clock.now() });
    })
    .post('/:id/change', validate('param', idParam), validate('json', changeBody), async (c) => {
      await alterCourse(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/cancel-preview', validate('param', idParam), validate('json', cancelPreviewBody), async (c) =>
      c.json(await previewCancelling(deps, c.req.valid('param').id, c.req.valid('json').reason)),
    )
    .post('/:id/deeds', validate('param', idParam), validate('json', deedBody), async (c) => {
      await doToCourse(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
};
