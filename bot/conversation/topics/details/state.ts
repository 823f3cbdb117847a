import * as z from 'zod';
import type { Turn } from '../../topic.ts';

/** Photos of which the person has not said yet of which dossier they are. */
const photosSchema = z.object({ fileIds: z.array(z.string()), caption: z.string().catch('') });
/** `isTold`: what is not right with them was said. */
const waitingSchema = photosSchema.extend({ isTold: z.boolean().catch(false) });

const schema = z.discriminatedUnion('step', [
  /** The consent is asked anew before anything more is kept. */
  z.object({
    step: z.literal('consent'),
    applicationId: z.string(),
    waiting: waitingSchema.optional().catch(undefined),
  }),
  /** Of which dossier the photos are is asked. */
  z.object({ step: z.literal('photos'), waiting: waitingSchema }),
  z.object({
    step: z.literal('form'),
    applicationId: z.string(),
    form: z.unknown(),
    /** Came back from the officer: also the items that were never answered are on the card. */
    isAll: z.boolean().catch(false),
    /** Photos of which the person has not said yet what they show. They are kept already. */
    unsorted: z.array(z.string()).catch([]),
    /** The question that photos came in the middle of: it is asked again after them. */
    returnTo: z.string().optional().catch(undefined),
    /** When this was asked last (ISO): what others of the establishment answered since has not been seen. */
    askedAt: z.string().optional().catch(undefined),
  }),
]);

export type Photos = z.infer<typeof photosSchema>;
export type WaitingPhotos = z.infer<typeof waitingSchema>;
export type DetailsState = z.infer<typeof schema>;
export type DetailsForm = Extract<DetailsState, { step: 'form' }>;

/** Where the person stands in this topic; undefined when another topic is open, or none. */
export function findState({ conversation }: Turn): DetailsState | undefined {
  return readState(conversation.open);
}

/** The same of what is open or was set aside. */
export function readState(activity: Turn['conversation']['open']): DetailsState | undefined {
  if (activity?.topic !== 'details') return undefined;
  const parsed = schema.safeParse(activity.state);
  return parsed.success ? parsed.data : undefined;
}

/** Photos that wait for their dossier, also when the question was put off. */
export function findWaitingPhotos({ conversation }: Turn): WaitingPhotos | undefined {
  const state = readState(conversation.open) ?? readState(conversation.paused);
  return state === undefined || state.step === 'form' ? undefined : state.waiting;
}

/** Where they stand in the details of this dossier. */
export function findForm(turn: Turn, applicationId: string): DetailsForm | undefined {
  const state = findState(turn);
  return state?.step === 'form' && state.applicationId === applicationId ? state : undefined;
}

/** Opens this topic where it stands; a copy of it that was set aside is the same thing and is let go. */
export function setState({ conversation }: Turn, state: DetailsState): void {
  // A request that was being filled in is not lost: the menu leads back to it.
  if (conversation.open?.topic === 'register') conversation.paused = conversation.open;
  conversation.open = { topic: 'details', state };
  if (conversation.paused?.topic === 'details') conversation.paused = undefined;
}

export function close({ conversation }: Turn): void {
  if (conversation.open?.topic === 'details') conversation.open = undefined;
  if (conversation.paused?.topic === 'details') conversation.paused = undefined;
}
