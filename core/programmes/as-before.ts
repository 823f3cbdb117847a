import { foldPhrase } from '../text/fold.ts';

const LEAD = '(?:(?:da|vang|thi|o|tai|cung o|nha nay|ho nay|nha do|ho do|co so nay|chi nay|bac nay|van la) )*';
const END = '(?: (?:a|nhe|nha|luon|day|do|thoi|em|ad|ca|roi|het))*';
const BEFORE =
  '(?:truoc|kia|nay|dau|vua roi|vua xong|vua lam|luc nay|thu nhat|thu hai|1|2|ben tren|o tren|tren|khi nay|ban nay|hoi nay)';
const HOUSEHOLD = '(?:nha|ho|phieu|co so|nguoi|don|cai|lan)';
/** "Như nhà trước", "giống hộ kia", "vẫn như phiếu trước". */
const LIKE_BEFORE = new RegExp(
  `^${LEAD}(?:(?:nhu|giong|y nhu|giong nhu|y|cung nhu|cung giong|van nhu|van giong|cung|theo) )+(?:voi )?${HOUSEHOLD}(?: ${BEFORE})+${END}$`,
);
const COMMUNE = '(?:xa|phuong|thi tran)';
const VILLAGE = '(?:thon|xom|ban|lang|khu|pho|cho|noi)';
const THAT = '(?:nay|do|ay|day|tren|truoc|kia|minh|nhu tren|nhu truoc|vua roi)';
function samePlace(kind: string): RegExp {
  const same = `(?:(?:cung|van|chung|giong|nhu) )+(?:(?:o|tai|trong|mot|1|la|thuoc|ca) )*${kind}(?: ${THAT})*`;
  return new RegExp(`^${LEAD}(?:${same}|${kind} ${THAT})(?: (?:(?:voi|nhu|cua) )?${HOUSEHOLD}(?: ${BEFORE})+)?${END}$`);
}
const SAME_COMMUNE = samePlace(COMMUNE);
const SAME_VILLAGE = samePlace(VILLAGE);
/** At the place alone "như trên" and "vẫn thế" can be nothing else. */
const SAME = new RegExp(`^${LEAD}(?:nhu|giong|y|van|cung) (?:tren|truoc|cu|the|vay|day|do)(?: ${THAT})*${END}$`);

/**
 * Whether an answer is said to be that of the request before: `commune`, where only the commune is the same, or `all`.
 * `isPlace`: the place is asked.
 */
export function readAsBefore(text: string, { isPlace }: { isPlace: boolean }): 'commune' | 'all' | undefined {
  const typed = foldPhrase(text);
  if (LIKE_BEFORE.test(typed)) return 'all';
  if (!isPlace) return undefined;
  if (SAME_VILLAGE.test(typed) || SAME.test(typed)) return 'all';
  return SAME_COMMUNE.test(typed) ? 'commune' : undefined;
}
