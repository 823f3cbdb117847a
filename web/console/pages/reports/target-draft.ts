import type { TargetItem, TypedTarget } from '../../api/report-queries.ts';
import { readMoney, typeMoney } from '../../text/money.ts';

export type PartDraft = { key: number; name: string; value: string; fund: string };

/** A target as an officer types it. */
export type TargetDraft = {
  name: string;
  measure: TypedTarget['measure'];
  programme: string;
  fund: string;
  fromYear: string;
  toYear: string;
  value: string;
  mostValue: string;
  parts: PartDraft[];
  document: string;
  note: string;
};

export function draftOf(item: TargetItem | undefined, { year }: { year: number }): TargetDraft {
  if (item === undefined) {
    return {
      ...{ name: '', measure: 'doneProjects', programme: '', fund: '', fromYear: String(year) },
      ...{ toYear: String(year), value: '', mostValue: '', parts: [], document: '', note: '' },
    };
  }
  const { target, unit } = item;
  const type = (number: number | undefined): string => (unit === 'vnd' ? typeMoney(number) : String(number ?? ''));
  return {
    ...{ name: target.name, measure: target.measure, programme: target.programme ?? '', fund: target.fund ?? '' },
    ...{ fromYear: String(target.fromYear), toYear: String(target.toYear), value: type(target.value) },
    ...{ mostValue: type(target.mostValue), document: target.document, note: target.note ?? '' },
    parts: (target.parts ?? []).map((part, key) => ({
      ...{ key, name: part.name, value: type(part.value), fund: part.fund ?? '' },
    })),
  };
}

/** A sum of money, or a count; undefined for what is neither. */
export function readAmount(typed: string, { isMoney }: { isMoney: boolean }): number | undefined {
  const text = typed.trim();
  const number = isMoney ? readMoney(text) : /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return number === undefined || number <= 0 ? undefined : number;
}

/** What is typed as the server takes it; undefined while something is missing or cannot be read. */
export function readDraft(draft: TargetDraft, { isMoney }: { isMoney: boolean }): TypedTarget | undefined {
  const amount = (typed: string) => readAmount(typed, { isMoney });
  const value = amount(draft.value);
  const mostValue = draft.mostValue.trim() === '' ? null : amount(draft.mostValue);
  const [fromYear, toYear] = [readYear(draft.fromYear), readYear(draft.toYear)];
  const [name, document] = [draft.name.trim(), draft.document.trim()];
  const parts = draft.parts.map((part) => ({
    ...toFund(part.fund),
    name: part.name.trim(),
    value: amount(part.value),
  }));
  if (value === undefined || mostValue === undefined || fromYear === undefined || toYear === undefined)
    return undefined;
  if (name === '' || document === '') return undefined;
  const whole = parts.flatMap((part) =>
    part.name === '' || part.value === undefined ? [] : [{ ...part, value: part.value }],
  );
  if (whole.length < parts.length) return undefined;
  return {
    ...{ name, document, measure: draft.measure, fromYear, toYear, value, note: draft.note.trim(), parts: whole },
    ...{ certainty: 'officer', ...toFund(draft.fund) },
    ...(mostValue === null ? {} : { mostValue }),
    ...(draft.programme === '' ? {} : { programme: draft.programme }),
  };
}

function readYear(typed: string): number | undefined {
  return /^2[01]\d{2}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;
}

function toFund(fund: string): { fund?: 'national' | 'local' } {
  return fund === 'national' || fund === 'local' ? { fund } : {};
}
