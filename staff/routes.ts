import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { holidaysAhead } from '../core/schedule/holidays-ahead.ts';
import { findAttention } from '../records/attention.ts';
import { findCentre } from '../records/centre.ts';
import { countDataRequests } from '../records/data-request-list.ts';
import { readKnowledgeState } from '../records/knowledge-state.ts';
import { countWaitingQuestions } from '../records/question-list.ts';
import { countRequests } from '../records/request-list.ts';
import { announcementRoutes } from './announcements/announcement-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { requireOfficer, type StaffEnv } from './auth/session.ts';
import { budgetRoutes } from './budget/budget-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { certificateRoutes } from './certificates/certificate-routes.ts';
import { courseRoutes } from './courses/course-routes.ts';
import { dataRoutes } from './data/data-routes.ts';
import { incidentRoutes } from './data/incidents/incident-routes.ts';
import { personDataRoutes } from './data/person-data-routes.ts';
import { establishmentRoutes } from './establishments/establishment-routes.ts';
import { errorResponse } from './http/error-response.ts';
import { apiHeaders } from './http/headers.ts';
import { originCheck } from './http/origin-check.ts';
import { articleRoutes } from './knowledge/article-routes.ts';
import { caseRoutes } from './knowledge/case-routes.ts';
import { describeState } from './knowledge/describe-state.ts';
import { rateRoutes } from './knowledge/rate-routes.ts';
import { liveRoutes } from './live/live-routes.ts';
import { officerRoutes } from './officers/officer-routes.ts';
import { paperRoutes } from './papers/paper-routes.ts';
import { fileRoutes } from './people/file-routes.ts';
import { personRoutes } from './people/person-routes.ts';
import { projectRoutes } from './projects/project-routes.ts';
import { questionRoutes } from './questions/question-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { requestRoutes } from './requests/request-routes.ts';
import { setupRoutes } from './setup/setup-routes.ts';
import type { StaffDeps } from './staff-deps.ts';
import { windowRoutes } from './windows/window-routes.ts';

/** A template of a paper and the picture of an announcement are larger than words. */
const largeBodies = bodyLimit({ maxSize: 4 * 1024 * 1024 });
/** Somewhat more than a picture may have, so that one that is too large is told so in words. */
const pictureBodies = bodyLimit({ maxSize: 12 * 1024 * 1024 });
const smallBodies = bodyLimit({ maxSize: 32 * 1024 });

const limitOf = (path: string): MiddlewareHandler => {
  if (path.endsWith('/announcements/pictures')) return pictureBodies;
  return path.includes('/papers/templates/') ? largeBodies : smallBodies;
};

/** The type of the API, for the console's typed client. */
export type StaffRoutes = ReturnType<typeof staffRoutes>;

/** The HTTP API of the staff console, mounted at /staff/api. Behind `requireOfficer` nothing answers to strangers. */
export const staffRoutes = (deps: StaffDeps) => {
  const { db, clock } = deps;
  const app = new Hono<StaffEnv>()
    .use(apiHeaders, originCheck(deps))
    .use((c, next) => limitOf(c.req.path)(c, next))
    .route('/setup', setupRoutes(deps))
    .use(requireOfficer(deps.auth))
    .get('/me', async (c) => {
      const { id, name, email, role } = c.get('officer');
      return c.json({ officer: { id, name, email, role }, centre: (await findCentre(db)) ?? null });
    })
    .get('/counts', async (c) => {
      const [requests, questions, dataRequests, knowledge, attention] = await Promise.all([
        countRequests(db),
        countWaitingQuestions(db, clock.now()),
        countDataRequests(db, clock.now()),
        readKnowledgeState(db),
        findAttention(db, clock.now()),
      ]);
      const { missingYears, undecidedYears } = holidaysAhead(deps.holidays(), clock.now());
      return c.json({
        newRequests: requests.submitted,
        waitingQuestions: questions.waiting,
        lateQuestions: questions.late,
        dataRequests: dataRequests.open,
        lateDataRequests: dataRequests.late,
        /** Years whose holidays are not there, or not all decided; the next year from October on. */
        holidays: { missingYears, undecidedYears },
        /** Since when what officers published is not what answers everywhere; null when it is. */
        knowledgeFailedAt: knowledge.failedAt,
        ...attention,
      });
    })
    .route('/requests', requestRoutes(deps))
    .route('/projects', projectRoutes(deps))
    .route('/papers', paperRoutes(deps))
    .route('/reports', reportRoutes(deps))
    .route('/questions', questionRoutes(deps))
    .route('/announcements', announcementRoutes(deps))
    .route('/budget', budgetRoutes(deps))
    .route('/windows', windowRoutes(deps))
    .route('/calendar', calendarRoutes(deps))
    .route('/courses', courseRoutes(deps))
    .route('/establishments', establishmentRoutes(deps))
    .route('/certificates', certificateRoutes(deps))
    .get('/knowledge', async (c) => c.json(await describeState(deps)))
    .route('/articles', articleRoutes(deps))
    .route('/rates', rateRoutes(deps))
    .route('/cases', caseRoutes(deps))
    .route('/people', personDataRoutes(deps))
    .route('/people', personRoutes(deps))
    .route('/files', fileRoutes(deps))
    .route('/data', dataRoutes(deps))
    .route('/incidents', incidentRoutes(deps))
    .route('/officers', officerRoutes(deps))
    .route('/audit', auditRoutes(deps))
    .route('/events', liveRoutes(deps));
  return app.onError(errorResponse(deps.log)).notFound((c) => c.json({ code: 'not-found' }, 404));
};
