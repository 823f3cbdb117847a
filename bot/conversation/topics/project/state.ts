import * as z from 'zod';
import { AMENDMENTS } from '../../../../core/applications/project-data.ts';
import type { OpenActivity, Turn } from '../../topic.ts';

const shared = {
  applicationId: z.string(),
  /** What was open before, and is open again afterwards. */
  returnTo: z.object({ topic: z.string(), state: z.unknown() }).optional(),
};

const schema = z.discriminatedUnion('step', [
  z.object({
    ...shared,
    step: z.literal('report'),
    /** The month that is told of, e.g. 2027-03. */
    month: z.string(),
    texts: z.array(z.string()),
    fileIds: z.array(z.string()),
  }),
  z.object({ ...shared, step: z.literal('which') }),
  z.object({ ...shared, step: z.literal('amendment'), amendment: z.enum(AMENDMENTS), text: z.string().optional() }),
]);

/** What a person is about to tell the office of their project. Nothing of it has left yet. */
export type ProjectState = z.infer<typeof schema>;
export type ReportState = Extract<ProjectState, { step: 'report' }>;
export type AmendmentState = Extract<ProjectState, { step: 'amendment' }>;

export function findState({ conversation }: Turn): ProjectState | undefined {
  if (conversation.open?.topic !== 'project') return undefined;
  return schema.safeParse(conversation.open.state).data;
}

export function setState(turn: Turn, state: ProjectState): void {
  turn.conversation.open = { topic: 'project', state };
}

/** What was open before is open again. */
export function release(turn: Turn): void {
  const { conversation } = turn;
  if (conversation.open?.topic === 'project') conversation.open = findState(turn)?.returnTo;
}

/** What will be open again once this is told. */
export function openBefore(turn: Turn): OpenActivity | undefined {
  return findState(turn)?.returnTo ?? turn.conversation.open;
}
