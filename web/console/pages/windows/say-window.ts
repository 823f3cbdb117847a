import { codeOfError } from '../../api/client.ts';
import { errorWords } from '../../parts/states.tsx';
import { nameOfProgramme } from '../../words/programme-names.ts';
import { pageLocale, t, tell } from '../../words/words.ts';

const MOST_NAMES = 5;

export function sayProgramme(id: string): string {
  return nameOfProgramme(pageLocale(), id);
}

export function sayRound(which: string): string {
  return tell(`windows.round.${which}`) ?? which;
}

export function sayArea({ communes, communeCodes }: { communes: string[]; communeCodes: string[] }): string {
  if (communeCodes.length === 0) return t('windows.everywhere');
  const names = communes.slice(0, MOST_NAMES).join(', ') + (communes.length > MOST_NAMES ? '…' : '');
  return t('windows.communes', { count: communes.length, names });
}

/** The words for what is wrong with a window, by its code; otherwise those of any error. */
export function sayFault(code: string): string | undefined {
  return tell(`windows.fault.${code.replace('window.', '')}`);
}

export function sayWindowError(error: unknown): string {
  return sayFault(codeOfError(error)) ?? errorWords(error);
}
