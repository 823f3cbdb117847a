import { z } from 'zod';
import type { ConversationState } from './topic.ts';

const choice = z.object({ key: z.string(), label: z.string() });
const activity = z.object({ topic: z.string(), state: z.unknown() });

const schema = z.object({
  greeted: z.boolean().catch(false),
  open: activity.optional().catch(undefined),
  paused: activity.optional().catch(undefined),
  pending: z.array(choice).catch([]),
  lastReply: z
    .object({ paragraphs: z.array(z.string()), choices: z.array(choice), contactButton: z.string().optional() })
    .optional()
    .catch(undefined),
  lastContactId: z.string().optional().catch(undefined),
  contactButton: z.object({ contactId: z.string(), endedBy: z.string().optional() }).optional().catch(undefined),
  misses: z.number().catch(0),
  lastSeq: z.int().optional().catch(undefined),
  lastQuestion: z
    .object({
      text: z.string(),
      meant: z.string().optional(),
      seq: z.int().optional(),
      articleIds: z.array(z.string()),
    })
    .optional()
    .catch(undefined),
});

/** Reads what an earlier version may have stored: a part that no longer fits is forgotten, the rest is kept. */
export function readConversation(stored: unknown): ConversationState {
  const { open, paused, lastReply, lastContactId, contactButton, lastQuestion, ...rest } = schema.parse(stored ?? {});
  return { ...rest, open, paused, lastReply, lastContactId, contactButton, lastQuestion };
}
