import { foldPhrase } from '../text/fold.ts';

/** Which photo somebody wants to take away: by its place, from 1; the one sent last; all, which are taken one by one. */
export type PhotoRemoval = number | 'last' | 'all';

const REMOVES =
  /^(?:(?:cho|toi|em|minh|nho|hay|muon|giup|xin|vui long) )*(?:xoa|bo|go|huy|xoa bo|loai|loai bo|go bo)(?: (?:giup|ho|di|cho|toi|em|minh))*(?: (?:cai|tam|buc|to|het|tat ca|ca))*(?: cac)? (?:anh|hinh|hinh anh)(?: (.*))?$/;
const ENDINGS = /(?:^| )(?:di|giup|ho|cho|toi|em|minh|nhe|a|voi|nha|ad|duoc khong|dc ko)$/;
const LAST =
  /^(?:(?:toi|em|minh|nay|do|kia|la) )*(?:(?:vua|moi)(?: (?:gui|roi|chup|nay|xong))*(?: (?:luc nay|xong|nham))?|cuoi(?: cung)?|sau cung|nay|do|gui nham|nham)?$/;
const ALL = /^(?:het|tat ca|het ca|ca|het tat ca)$/;
const PLACES = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

/** "xoá ảnh 2", "bỏ cái ảnh vừa gửi", "xoá ảnh thứ nhất đi": undefined for everything else. */
export function readPhotoRemoval(text: string): PhotoRemoval | undefined {
  const said = foldPhrase(text.normalize('NFKC'));
  const removes = REMOVES.exec(said);
  if (removes === null) return undefined;
  if (/ (?:het|tat ca|ca)(?: cac)? (?:anh|hinh)/.test(said)) return 'all';
  const which = withoutEndings(removes[1] ?? '');
  if (LAST.test(which)) return 'last';
  if (ALL.test(which)) return 'all';
  return readPlace(which);
}

function withoutEndings(words: string): string {
  const shorter = words.replace(ENDINGS, '').trim();
  return shorter === words ? words : withoutEndings(shorter);
}

/** A number in words needs "thứ" before it: without marks "bố anh Năm" would be one too. */
function readPlace(which: string): number | undefined {
  const [, digits, word] = /^(?:so )?(?:(\d{1,2})|thu (\w+))(?: (?:vua gui|nay|do))?$/.exec(which) ?? [];
  if (digits !== undefined) return Number(digits) > 0 ? Number(digits) : undefined;
  if (word === 'nhat' || which === 'dau' || which === 'dau tien') return 1;
  if (word === 'nhi') return 2;
  if (word === 'tu') return 4;
  const order = PLACES.indexOf(word ?? '');
  if (order >= 0) return order + 1;
  return word !== undefined && /^[1-9]\d?$/.test(word) ? Number(word) : undefined;
}
