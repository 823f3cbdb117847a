import { z } from 'zod';
import { COURSE_PROGRAMMES } from '../../core/courses/course.ts';
import { decisionSchema } from '../../staff/requests/decision.ts';

/** An ISO 8601 duration: "P3D", "PT2H". */
const duration = z.string().transform((text, context) => {
  try {
    return Temporal.Duration.from(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'write how much time passes as P3D or PT2H' });
    return z.NEVER;
  }
});

/** One line of `npm run talk -- --jsonl`. */
export const talkLine = z.union([
  z.strictObject({ from: z.string().min(1), text: z.string() }),
  /** The second choice of the last message to this person. */
  z.strictObject({ from: z.string().min(1), choose: z.int().min(1) }),
  /** A file, or several that are sent together. */
  z.strictObject({ from: z.string().min(1), photo: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]) }),
  /** What an officer decides about the last request that this person sent: `{"action":"accept"}`. */
  z.strictObject({ from: z.string().min(1), officer: decisionSchema }),
  /** An officer enters an application window that opens and closes so long from now: `{"window":{"opens":"P1D","closes":"P20D"}}`. */
  z.strictObject({
    window: z.strictObject({
      programme: z.string().default('advanced-equipment'),
      opens: duration,
      closes: duration,
      communeCodes: z.array(z.string()).default([]),
    }),
  }),
  /** An officer publishes a course: `{"course":{"title":"Sổ sách hợp tác xã","starts":"P20D","closes":"P15D","places":2}}`. */
  z.strictObject({
    course: z.strictObject({
      programme: z.enum(COURSE_PROGRAMMES).default('management-training'),
      title: z.string().min(1),
      teaches: z.string().min(1).default('ghi sổ, tính giá'),
      starts: duration,
      /** How many days it lasts. */
      days: z.int().min(1).default(2),
      closes: duration,
      places: z.int().min(1).default(20),
      address: z.string().default('Nhà văn hoá xã'),
      communeCode: z.string().optional(),
    }),
  }),
  z.strictObject({ advance: duration }),
]);

export type TalkLine = z.infer<typeof talkLine>;
/** What a person does, in distinction from an officer and from time. */
export type PersonLine = Exclude<
  TalkLine,
  { advance: unknown } | { officer: unknown } | { window: unknown } | { course: unknown }
>;
export type TalkWindow = Extract<TalkLine, { window: unknown }>['window'];
export type TalkCourse = Extract<TalkLine, { course: unknown }>['course'];
