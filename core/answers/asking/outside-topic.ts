/** `referral` is the article that tells whom to ask instead. */
export type OutsideTopic = { name: string; items: string[]; referral?: string };
