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

/** The command that the whole message is, if it is one. */
export function readCommand(text: string): Command | undefined {
  const command = BY_PHRASE.get(foldPhrase(text));
  // "đúng" folds to the same letters as "dừng"; with its accents it is not a command.
  if (command === 'stop' && /đúng/i.test(text.normalize('NFC'))) return undefined;
  return command;
}

/** "dừng" written with its accents can mean nothing else, even while a choice "Đúng" stands. */
export function isPlainStop(text: string): boolean {
  return text.normalize('NFC').trim().toLowerCase() === 'dừng';
}
