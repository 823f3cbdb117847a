import { inSentence, type Saying } from '../forms/saying.ts';
import { placeValue } from '../forms/values.ts';
import { foldPhrase } from '../text/fold.ts';
import { isHelper } from './for-another.ts';

/** Questions of the request about who produces, where, and how to reach them; not about what is needed. */
export const OF_ESTABLISHMENT = ['product', 'commune', 'establishment', 'legal-form', 'contact-name', 'phone'] as const;

/** Whom a helper acts for, asked once somebody fills a request in for another (`for-another.ts`). */
export const OF_OWNER = ['owner-name', 'owner-phone'] as const;

/** What is completed later and holds for every request of the establishment. */
export const DETAILS_OF_ESTABLISHMENT = [
  'tax-code',
  'representative',
  'workshop',
  'sector',
  'workers',
  'local-materials',
  'certificate',
] as const;

/** All that is kept of an establishment, by question id. */
export const KEPT_OF_ESTABLISHMENT: readonly string[] = [...OF_ESTABLISHMENT, ...OF_OWNER, ...DETAILS_OF_ESTABLISHMENT];

type Values = Readonly<Record<string, unknown>>;

/**
 * Two requests of one person with the same key are of one establishment: the same name, or without a name the same owner,
 * in the same commune. Undefined when nothing tells it from others: a helper who named nobody helps another each time.
 */
export function establishmentKey(values: Values): string | undefined {
  const place = placeValue.safeParse(values.commune).data?.communeCode;
  if (place === undefined) return undefined;
  const name = textOf(values.establishment);
  if (name !== undefined) return `${bareName(name)}|${place}`;
  const owner = textOf(values['owner-name']);
  const isHelped = isHelper(values['filled-by']) && owner === undefined;
  const who = owner ?? textOf(values['contact-name']);
  return isHelped || who === undefined ? undefined : `of ${foldPhrase(who)}|${place}`;
}

/** What an establishment is called: its name, or what tells it from others where it has none. */
export function establishmentName(values: Values): Saying {
  const name = textOf(values.establishment);
  if (name !== undefined) return name;
  const owner = textOf(values['owner-name']);
  if (owner !== undefined) return { key: 'establishment:nameless.owner', values: { owner } };
  const place = placeValue.safeParse(values.commune).data;
  if (place === undefined) return { key: 'establishment:nameless.unknown' };
  return { key: 'establishment:nameless.place', values: { place: inSentence(place.commune) } };
}

const FORMS =
  /^(?:(?:hop tac xa|htx|to hop tac|tht|ho kinh doanh|hkd|ho|cong ty|cty|tnhh|co phan|cp|mtv|mot thanh vien|doanh nghiep|dntn|dn|tu nhan|co so|xuong) )+/;

/** "Hợp tác xã Tài Hoan" and "htx tai hoan" are one name. */
export function bareName(name: string): string {
  return foldPhrase(name).replace(FORMS, '');
}

/** Which of several is named by a text: its whole name, or words of it that no other has; undefined when none or several are. */
export function findNamed<T extends { names: readonly string[] }>(known: readonly T[], text: string): T | undefined {
  const typed = bareName(text);
  if (typed.length < 2) return undefined;
  const exact = known.filter(({ names }) => names.some((name) => bareName(name) === typed));
  if (exact.length === 1) return exact[0];
  const partly = known.filter(({ names }) =>
    names.some((name) => {
      const bare = ` ${bareName(name)} `;
      return bare.includes(` ${typed} `) || ` ${typed} `.includes(bare);
    }),
  );
  return partly.length === 1 ? partly[0] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
