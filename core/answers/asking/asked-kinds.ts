/**
 * What kind of thing is asked, by its words. Over folded syllables in which everyday words have been read as the words of the
 * knowledge (`CONCEPTS`). A question may be of several kinds, or of none that shows.
 */
const KINDS: readonly RegExp[] = [
  // How much.
  /\bbao nhieu (?:tien|phan tram|trieu)|\bbao nhieu$|\b(?:toi da|muc|tran|mot nua|ty le|trieu|ty)\b|ho tro (?:\S+ ){0,2}bao nhieu|duoc bao nhieu|may trieu|\bbn\b/,
  // When, how long.
  /\bbao gio\b|\bbao lau\b|\bhan\b|\b(?:may|nam|thang|ngay|quy) (?:nam|thang|ngay|nao|nay|sau)\b|\blau\b|\bkip\b|\bngay\b|\blich\b|\bchua$/,
  // Where, whom.
  /\bo dau\b|\bhoi ai\b|\bcho ai\b|\bso dien thoai\b|\bdia chi\b|\bnop \S+ dau\b|\bvoi ai\b|\bxin o\b|\bnoi nao\b|\bbao (?:cho )?ai\b/,
  // Who does or decides.
  /\bai (?:duyet|cham|ky|quyet|xet|tham|den|viet|lam|to|tra|giu|xem|giup|duoc|la)\b|\bgom (?:nhung )?ai\b|\bnhung ai\b|\bhoi dong\b/,
  // Papers.
  /\bgiay to\b|\bho so\b|\bchung tu\b|\bhoa don\b|\banh\b|\bbao gia\b|\bmau don\b|\bcan gi\b|\bgiay\b|\bgom (?:nhung )?gi\b/,
  // Steps.
  /\bcac buoc\b|\bthe nao\b|\bcach\b|\blam (?:gi|the|thu)\b|\bmuon\b|\bdang ky\b/,
  // What a thing is, how it differs.
  /\bla gi\b|\bnghia la\b|\bla sao\b|\bkhac\b|\bgiai thich\b|\bhieu\b|\bgom\b|\bnhung gi\b/,
  // Whether one may, whether it counts.
  /\bco duoc\b|\bduoc (?:ho tro |huong |\S+ )?(?:khong|ko|k)\b|\bdoi tuong\b|\bco (?:thuoc|tinh|phai|can)\b|\bduoc khong\b|\bduoc (?:ho tro|huong)\b|\bcho phep\b/,
  // What then, what if.
  /\bthi sao\b|\bco sao\b|\bneu\b|\blo\b|\bdung\b|\btra lai\b|\bphat\b|\btruot\b|\bdoi\b/,
];

export const KIND_COUNT = KINDS.length;

/** For each kind, whether a question is of it. */
export function findKinds(plain: string): boolean[] {
  return KINDS.map((pattern) => pattern.test(plain));
}

/** "giấy tờ", "nộp ở đâu": it names the side of the matter that is asked, not another matter. Folded. */
export function asksItself(plain: string): boolean {
  return findKinds(plain).some((isAsked, kind) => isAsked && kind > 0);
}

/** How common each kind is among an article's ways of asking, smoothed. */
export function profileKinds(asks: readonly (readonly boolean[])[]): number[] {
  return KINDS.map((_, kind) => (asks.filter((kinds) => kinds[kind]).length + 0.5) / (asks.length + 2));
}

/** How well the kinds of a question suit an article: the mean log-odds against the common profile, squeezed to 0…1. */
export function agreeKinds(asked: readonly boolean[], profile: readonly number[], common: readonly number[]): number {
  let sum = 0;
  for (let kind = 0; kind < asked.length; kind += 1) {
    const here = profile[kind] ?? 0.5;
    const everywhere = common[kind] ?? 0.5;
    sum += asked[kind] ? Math.log(here / everywhere) : 0.5 * Math.log((1 - here) / (1 - everywhere));
  }
  return 1 / (1 + Math.exp(-sum));
}
