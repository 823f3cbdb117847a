import { foldPhrase } from '../../text/fold.ts';
import emergency from './emergency-numbers.json' with { type: 'json' };

/** What somebody is in. `call`: cried for help without saying why. */
export const DANGERS = ['violence', 'child', 'despair', 'fire', 'flood', 'injury', 'call'] as const;
export type Danger = (typeof DANGERS)[number];

/** Whom to phone, the first first. Keys of `emergency-numbers.json`, where their source and certainty stand. */
const WHOM: Record<Danger, readonly (keyof typeof emergency.numbers)[]> = {
  violence: ['police'],
  child: ['police', 'children'],
  despair: ['ambulance'],
  fire: ['fire'],
  flood: ['fire'],
  injury: ['ambulance'],
  call: ['police', 'fire', 'ambulance'],
};

export type EmergencyCall = { whom: keyof typeof emergency.numbers; number: string };

export function numbersFor(danger: Danger): EmergencyCall[] {
  return WHOM[danger].map((whom) => ({ whom, number: emergency.numbers[whom] }));
}

const I = '(?:em|toi|minh|chau|con|tui|me con em|me con toi|vo con em|nha em)';
const WHO =
  '(?:chong|vo|bo|ba|me|cha|anh|chi|con trai|ong|no|ho|hang xom|chu no|nguoi ta|thang \\S+|ke xau)(?: (?:em|toi|minh|chau|tui|no|ta|ho))?';
const END = '(?= (?:roi|voi|cuu|qua|a|oi|em|lon|to|du|that)\\b| $)';

/** Over " folded words ". In order: what is worst comes before what only stands beside it. */
const CRIES: readonly [Danger, RegExp][] = [
  [
    'despair',
    new RegExp(
      ` (?:${I} (?:chi |that su )?(?:muon|dinh|se) chet(?: di| quach| cho xong| cho roi| luon)?(?= (?:vi|qua|thoi|a|em|day|mat|roi|ad|anh|chi)\\b| $)|(?:khong|ko|k|chang|cha) (?:muon|thiet|con muon) song(?: nua)?\\b(?! (?:o|nho|nhu|dua|bang|chung))|${I} chan song\\b)`,
    ),
  ],
  [
    'child',
    / (?:(?:danh|bao hanh|xam hai|hanh ha) (?:\S+ )?(?:tre em|chau be|be gai|con nho|dua be|dua tre)|(?:con em|con toi|chau be|dua be|be nha em) (?:dang )?bi (?:\S+ ){0,2}(?:danh dap|bao hanh|xam hai|bat coc))\b/,
  ],
  [
    'violence',
    new RegExp(
      ` (?:${WHO} (?:dang |hay |lai |cu |toan |vua )*(?:danh dap|danh|dap|chem|bop co|hanh ha|doa giet|doi giet) (?:dap )?${I}(?= |$)|${I} (?:dang )?bi (?:\\S+ ){0,3}(?:danh dap|bao hanh|hanh hung|doa giet|doi giet|doi chem|chem|hiep)\\b|bao hanh gia dinh|bao luc gia dinh|(?:nha em|nha toi|${I}) (?:dang )?bi (?:an )?cuop\\b(?! (?:cong|khach|moi)))`,
    ),
  ],
  [
    'fire',
    new RegExp(
      `(?:^| (?:cuu|voi|oi|dang|bi)) chay (?:nha|xuong|kho|bep)(?: (?:em|toi|minh|chau|tui|hang xom))?${END}| (?:nha|xuong|kho|bep)(?: (?:em|toi|minh|chau|tui|ben|hang xom))* (?:dang |bi )+chay${END}`,
    ),
  ],
  [
    'flood',
    new RegExp(
      ` (?:(?:nha|xom|ban|lang|thon|me con|ca nha)(?: (?:em|toi|minh|chau|tui))? (?:dang |vua )?bi (?:lu|ngap lut|nuoc cuon|co lap|sat lo|vui lap)(?: (?:cuon|quet|ngap|troi|het|ca|nha|nguoi|do dac))*|(?:lu|nuoc) (?:ve|dang|len)(?: \\S+){0,2} (?:ngap nha|ngap het|den noc|cuon nguoi)|lu quet)${END}`,
    ),
  ],
  [
    'injury',
    / (?:(?:may|cua|luoi cua|day dai) (?:cuon|can|kep|cua|nghien|chem) (?:vao |mat |dut |phai )?(?:tay|chan|ngon|toc|nguoi)|(?:cuon|can|kep) vao (?:tay|chan|may roi)|(?:nguoi|em|toi|con|chau|chong|vo|bo|me|tho) (?:dang |vua )?bi (?:dien giat|bong nang|ngat|ngat xiu|chay mau nhieu|ran doc can)|(?:uong|an) (?:nham )?(?:thuoc sau|thuoc tru sau|thuoc chuot|thuoc co|la ngon)|chay mau nhieu (?:qua|lam)|goi cap cuu|cap cuu (?:voi|gap|giup))\b/,
  ],
  [
    'call',
    new RegExp(
      `^ (?:(?:oi|troi oi|lam on|a lo|alo|ai do|moi nguoi oi) )*cuu (?:${I} )?(?:voi|gap)(?: (?:voi|a|ad|oi|moi nguoi|gap|em|anh|chi))* $`,
    ),
  ],
];

