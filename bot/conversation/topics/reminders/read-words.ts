import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { isLead, type Lead, readLead, sortLeads, writeLead } from '../../../../core/schedule/window-leads.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { wishesNoReminders } from './no-reminders.ts';
import { readAgainWords } from './read-again.ts';
import { spellOut } from './spell-out.ts';

/** Longer than this is a story, in which somebody tells of reminders. */
const MOST_WORDS = 22;

const WHO = '(?:toi|em|minh|chau|con|tui|tao|anh|chi|bac|co|chu|di|nha em|nha toi|ben em|ben toi|htx)';
const END =
  '(?: (?:nua|di|nhe|nha|nghe|a|ah|oi|luon|dau|giup|voi|dum|gium|thoi|hen|hi|roi|gi het|bot|duoc khong|dc khong|dc ko))*';
const NOT = '(?:dung|khong|ko|k|thoi|ngung|tat|huy|bo|khoi|dep)(?: (?:can|muon|co|phai|them))*';
const BEGIN = `(?:(?:${WHO}|da|vang|ok|oke|thoi|xin|muon|nho|bot|tro ly|a|uh|u|ua) )*`;

const THIS = '(?:(?:cai|dot|vu|viec|chuyen|phieu|ho so|lop|tin|han) )?(?:nay|do|ay|kia|vua roi)';
const STOP_ABOUT = new RegExp(
  `^${BEGIN}${NOT} (?:gui )?(?:loi )?nhac(?: nho)?(?: ${WHO})?(?: (?:ve|den|toi|may|cac))*(?: (?:vu|viec|chuyen|dot|cai))? (?<what>.+?)${END}$`,
);
const STOP_THIS = new RegExp(`^${BEGIN}${NOT} (?:loi )?nhac(?: nho)?(?: ${WHO})?(?: ve)? ${THIS}${END}$`);
const ABOUT = [
  [
    'certificates',
    /^(?:han (?:cua )?)?(?:giay chung nhan|gcn|chung nhan|giay cong nhan)(?: (?:san pham|tieu bieu|cua toi|cua em|het han))*$/,
  ],
  ['progress', /^(?:cai |bao )*(?:bao cao|tien do|bao tien do|bao cao tien do|bao cao thang)$/],
  ['papers', /^(?:bo sung )?(?:giay to|giay|ho so|ho so thieu|giay to thieu|bo sung|nop giay|nop giay to)$/],
] as const;

const LIST = [
  new RegExp(
    `^${BEGIN}(?:(?:hien|gio|bay gio|luc nay) )*(?:${WHO} )?(?:dang|con|co|duoc|se|da)(?: (?:duoc|dang|nho|dat|bat|hen))*(?: tro ly| bot)?(?: loi)? ?nhac(?: nho)?(?: ${WHO})?(?: ve)?(?: nhung)? (?:gi|cai gi|viec gi|nhung gi|dot nao|cai nao|viec nao|chuyen gi|nao|khong|ko)(?: (?:the|vay|a|ha|nhi|do|day|khong|ko))*$`,
  ),
  new RegExp(
    `^${BEGIN}(?:(?:cho ${WHO} |cho )?(?:xem|coi|mo|kiem tra) |liet ke |danh sach |cac |nhung |tat ca )*(?:loi nhac|lich nhac|nhac nho|lich nhac nho)(?: (?:nao|gi|cua ${WHO}|${WHO}|da dat|dang co|dang bat))*${END}$`,
  ),
  new RegExp(
    `^${BEGIN}(?:bao gio|khi nao|luc nao|chung nao)(?: thi)?(?: (?:tro ly|bot|se))* nhac(?: ${WHO})?(?: (?:vay|the|a|ha|nhi))*$`,
  ),
];

/** "trước 7 ngày", "trước hạn 14, 7 và 3 ngày", beside a word for telling. */
const SAYS_BEFORE = new RegExp(
  `\\b(?:nhac|hu)\\b.*\\btruoc\\b|\\b(?:bao|nhan(?: tin)?)(?: cho)?(?: ${WHO})?(?: biet)? truoc\\b|\\btruoc\\b.*\\bnhac\\b`,
);
const BEFORE =
  /\btruoc((?: (?:han|khi|ngay|het|nop|dong|luc|het han|mot|khoang|it nhat))*)((?: (?:\d{1,3}|ngay|hom|bua|tuan|thang|tieng|gio|h|va|voi|roi|nua))+)/;
const UNIT_DAYS: Record<string, number> = { ngay: 1, hom: 1, bua: 1, tuan: 7, thang: 30 };

/** The choice that words about reminders mean; undefined when they are about something else. */
export function readReminderWords(text: string, now: Date): string | undefined {
  const folded = foldPhrase(text);
  if (!/\b(?:nhac|nhan|bao|hu)\b/.test(folded) || folded.split(' ').length > MOST_WORDS) return undefined;
  if (wishesNoReminders(text)) return `reminders:stop-programme:${ANY_PROGRAMME}`;
  if (LIST.some((pattern) => pattern.test(folded))) return 'reminders:list';
  if (STOP_THIS.test(folded)) return 'reminders:stop-this';
  const what = STOP_ABOUT.exec(folded)?.groups?.what;
  if (what !== undefined) {
    const about = ABOUT.find(([, pattern]) => pattern.test(what))?.[0];
    return about === undefined ? 'reminders:stop-said' : `reminders:stop-about:${about}`;
  }
  const leads = readLeads(text);
  if (leads.length > 0) return `reminders:lead:${leads.join('+')}`;
  const again = readAgainWords(text, now);
  return again === undefined ? undefined : `reminders:again:${again}`;
}

/** How long before something people want to hear of it, the longest first. */
function readLeads(text: string): Lead[] {
  const words = foldPhrase(spellOut(text));
  if (!SAYS_BEFORE.test(words)) return [];
  const said = BEFORE.exec(words)?.[2]?.trim().split(' ') ?? [];
  const leads: Lead[] = [];
  let counts: number[] = [];
  for (const word of said) {
    if (/^\d+$/.test(word)) counts.push(Number(word));
    else if (word in UNIT_DAYS) {
      leads.push(...counts.flatMap((count) => leadOf('days', count * (UNIT_DAYS[word] ?? 1))));
      counts = [];
    } else if (word === 'tieng' || word === 'gio' || word === 'h') {
      leads.push(...counts.flatMap((count) => leadOf('hours', count)));
      counts = [];
    }
  }
  return sortLeads(leads);
}

function leadOf(unit: 'days' | 'hours', count: number): Lead[] {
  const lead = writeLead({ unit, count });
  return readLead(lead) !== undefined && isLead(lead) ? [lead] : [];
}
