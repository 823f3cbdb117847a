import { foldPhrase } from '../text/fold.ts';
import { readEnglishFollowWords } from './read-follow-english.ts';
import { createTopicReader, type TopicNames } from './read-topic-list.ts';
import type { FollowWords } from './topics.ts';

/** Longer than this is a story. */
const MOST_WORDS = 20;

// Over folded words.
const CHINA = '(?:trung quoc|tq|trung hoa|tau)';
const NAMES: TopicNames = [
  [
    'china-market',
    `(?:(?:thi truong|xuat khau|xuat|ban hang|ban|hang)(?: (?:di|sang|qua|vao|ve))? )?${CHINA}|cua khau`,
  ],
  ['tariffs', '(?:bieu )?thue(?: quan)?(?: (?:xuat khau|nhap khau|xuat nhap khau|doi ung|xnk))?'],
  [
    'technical-barriers',
    '(?:cac )?(?:hang )?rao can(?: (?:ky thuat|ki thuat|thuong mai|ky thuat thuong mai))?|hang rao (?:ky|ki) thuat|tbt|(?:quy dinh|tieu chuan)(?: ky thuat)? (?:cua )?nuoc nhap khau',
  ],
  ['food-safety', '(?:ve sinh )?an toan (?:ve sinh )?thuc pham|vsattp|attp|ve sinh thuc pham|kiem dich'],
  ['fairs', 'hoi cho(?: trien lam)?|trien lam(?: hoi cho)?|gian hang'],
  [
    'training',
    '(?:cac )?(?:lop |khoa )?(?:tap huan|dao tao|day nghe|hoc nghe)(?: nghe)?|(?:cac )?(?:lop|khoa) hoc|lop nghe',
  ],
  ['general', '(?:hoat dong )?khuyen cong(?: chung)?|chung'],
  ['market', '(?:thi truong|xuat khau|xuat nhap khau|thuong mai)(?: (?:va |thi truong|xuat khau)+)?'],
];
const NAME = `(?:${NAMES.map(([, words]) => words).join('|')})`;
const ABOUT = '(?:ve|cua|o|lien quan den|lien quan)';
const LIST = `(?<list>${NAME}(?:(?: va| voi| cung)?(?: tin)?(?: ve)? ${NAME})*)`;
const readTopics = createTopicReader(NAMES);

const WHO = '(?:toi|em|minh|chau|con|tui|bac|anh|chi|nha em|nha toi|ben em|htx)';
const BEGIN = `(?:(?:${WHO}|da|vang|ok|xin|muon|nho|bot|tro ly|a|oi|thoi|hay|cho) )*`;
const END =
  '(?: (?:a|ah|nhe|nha|di|voi|giup|luon|oi|nua|dau|thoi|khong|ko|dc khong|duoc khong|moi|moi nhat|hang ngay))*';
const NEWS = '(?:(?:nhung |cac |moi |may )?(?:tin tuc|tin bao|tin nhan|tin|thong bao|ban tin))';
/** Information is asked for as well as followed. */
const INFORMATION = `(?:${NEWS}|(?:nhung |cac )?thong tin)`;
const ME = `(?: (?:cho )?${WHO})?`;
const TAKE = `(?:(?:theo doi|dang ky|dang ki|nhan|gui|bao|cap nhat)${ME})`;

const FOLLOW = [
  // "Theo dõi hội chợ" says by itself that it is about news; "cho tôi tin hội chợ" by its "tin".
  `theo doi${ME}(?: ${INFORMATION})?(?: ${ABOUT})? ${LIST}`,
  `(?:dang ky |dang ki )?nhan${ME} ${INFORMATION}(?: ${ABOUT})? ${LIST}`,
  `(?:cho ${WHO}|${TAKE})(?: ${TAKE})* ${NEWS}(?: ${ABOUT})? ${LIST}`,
  `(?:khi nao |luc nao |bao gio )?co ${INFORMATION}(?: gi)?(?: moi)?(?: ${ABOUT})? ${LIST}(?: thi| la)? (?:bao|nhan|gui)(?: cho)? ${WHO}`,
].map(toPattern);
const NOT = '(?:bo|dung|thoi|huy|ngung|khong|ko|k|tat|khoi|chang)(?: (?:can|muon|co|them))*';
const UNFOLLOW = [
  `${NOT}(?: (?:theo doi|nhan|gui))+${ME}(?: ${INFORMATION})?(?: ${ABOUT})? ${LIST}`,
  `${NOT}(?: xem)? ${NEWS}(?: ${ABOUT})? ${LIST}`,
].map(toPattern);
const UNFOLLOW_SOME = [toPattern('(?:bo|thoi|huy|ngung|khong|ko)(?: muon)? theo doi(?: tin)?(?: nua)?')];
const FOLLOW_SOME = [toPattern('theo doi(?: mot so| them)? tin(?: (?:tuc|theo|chu de|loai|muc))*')];

const WHAT = '(?:gi|nao|cai gi|nhung gi|loai nao|muc nao)';
const MINE = [
  `(?:dang|da|duoc)(?: (?:theo doi|nhan|dang ky))+(?: (?:nhung|cac|may))?(?: (?:tin tuc|tin|loai tin|thong bao|muc))? ${WHAT}`,
  `(?:xem |liet ke )?(?:nhung |cac )?tin(?: ma)? ${WHO} (?:dang )?theo doi`,
].map(toPattern);
const OFFERED = [
  `(?:co the )?(?:theo doi|nhan)(?: duoc)?(?: (?:nhung|cac|may))?(?: (?:tin tuc|tin|loai tin|thong bao))? ${WHAT}(?: duoc)?`,
  `co (?:nhung |cac |may )?(?:loai )?(?:tin|tin tuc) ${WHAT}(?: (?:de|ma))?(?: (?:theo doi|nhan))(?: duoc)?`,
].map(toPattern);

/** "Đúng" has the letters of "đừng" and says the opposite; "nhắn tin" those of "nhận tin". */
const OTHER_WORDS = /nhắn|(?<!\p{L})đúng(?!\p{L})/iu;

/**
 * Whether the whole message is about following news of some topic: "theo dõi tin thị trường Trung Quốc", "bo theo doi tin
 * thue", "tôi đang theo dõi gì". Undefined for everything else, also for all news together ("dừng nhận tin").
 */
export function readFollowWords(text: string): FollowWords | undefined {
  const folded = foldPhrase(text);
  if (folded.split(' ').length > MOST_WORDS) return undefined;
  if (OTHER_WORDS.test(text.normalize('NFC'))) return undefined;
  const says = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(folded));
  if (says(MINE)) return { kind: 'mine' };
  if (says(OFFERED)) return { kind: 'offered' };
  if (says(UNFOLLOW_SOME)) return { kind: 'unfollow', topics: [] };
  if (says(FOLLOW_SOME)) return { kind: 'follow', topics: [] };
  const left = firstList(UNFOLLOW, folded);
  if (left !== undefined) return { kind: 'unfollow', topics: readTopics(left) };
  const taken = firstList(FOLLOW, folded);
  return taken === undefined ? readEnglishFollowWords(folded) : { kind: 'follow', topics: readTopics(taken) };
}

function toPattern(words: string): RegExp {
  return new RegExp(`^${BEGIN}${words}${END}$`);
}

function firstList(patterns: readonly RegExp[], folded: string): string | undefined {
  for (const pattern of patterns) {
    const list = pattern.exec(folded)?.groups?.list;
    if (list !== undefined) return list;
  }
  return undefined;
}