/** A rule, a harm that is over, what may be paid for it, or a thing for it: a question, not a cry. */
const QUESTION =
  / (?:ho tro|khuyen cong|duoc (?:khong|gi|bao nhieu|den)|bao nhieu|phat|luat|bao hiem|boi thuong|den bu|vay|mua|xin|kien|to cao|nam ngoai|nam truoc|nam kia|hom truoc|hom no|thang truoc|tuan truoc|hoi nam|hoi thang|truoc day|ngay xua|da tung|phong (?:chay|chong|ngua)|chua chay|bao chay|neu|nho|lo ma|so bi|tap huan|lop|khi bi|de khoi|de khong|tranh bi|may (?:say|xay|dong|ep|cat)) /;
/** Without marks "tự tử" is "từ từ", and "cháy rồi" is "chạy rồi": these count only as they are written. */
const WRITTEN: readonly [Danger, RegExp][] = [
  ['despair', /(?<!\p{L})(?:tự tử|tự sát|tự vẫn)(?!\p{L})/iu],
  ['fire', /(?<!\p{L})(?:nhà|xưởng|kho)(?: (?:em|tôi|mình|cháu))? cháy (?:rồi|to|lớn)(?!\p{L})/iu],
];
/** With marks these are other words: "dành" is no blow, "chạy" no fire. */
const OTHER_WORDS: Partial<Record<Danger, RegExp>> = {
  violence: /(?<!\p{L})dành(?!\p{L})/iu,
  fire: /(?<!\p{L})(?:chạy|chảy)(?!\p{L})/iu,
};
const LONGEST = 200;

/**
 * A cry for help that has nothing to do with what this assistant knows; undefined for everything else. Rather deaf than
 * alarmed: "cháy máy", "đánh máy", "mệt muốn chết" and whoever asks what is paid after a fire are none.
 */
export function findDanger(typed: string): Danger | undefined {
  const text = typed.normalize('NFC');
  if (text.length > LONGEST) return undefined;
  const said = ` ${foldPhrase(text)} `;
  const isQuestion = QUESTION.test(said);
  const written = isQuestion ? undefined : WRITTEN.find(([, pattern]) => pattern.test(text))?.[0];
  const found = written ?? CRIES.find(([, pattern]) => pattern.test(said))?.[0];
  if (found === undefined || found === 'despair') return found;
  return isQuestion || OTHER_WORDS[found]?.test(text) === true ? undefined : found;
}
