import { placeValue } from '../forms/values.ts';
import { fold, foldPhrase } from '../text/fold.ts';
import { bareName } from './establishment.ts';
import { isOnlyTrade } from './trade-words.ts';

/** By what an establishment may be known to be another one that is written down too. */
export type DuplicateKey = {
  kind: 'tax-code' | 'name' | 'phone';
  value: string;
  /** How much it says that two share it: 3 nearly settles it, 1 alone hardly counts. */
  weight: 1 | 2 | 3;
};

export type DuplicateReason =
  | 'tax-code'
  /** The tax code is a personal id: one owner may have several establishments. */
  | 'owner-tax-code'
  | 'name'
  /** The name says only what is made, or where: neighbours may bear it too. */
  | 'trade-name'
  | 'phone';

export type Strength = 'strong' | 'fair' | 'weak';

/** One that may be the same as another, and why; nothing follows from it by itself. */
export type LikelyDuplicate = { id: string; reasons: DuplicateReason[]; strength: Strength };

export type KeyedEstablishment = { id: string; keys: readonly DuplicateKey[] };

type Values = Readonly<Record<string, unknown>>;

/**
 * What tells an establishment from others, of its answers by question id. Places are those of today: an old name of a
 * commune was resolved when it was answered. `isHelped`: only helpers act for it, whose phone says nothing about it.
 */
export function duplicateKeys(values: Values, { isHelped = false } = {}): DuplicateKey[] {
  return [
    ...taxKeys(values['tax-code']),
    ...nameKeys(values),
    ...phoneKeys([isHelped ? undefined : values.phone, values['owner-phone']]),
  ];
}

const PERSONAL_ID_LENGTH = 12;

function taxKeys(code: unknown): DuplicateKey[] {
  if (typeof code !== 'string' || !/\d/.test(code)) return [];
  const value = code.replace(/[^\d-]/g, '');
  return [{ kind: 'tax-code', value, weight: value.length === PERSONAL_ID_LENGTH ? 2 : 3 }];
}

function nameKeys({ establishment, commune }: Values): DuplicateKey[] {
  const place = placeValue.safeParse(commune).data;
  const bare = typeof establishment === 'string' ? bareName(establishment) : '';
  if (place === undefined || bare === '') return [];
  const isTrade = isOnlyTrade({ bare, said: foldPhrase(String(establishment)), commune: foldPhrase(place.commune) });
  return [{ kind: 'name', value: `${bare}|${place.communeCode}`, weight: isTrade ? 1 : 2 }];
}

function phoneKeys(phones: readonly unknown[]): DuplicateKey[] {
  const digits = phones.flatMap((phone) => (typeof phone === 'string' ? fold(phone).replace(/\D/g, '') : []));
  return [...new Set(digits)].filter(Boolean).map((value) => ({ kind: 'phone', value, weight: 1 }));
}

/** Those of `others` that share a key with `one`, the likeliest first; never itself. */
export function likelyDuplicates(one: KeyedEstablishment, others: readonly KeyedEstablishment[]): LikelyDuplicate[] {
  return others
    .flatMap((other) => {
      const shared = other.id === one.id ? [] : sharedKeys(one.keys, other.keys);
      const sum = shared.reduce((total, { weight }) => total + weight, 0);
      return shared.length === 0 ? [] : [{ id: other.id, reasons: shared.map(reasonOf), sum }];
    })
    .sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))
    .map(({ sum, ...found }) => ({ ...found, strength: strengthOf(sum) }));
}

/** The sum of weights from which officers are told in the list; what is below shows beside the establishment alone. */
export const TELLING_SUM = 2;

function strengthOf(sum: number): Strength {
  if (sum > TELLING_SUM) return 'strong';
  return sum === TELLING_SUM ? 'fair' : 'weak';
}

/** Of each kind the one that both have and that says most; a key says as much as to whom it says least. */
function sharedKeys(one: readonly DuplicateKey[], other: readonly DuplicateKey[]): DuplicateKey[] {
  const shared = one.flatMap((key) => {
    const same = other.find(({ kind, value }) => kind === key.kind && value === key.value);
    return same === undefined ? [] : [same.weight < key.weight ? same : key];
  });
  return (['tax-code', 'name', 'phone'] as const).flatMap((kind) => {
    const [best] = shared.filter((key) => key.kind === kind).sort((a, b) => b.weight - a.weight);
    return best === undefined ? [] : [best];
  });
}

function reasonOf({ kind, weight }: DuplicateKey): DuplicateReason {
  if (kind === 'tax-code') return weight === 3 ? 'tax-code' : 'owner-tax-code';
  if (kind === 'name') return weight === 2 ? 'name' : 'trade-name';
  return 'phone';
}
