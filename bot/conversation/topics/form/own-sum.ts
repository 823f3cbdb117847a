import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { foldTalk } from '../../../../core/text/fold-talk.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { adviceLines, hasEstimate } from './advice.ts';

/** "Được bao nhiêu", "thế em được hỗ trợ tối đa bao nhiêu tiền": nothing is named, so what is open is meant. */
const OWN_SUM =
  /^(?:(?:a|da|oi|vay|the|ma|thi|nhu vay|(?:voi )?(?:so |khoan )?(?:tien|gia|so|muc|may|cai|von) (?:do|nay|ay)|cho (?:em|toi|minh) hoi|xin hoi|toi|em|minh|chau|nha (?:em|toi|minh)|ben (?:em|toi|minh)|co so|phieu nay|ho so nay) )*(?:(?:co the|se|thi) )?(?:duoc|dc|dk)(?: (?:ho tro|nhan|cap|huong|tra|cho))?(?: (?:toi da|nhieu nhat|khoang|tong cong))?(?: la)? (?:(?:bao|bi) ?nhieu|(?:bao |bi )?nhiu|bn|may)(?: (?:tien|trieu|phan tram|vay|a|the|nhi|em|ad|dong|nhe|anh|chi))*$/;

/** "Hỗ trợ tối đa bao nhiêu", "nhà nước cho mấy phần": of what is open once its sum is known; before that of the rate in general. */
const WHAT_SUM =
  /^(?:(?:a|da|oi|vay|the|ma|thi|nhu vay|phieu nay|ho so nay|cho (?:em|toi|minh|chau) hoi|xin hoi|muc|so tien) )*(?:(?:nha nuoc|trung tam|khuyen cong|tinh|ben minh|ben do) )?(?:(?:se|thi|co the) )?(?:ho tro|cho|cap|tra)(?: (?:cho )?(?:em|toi|minh|chau|nha em|nha toi|chi|anh|bac|co|chu))?(?: (?:toi da|nhieu nhat|khoang|tong cong|duoc|dc))*(?: la)? (?:(?:bao|bi) ?nhieu|(?:bao |bi )?nhiu|bn|may)(?: (?:tien|trieu|phan tram|phan|vay|a|the|nhi|em|ad|dong|nhe|anh|chi|trong (?:do|so do|so tien do)))*$/;
/** "Mình phải bỏ ra bao nhiêu": what is left of the same sum. */
const OWN_SHARE =
  /^(?:(?:a|da|oi|vay|the|ma|thi|nhu vay|con) )*(?:(?:em|toi|minh|chau|nha em|nha toi|co so|ben em|chi|anh|bac|co|chu) )?(?:phai |can )?(?:bo ra|bo|tu bo|tu lo|doi ung|gop|chi)(?: (?:them|toi thieu|khoang|ra|von))*(?: la)? (?:(?:bao|bi) ?nhieu|(?:bao |bi )?nhiu|bn|may)(?: (?:tien|trieu|phan tram|von|vay|a|the|nhi|em|ad|dong|nhe|anh|chi))*$/;

/** "Xem đủ điều kiện chưa", "hồ sơ của em có thuộc diện hỗ trợ không": nothing else is named. */
const OWN_STANDING =
  /^(?:(?:xem|coi|kiem tra|cho|hoi|xin|biet|the|vay|a|da|oi|minh|em|toi|chau|anh|chi|bac|co|nha|ben|phieu|ho so|co so|nay|cua|thi|lieu|giup|xem thu) )*(?:(?:da|co) )?(?:du (?:dieu kien|dieu kiem|dk|dkien|tieu chuan)|thuoc dien|thuoc doi tuong)(?: (?:duoc|dc|de))?(?: (?:ho tro|xet|nhan))?(?: (?:chua|khong|hay chua|hay khong|a|vay|the|nhi|em|ad|ha))+$/;

/** Whether it asks for the sum or the standing of a dossier that it does not name. */
export function asksOwnSum(text: string): boolean {
  const typed = foldPhrase(text);
  return [OWN_SUM, OWN_SHARE].some((pattern) => pattern.test(typed)) || OWN_STANDING.test(foldTalk(text));
}

/** What this dossier could get and how it stands by the rules, for who asks it in the middle; undefined when it is not asked, or not known. */
export function tellOwnSum(turn: Turn, application: Application, text: string): string[] | undefined {
  const typed = foldPhrase(text);
  const standing = OWN_STANDING.test(foldTalk(text)) ? adviceLines(turn, { application }) : [];
  if (standing.length > 0) return standing;
  const isOfSum = WHAT_SUM.test(typed) || OWN_SHARE.test(typed);
  if (isOfSum && hasEstimate(turn, { application })) return adviceLines(turn, { application });
  if (!OWN_SUM.test(typed)) return undefined;
  if (hasEstimate(turn, { application })) return adviceLines(turn, { application });
  const programme = findProgramme(application.programme);
  if (programme === undefined) return undefined;
  const hasRate = programme.rateKind !== undefined || programme.rateKindBy !== undefined;
  const isPriceMissing = hasRate && application.answers.price === undefined;
  return [turn.words.t(isPriceMissing ? 'register:priceFirst' : 'eligibility:sum.unknown')];
}
