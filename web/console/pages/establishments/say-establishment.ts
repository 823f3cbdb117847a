import { codeOfError } from '../../api/client.ts';
import type { DuplicateData } from '../../api/establishment-queries.ts';
import { errorWords } from '../../parts/states.tsx';
import { t, tell } from '../../words/words.ts';

export function sayEstablishmentError(error: unknown): string {
  return tell(`establishment.fault.${codeOfError(error).replace('.', '-')}`) ?? errorWords(error);
}

/** "cùng tên, cùng xã; cùng số điện thoại" */
export function sayReasons({ reasons }: Pick<DuplicateData, 'reasons'>): string {
  return reasons.map((reason) => t(`establishment.twice.reason.${reason}`)).join('; ');
}

/** "Lan, người chưa cho tên" */
export function sayPeople(people: readonly { name: string | null }[]): string {
  return people.map(({ name }) => name ?? t('establishment.unnamed')).join(', ');
}

const MOST_CODES = 3;

/** "KC-2026-0001, KC-2026-0002, KC-2026-0003, +2" */
export function sayCodes(requests: readonly { code: string }[]): string {
  if (requests.length === 0) return t('establishment.merge.noRequests');
  const more = requests.length - MOST_CODES;
  return [...requests.slice(0, MOST_CODES).map(({ code }) => code), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

/** Two that are compared often bear the same name: their requests tell them apart. */
export function sayWhich({ name, requests }: { name: string; requests: readonly { code: string }[] }): string {
  return `${name} (${sayCodes(requests)})`;
}
