import { foldPhrase } from '../../core/text/fold.ts';

/** The words that work everywhere; "huỷ", which asks before anything is lost; and "làm tiếp", which takes up what was paused. */
export type Command = 'menu' | 'back' | 'repeat' | 'stop' | 'officer' | 'cancel' | 'resume';

const PHRASES: Record<Command, string[]> = {
  menu: ['menu', 'thuc don', 'start', 'bat dau', 'help', 'tro giup', 'huong dan', '0'],
  back: ['quay lai', 'tro lai', 'lui lai', 'back', 'nham quay lai', 'nham roi quay lai'],
  repeat: ['doc lai', 'nhac lai', 'noi lai', 'repeat'],
  stop: ['dung', 'dung da', 'dung lai', 'tam dung', 'tam dung lai', 'tam ngung', 'ngung lai', 'stop'],
  officer: ['gap can bo', 'gap nguoi that', 'gap nguoi', 'noi chuyen voi can bo', 'can bo', 'officer'],
  resume: [
    'lam tiep',
    'tiep tuc',
    'tiep',
    'tiep di',
    'lam tiep di',
    'lam tiep phieu',
    'tiep tuc phieu',
    'continue',
    ...notGivenUp(),
  ],
  cancel: ['huy', 'huy bo', 'thoat', 'bo', 'cancel'],
};

/** "Thôi đừng huỷ nữa", "không bỏ đâu": who thought better of it goes on. */
function notGivenUp(): string[] {
  const deeds = ['huy', 'huy bo', 'bo', 'xoa', 'huy phieu', 'bo phieu', 'xoa phieu'];
  const phrases = ['dung', 'khong', 'ko', 'k'].flatMap((no) => deeds.map((deed) => `${no} ${deed}`));
  return [...phrases, ...phrases.flatMap((phrase) => [`${phrase} nua`, `${phrase} dau`])];
}

const BY_PHRASE = new Map(
  Object.entries(PHRASES).flatMap(([command, phrases]) =>
    phrases.map((phrase) => [phrase, command as Command] as const),
  ),
);

/** "Dừng nhé", "gặp cán bộ ạ". */
const POLITE = /(?: (?:a|ah|nhe|nha))+$/;
/** "Thôi dừng lại đã em", "cho chị gặp cán bộ đi": around what is two words or more, or a word that is nothing else. */
const BEFORE =
  /^(?:(?:thoi|da|ok|oke|vang|u|a|oi|the|vay|gio|cho|de|xin|muon|can|hay|em|toi|minh|chi|anh|bac|co|chu|chau|tui) )+/;
const BEHIND =
  /(?: (?:a|ah|nhe|nha|nhen|da|cai|thoi|di|em|oi|anh|chi|ad|giup|ho|voi|luon|nay|o day|tai day|lam|vay|chut|ti|mot chut)(?= |$))+$/;
const CLEAR = /^(?:menu|stop|tam dung)$| /;

/** The command that the whole message is, if it is one. */
export function readCommand(text: string): Command | undefined {
  const typed = foldPhrase(text);
  const command =
    BY_PHRASE.get(typed) ?? BY_PHRASE.get(typed.replace(POLITE, '')) ?? readClear(typed.replace(BEHIND, ''));
  // "Đúng", "đung" and Mr Dũng fold to the same letters as "dừng"; with marks of their own they are no command.
  if (command === 'stop' && OTHER_DUNG.test(text.normalize('NFC'))) return undefined;
  return command;
}

/** `typed` is folded, without what may stand behind a command. */
function readClear(typed: string): Command | undefined {
  const said = [typed, typed.replace(BEFORE, '')].find((each) => CLEAR.test(each) && BY_PHRASE.has(each));
  return said === undefined ? undefined : BY_PHRASE.get(said);
}

const OTHER_DUNG = /(?<!\p{L})(?:đ[uúũụủù]ng|d[úũụủùựữ]ng)(?!\p{L})/iu;

/** "dừng" written with its accents can mean nothing else, even while a choice "Đúng" stands. */
export function isPlainStop(text: string): boolean {
  return withoutPolite(text) === 'dừng';
}

/** "dung" without marks is "đúng" as well as "dừng". */
export function isBareDung(text: string): boolean {
  return withoutPolite(text) === 'dung';
}

function withoutPolite(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .replace(/(?: (?:ạ|a|nhé|nhe|nha))+$/, '');
}
