/** What can leak: the words of messages, what requests say, photos, questions to officers, addresses on chat channels. */
export const LEAKED_KINDS = ['messages', 'requests', 'photos', 'questions', 'contacts'] as const;
export type LeakedKind = (typeof LEAKED_KINDS)[number];
