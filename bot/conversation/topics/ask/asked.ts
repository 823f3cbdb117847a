import { type AnswerTrace, findAskedMessage } from '../../../../records/answer-trace.ts';
import type { Turn } from '../../topic.ts';

/** A question that a button belongs to. */
export type Asked = {
  text: string;
  /** The message whose answer the button stood under; undefined for a button of an earlier version. */
  seq?: number;
  /** How that message was answered, while it is kept. */
  trace?: AnswerTrace;
};

/** The largest number the journal gives. */
const MAX_SEQ = 2_147_483_647;

/**
 * The question of a button: that of its own answer, whatever was asked since. A button without a number (of an earlier
 * version) means the last question. Undefined when nothing is known of it any more.
 */
export async function findAsked({ tx, person, conversation }: Turn, number: string): Promise<Asked | undefined> {
  if (number === '') return conversation.lastQuestion;
  const seq = /^\d{1,10}$/.test(number) ? Number(number) : 0;
  if (seq < 1 || seq > MAX_SEQ) return undefined;
  const message = await findAskedMessage(tx, { personId: person.id, seq });
  if (message === undefined) return undefined;
  const { trace } = message;
  // A choice among what was offered: the question stands in the message before.
  const origin = trace?.of === undefined ? message : await findAskedMessage(tx, { personId: person.id, seq: trace.of });
  // An article that was opened by a button of its own is asked about by its title.
  const text = origin?.typed ?? (trace?.of === seq ? trace.articles[0]?.title : undefined);
  return text === undefined ? undefined : { text, seq, trace };
}
