import * as z from 'zod';
import { COURSE_PROGRAMMES } from '../../../../core/courses/course.ts';
import type { Turn } from '../../topic.ts';
import { findWaitingPhotos } from '../details/state.ts';

/** What was said to be needed before consent: not asked again after it. */
const training = z.object({ programme: z.enum(COURSE_PROGRAMMES), courseId: z.string().optional() });
const saidSchema = z
  .object({
    text: z.string(),
    isWish: z.boolean(),
    training: training.optional(),
    beside: training.optional(),
    helper: z.string().optional(),
    own: z.string().optional(),
  })
  .optional()
  .catch(undefined);

const schema = z.discriminatedUnion('step', [
  /** Consent is asked; afterwards a new draft is begun, or the named one gone on with. */
  z.object({
    step: z.literal('consent'),
    applicationId: z.string().optional(),
    said: saidSchema,
    /** How often in a row neither a yes nor a no was understood. */
    misses: z.number().optional().catch(undefined),
  }),
  /** An older draft is there: go on, or begin anew? */
  z.object({ step: z.literal('offer'), applicationId: z.string(), said: saidSchema }),
  z.object({ step: z.literal('confirm-discard'), applicationId: z.string(), isAnew: z.boolean() }),
  /** For which of the establishments that are known? */
  z.object({ step: z.literal('which'), said: saidSchema }),
  /** What was taken over of the establishment is shown, to be changed. */
  z.object({ step: z.literal('fix'), applicationId: z.string(), said: saidSchema }),
  z.object({
    step: z.literal('form'),
    applicationId: z.string(),
    form: z.unknown(),
    /** One of these items is asked anew; afterwards they are shown again. */
    fixing: z.object({ said: saidSchema }).optional().catch(undefined),
    /** What the person was told at the review of how the request seems to stand. */
    told: z.string().optional().catch(undefined),
  }),
]);

export type RegisterState = z.infer<typeof schema>;

/** Where the person stands in this topic; undefined when another topic is open, or none. */
export function findState({ conversation }: Turn): RegisterState | undefined {
  return readState(conversation.open);
}

/** The same of what is open or was set aside. */
export function readState(activity: Turn['conversation']['open']): RegisterState | undefined {
  if (activity?.topic !== 'register') return undefined;
  const parsed = schema.safeParse(activity.state);
  return parsed.success ? parsed.data : undefined;
}

/** Opens this topic where it stands; a copy of it that was set aside is the same thing and is let go. */
export function setState(turn: Turn, state: RegisterState): void {
  const { conversation } = turn;
  const { open } = conversation;
  // Photos that wait for their dossier are not lost: the menu leads back to them.
  if (open?.topic === 'details' && findWaitingPhotos(turn) !== undefined) conversation.paused = open;
  conversation.open = { topic: 'register', state };
  if (conversation.paused?.topic === 'register') conversation.paused = undefined;
}

export function close({ conversation }: Turn): void {
  if (conversation.open?.topic === 'register') conversation.open = undefined;
  if (conversation.paused?.topic === 'register') conversation.paused = undefined;
}
