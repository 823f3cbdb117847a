import { codeOfError } from '../../api/client.ts';
import type { WindowData } from '../../api/window-queries.ts';
import { errorWords } from '../../parts/states.tsx';
import { nameOfProgramme } from '../../words/programme-names.ts';
import { pageLocale, t, tell } from '../../words/words.ts';

const MOST_NAMES = 5;

export function sayProgramme(id: string): string {
  return nameOfProgramme(pageLocale(), id);
}

/** The programme alone where the window is the usual one for its requests. */
export function sayKindAndProgramme({ kind, programme }: Pick<WindowData, 'kind' | 'programme'>): string {
  return kind === 'application' ? sayProgramme(programme) : `${t(`windows.kind.${kind}`)}: ${sayProgramme(programme)}`;
}

export function sayRound(which: string): string {
  return tell(`windows.round.${which}`) ?? sayLead(which) ?? which;
}

/** "Trước hạn 10 ngày", of a lead such as 10-days. */
function sayLead(which: string): string | undefined {
  const [, count, unit] = /^(\d+)-(day|hour)s?$/.exec(which) ?? [];
  if (count === undefined) return undefined;
  return t(unit === 'day' ? 'windows.lead.days' : 'windows.lead.hours', { number: count });
}

/** "Lúc mở đợt; trước hạn 14, 7, 3, 1 ngày và 3 giờ": as one line. */
export function sayRule({ opening, before }: Pick<WindowData['rule'], 'opening' | 'before'>): string {
  const parts = [...(opening ? ['opening'] : []), ...before].map(sayRound);
  return parts.length === 0 ? t('windows.rule.never') : parts.join(' · ');
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
