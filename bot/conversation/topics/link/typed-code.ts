import { fold, foldPhrase } from '../../../../core/text/fold.ts';

// "nối 1234 5678", "noi kenh 12345678", "mã nối: 1234-5678", "link 12345678".
const TYPED = /^(?:ma )?(?:noi|link)(?: (?:kenh|ma|voi))?\s*[:.]?\s*(\d(?:[\s.-]?\d){5,11})\s*\.?$/;

/** The digits of a linking code that is the whole message: six to twelve, in groups or not. Its length is not judged here. */
export function readTypedCode(text: string): string | undefined {
  return TYPED.exec(fold(text.normalize('NFKC')).trim())?.[1]?.replace(/\D/g, '');
}

const WISH = /^(?:noi|lien ket|link)(?: (?:voi|kenh|tai khoan|zalo|telegram|trang tro chuyen))+$/;

/** "nối với zalo", "liên kết telegram": the whole message is a wish to join channels. */
export function wishesToLink(text: string): boolean {
  return WISH.test(foldPhrase(text));
}
