import { sayDate } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';

type Fault = { code: string; values?: Readonly<Record<string, string | number>> };

/** One sentence on what is wrong, and what to do. */
export function sayFault({ code, values }: Fault): string {
  return tell(`knowledge.fault.${code}`, values) ?? t('knowledge.fault.other', { code });
}

/** "2026-11-27" → "thứ Sáu 27/11" */
export function sayIsoDay(day: string): string {
  return sayDate(new Date(`${day}T05:00:00Z`));
}

export function sayCertainty(certainty: string): string {
  return tell(`knowledge.certainty.${certainty}`) ?? certainty;
}

/** "tỉnh Thái Nguyên" → "Tỉnh Thái Nguyên", where it stands by itself. */
export function sayProvince({ name }: { name: string }): string {
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`;
}

export function sayKind(kind: string): string {
  return tell(`knowledge.kind.${kind}`) ?? kind;
}
