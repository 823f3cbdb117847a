import type { Words } from '../../locales/words.ts';

/** Where else the centre is reached, when one platform is cut off. */
export type OtherWays = {
  /** There is a Zalo bot; `link` opens it, when the centre has set it. */
  zalo?: { link?: string };
  /** The chat page, when it can be opened from outside. */
  chatLink?: string;
};

/** Names one other way: Zalo before the chat page. Undefined when there is none to name. */
export function sayOtherWay({ t }: Words, { zalo, chatLink }: OtherWays): string | undefined {
  if (zalo?.link !== undefined) return t('cut-off:zaloLink', { link: zalo.link });
  if (zalo !== undefined) return t('cut-off:zalo');
  return chatLink === undefined ? undefined : t('cut-off:chat', { link: chatLink });
}
