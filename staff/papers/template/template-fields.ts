import type { Readable } from 'node:stream';
import type { Words } from '../../../locales/words.ts';
import type { Cell } from '../workbook/cell.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import type { Paper } from './read-template.ts';

/** What a template may name: as it is written there, what it means, and what stands in its place in the sample. */
export type Field = {
  sign: string /** The part that is repeated, inside of which it stands. */;
  within: string;
  meaning: string;
  example: string;
};

/** Every field of a paper, a part that is repeated before what stands in it. */
export function fieldsOf(sample: object, paper: Paper, words: Words, path: readonly string[] = []): Field[] {
  return Object.entries(sample).flatMap(([name, value]) => {
    const here = [...path, name];
    const meaning = words.word(`templates:fields.${paper}.${here.join('_')}`);
    const within = path.length === 0 ? '' : `{#${path.at(-1)}}`;
    if (typeof value === 'string') return [{ sign: `{${name}}`, within, meaning, example: value }];
    const [one] = Array.isArray(value) ? value : [value];
    const part = { sign: `{#${name}} … {/${name}}`, within, meaning, example: '' };
    if (typeof one === 'string') return [{ ...part, sign: `{#${name}}{.}{/${name}}`, example: one }];
    return [part, ...fieldsOf(one ?? {}, paper, words, here)];
  });
}

/** The same as a workbook to look things up in. */
export function fieldsWorkbook(fields: readonly Field[], { words: { t }, now }: { words: Words; now: Date }): Readable {
  const columns = [
    { title: t('templates:list.sign'), width: 34 },
    { title: t('templates:list.within'), width: 16 },
    { title: t('templates:list.meaning'), width: 60 },
    { title: t('templates:list.example'), width: 60 },
  ];
  const rows = fields.map((field) => [field.sign, field.within, field.meaning, field.example].map(text));
  return writeWorkbook([{ name: t('templates:list.sheet'), open: () => ({ columns, rows: inTurn(rows) }) }], { now });
}

const text = (words: string): Cell => (words === '' ? undefined : { kind: 'text', text: words });

async function* inTurn(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}
