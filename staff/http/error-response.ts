import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../../core/answers/fault.ts';
import { AppError } from '../../core/app-error.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { Log } from '../../core/log.ts';

const STATUS_OF_CODE: Record<string, ContentfulStatusCode> = {
  'request.invalid': 400,
  'cursor.invalid': 400,
  'transcript.bad-position': 400,
  'link.not-open': 410,
  'session.missing': 401,
  'password.wrong': 401,
  'role.not-allowed': 403,
  'request.foreign-origin': 403,
  'officer.disabled': 403,
  'not-found': 404,
  'request-id.reused': 409,
  'application.not-allowed': 409,
  'application.not-claimed': 409,
  'application.consent-withdrawn': 409,
  'correction.changed': 409,
  'correction.not-undoable': 409,
  'correction.unreadable': 400,
  'correction.same': 400,
  'project.paid-above-approved': 409,
  'project.paid-below-advance': 409,
  'project.return-above-advance': 409,
  'project.sum-is-nothing': 400,
  'project.dates-in-wrong-order': 400,
  'project.day-in-future': 400,
  'project.sums-missing': 400,
  'project.end-missing': 400,
  'project.year-out-of-reach': 400,
  'question.already-settled': 409,
  'question.already-kept': 409,
  'announcement.not-allowed': 409,
  'announcement.changed': 409,
  'announcement.own': 409,
  'announcement.grown': 409,
  'announcement.wrong-variable': 400,
  'announcement.picture-missing': 409,
  'announcement.picture-unnamed': 400,
  'announcement.picture-too-large': 400,
  'announcement.picture-too-narrow': 400,
  'photo.heic': 400,
  'photo.not-an-image': 400,
  'photo.broken': 400,
  'announcement.time-past': 400,
  'announcement.time-too-far': 400,
  'window.closes-before-opening': 400,
  'window.closes-in-past': 400,
  'window.too-short': 400,
  'window.too-far': 400,
  'window.withdrawn': 409,
  'window.closed': 409,
  'window.changed-meanwhile': 409,
  'calendar.no-such-day': 400,
  'calendar.years-wrong-order': 400,
  'calendar.year-out-of-reach': 400,
  'calendar.outline-after-appraisal': 400,
  'calendar.appraisal-after-inspection': 400,
  'calendar.inspection-after-liquidation': 400,
  'calendar.local-outline-after-local-approval': 400,
  'calendar.days-wrong-order': 400,
  'calendar.day-over': 400,
  'calendar.day-too-far': 400,
  'calendar.too-many-days': 400,
  'calendar.work-on-weekday': 400,
  'calendar.year-known': 409,
  'calendar.year-gap': 400,
  'calendar.changed-meanwhile': 409,
  'calendar.withdrawn-before': 409,
  'course.ends-before-start': 400,
  'course.closes-after-start': 400,
  'course.starts-in-past': 400,
  'course.closes-in-past': 400,
  'course.too-far': 400,
  'course.cancelled': 409,
  'course.over': 409,
  'course.not-draft': 409,
  'course.not-published': 409,
  'course.changed-meanwhile': 409,
  'course.nothing-to-undo': 409,
  'course.chosen-already': 409,
  'course.told-already': 409,
  'data-request.over': 409,
  'data-request.extended-before': 409,
  'data-request.too-far': 400,
  'data-request.changed': 409,
  'data-request.not-erased': 409,
  'establishment.merged-already': 409,
  'establishment.sample': 409,
  'establishment.busy': 409,
  'establishment.changed-meanwhile': 409,
  'establishment.not-alike': 409,
  'certificate.ends-before-issue': 400,
  'certificate.issued-in-future': 400,
  'certificate.too-long': 400,
  'certificate.ended': 409,
  'certificate.not-ended': 409,
  'certificate.changed-meanwhile': 409,
  'merge.undone': 409,
  'merge.too-late': 409,
  'merge.later-first': 409,
  'merge.erased': 409,
  'person.erased': 409,
  'person.unreachable': 409,
  'officer.email-taken': 409,
  'officer.is-self': 409,
  'officer.last-administrator': 409,
  'knowledge.changed': 409,
  'knowledge.not-allowed': 409,
  'knowledge.name-taken': 409,
  'knowledge.faulty': 409,
  'knowledge.personal': 400,
  'paper.template-faulty': 409,
  'paper.template-changed': 409,
  'report.target-years': 400,
  'report.target-range': 400,
  'report.target-parts': 400,
  'report.target-changed': 409,
  'request.too-many': 429,
};

/** What the console reads when something was refused; it turns the code into words. */
export type ErrorBody = {
  code: string;
  /** What somebody did to it meanwhile: the kind of event, the officer's name if it was one, and when (ISO). */
  meanwhile?: { kind: string; by?: string; at: string };
  /** What must be mended first: for `knowledge.faulty`. */
  faults?: Fault[];
};

/** Turns errors into answers. What nobody expected is logged without its message, which may carry data. */
export function errorResponse(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof AppError) {
      const status = STATUS_OF_CODE[error.code];
      if (status !== undefined)
        return c.json(
          { code: error.code, meanwhile: meanwhileOf(error), faults: faultsOf(error) } satisfies ErrorBody,
          status,
        );
    }
    if (error instanceof HTTPException) return c.json({ code: 'request.invalid' } satisfies ErrorBody, error.status);
    log.error({ ...errorFacts(error), route: c.req.routePath }, 'a request of the console failed');
    return c.json({ code: 'failed' } satisfies ErrorBody, 500);
  };
}

function meanwhileOf({ values: { kind, by, at } }: AppError): ErrorBody['meanwhile'] {
  if (typeof kind !== 'string' || typeof at !== 'string') return undefined;
  return { kind, by: by === undefined ? undefined : String(by), at };
}

function faultsOf({ values: { faults } }: AppError): Fault[] | undefined {
  return typeof faults === 'string' ? JSON.parse(faults) : undefined;
}
