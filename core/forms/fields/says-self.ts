import { foldTalk } from '../../text/fold-talk.ts';

const SELF =
  /^(?:(?:van|chinh|cu|la|thi|da|ghi|ten|cung|luon|dung ten|dai dien) )*(?:toi|em|chau|chi|anh|bac|ban than|ban than (?:toi|em)|nguoi lien he|nhu tren|giong tren)(?: (?:luon|thoi|day|do|nhe|a|ma|dung ten|dai dien|lam chu|dung|ca))*$/;
/** Without its mark "minh" is a name. */
const MYSELF = /^(?:(?:vẫn|chính|là|vẫn là|chính là) )?mình(?: (?:luôn|thôi|đây|ạ|nhé|đứng tên|đại diện))*$/iu;

/** "Chính tôi", "mình đứng tên": who speaks, without a name. */
export function saysSelf(text: string): boolean {
  return SELF.test(foldTalk(text)) || MYSELF.test(text.normalize('NFC').trim());
}
