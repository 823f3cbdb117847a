import * as z from 'zod';
import { CHOICE_IDS } from '../../core/announcements/choices.ts';
import { LONGEST_PICTURE_ALT } from '../../core/announcements/picture.ts';
import { NEWS_TOPICS } from '../../core/announcements/topics.ts';
import { conditionSchema } from '../../core/audience/condition.ts';
import { requestId } from '../http/validate.ts';

/** Long enough for a notice with its dates and places; a channel that takes less gets it in several messages. */
const TEXT_LENGTH = 4000;

const announcementText = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1).max(TEXT_LENGTH));

/** Read once more inside: the type of a condition nests too deeply for the client's types. */
const audience = z.unknown().transform((value, context) => {
  const parsed = conditionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** What it is about; what was written before there were topics is general news. */
const topic = z.enum(NEWS_TOPICS).default('general');

/** `wantedAt`: the time that is being chosen. */
export const audienceBody = z.object({ topic, audience, wantedAt: z.iso.datetime().optional() });
/** `approvalAbove`: for more people than this a second officer must agree; null: never. */
export const rulesBody = z.object({ requestId, approvalAbove: z.number().int().min(0).max(10_000_000).nullable() });
const choices = z.array(z.enum(CHOICE_IDS)).max(CHOICE_IDS.length).default([]);
/** What a picture shows, in one line; it may still be missing in a draft. */
const alt = z
  .string()
  .transform((words) => words.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().max(LONGEST_PICTURE_ALT));
const picture = z.object({ id: z.uuid(), alt }).optional();
export const previewBody = z.object({ text: announcementText, topic, choices, picture });
export const newBody = z.object({ requestId, text: announcementText, topic, audience, choices, picture });
export const pictureQuery = z.object({ requestId });

/** `seenAt`: the `updatedAt` of what the officer saw. */
const instant = z.iso.datetime().transform((text) => new Date(text));
const seenAt = instant;
/** What an officer does with an announcement that is there. */
const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), text: announcementText, topic, audience, choices, picture, seenAt }),
  /** `wantedAt`: when it should leave; without it, as soon as it may. */
  z.object({ kind: z.literal('confirmed'), seenAt, wantedAt: instant.optional() }),
  /** `people`: for how many it was on the page. */
  z.object({ kind: z.literal('approved'), seenAt, people: z.number().int().min(0) }),
  z.object({ kind: z.enum(['deleted', 'taken-back', 'paused', 'resumed', 'stopped']) }),
]);
export type AnnouncementDeed = z.infer<typeof deed>;
export const deedBody = z.object({ requestId, deed });
