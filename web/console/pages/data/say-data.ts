import { codeOfError } from '../../api/client.ts';
import type { DataRequestItem } from '../../api/data-queries.ts';
import { errorWords } from '../../parts/states.tsx';
import { sayClock, sayDate } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';

export function sayKind(kind: string): string {
  return tell(`data.kind.${kind}`) ?? kind;
}

export function sayLeaked(kinds: readonly string[]): string {
  return kinds.map((kind) => tell(`data.leaked.${kind}`) ?? kind).join(', ');
}

export function sayChannel(channel: string | null): string {
  return channel === null ? t('data.incidents.form.anyChannel') : (tell(`data.channel.${channel}`) ?? channel);
}

/** "thứ Tư 25/11": the last day of a term. */
export function sayLastDay(at: string | null): string {
  return at === null ? '' : sayDate(new Date(at));
}

/** "16 giờ 30 thứ Hai 30/11": an exact instant, also for tomorrow. */
export function sayInstant(at: string): string {
  const instant = new Date(at);
  return t('time.moment', { clock: sayClock(instant), day: sayDate(instant) });
}

/** "23/11, 28/11" */
export function sayIsoDays(days: readonly string[]): string {
  return days.map((day) => day.split('-').slice(1).reverse().map(Number).join('/')).join(', ');
}

/** What may still move the clock, in words; undefined when nothing may. */
export function sayNotes({ notes, state }: Pick<DataRequestItem, 'notes' | 'state'>): string | undefined {
  if (state === 'done' || state === 'refused') return undefined;
  if (notes.missingYear !== undefined) return t('data.page.missing', { year: notes.missingYear });
  return notes.undecided.length === 0 ? undefined : t('data.page.undecided', { days: sayIsoDays(notes.undecided) });
}

export function sayDataError(error: unknown): string {
  return tell(`data.error.${codeOfError(error).replace('data-request.', '')}`) ?? errorWords(error);
}
