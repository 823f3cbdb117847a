import type { ConversationState, OpenActivity } from '../../topic.ts';

const isForm = (activity: OpenActivity | undefined): boolean => activity?.topic === 'register';

/**
 * What is remembered of two people who are one: a form that is open goes on, before anything else that is; what is open
 * on the other side is set aside if nothing is yet. No draft hangs on this: every draft stands under "Phiếu của tôi".
 */
export function mergeConversations(first: ConversationState, second: ConversationState): ConversationState {
  const activities = [first.open, second.open, first.paused, second.paused].filter((each) => each !== undefined);
  const opened = [first.open, second.open].filter((each) => each !== undefined);
  const open = opened.find(isForm) ?? opened[0];
  const others = activities.filter((each) => each !== open);
  return {
    greeted: true,
    open,
    paused: others.find(isForm) ?? others[0],
    pending: [],
    lastReply: undefined,
    lastContactId: undefined,
    contactButton: first.contactButton ?? second.contactButton,
    misses: 0,
    lastQuestion: second.lastQuestion ?? first.lastQuestion,
  };
}
