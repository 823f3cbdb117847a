import { foldPhrase } from '../../core/text/fold.ts';

/** The words that work everywhere; "huỷ", which asks before anything is lost; and "làm tiếp", which takes up what was paused. */
export type Command = 'menu' | 'back' | 'repeat' | 'stop' | 'officer' | 'cancel' | 'resume';

const PHRASES: Record<Command, string[]> = {
  menu: ['menu', 'thuc don', 'start', 'bat dau', 'help', 'tro giup', 'huong dan', '0'],
  back: ['quay lai', 'tro lai', 'lui lai', 'back', 'nham quay lai', 'nham roi quay lai'],
  repeat: ['doc lai', 'nhac lai', 'noi lai', 'repeat'],
  stop: ['dung', 'dung lai', 'tam dung', 'stop'],
  officer: ['gap can bo', 'gap nguoi that', 'gap nguoi', 'noi chuyen voi can bo', 'can bo', 'officer'],
  resume: ['lam tiep', 'tiep tuc', 'tiep', 'tiep di', 'lam tiep di', 'lam tiep phieu', 'tiep tuc phieu', 'continue'],
  cancel: ['huy', 'huy bo', 'thoat', 'bo', 'cancel'],
};

const BY_PHRASE = new Map(
  Object.entries(PHRASES).flatMap(([command, phrases]) =>
    phrases.map((phrase) => [phrase, command as Command] as const),
  ),
);

/** "Dừng nhé", "gặp cán bộ ạ". */
const POLITE = /(?: (?:a|ah|nhe|nha))+$/;

/** The command that the whole message is, if it is one. */
export function readCommand(text: string): Command | undefined {
  const typed = foldPhrase(text);
  const command = BY_PHRASE.get(typed) ?? BY_PHRASE.get(typed.replace(POLITE, ''));
  // "Đúng", "đung" and Mr Dũng fold to the same letters as "dừng"; with marks of their own they are no command.
  if (command === 'stop' && OTHER_DUNG.test(text.normalize('NFC'))) return undefined;
  return command;
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
