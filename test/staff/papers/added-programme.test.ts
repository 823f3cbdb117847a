import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../../host/project-root.ts';

/** A kind of support as its file states it: drying yards. */
const KIND = `
import { WORKERS } from '../shared-questions.ts';
export const programme = {
  id: 'drying-yard',
  order: 2.5,
  need: { id: 'drying-yard', aliases: ['san phoi'] },
  details: {
    id: 'yard',
    version: 1,
    questions: [
      { id: 'yard-size', field: { kind: 'count', plausible: { min: 1, max: 9999 } } },
      { id: 'yard-goods', field: { kind: 'choices', options: [{ id: 'noodles', aliases: ['mien'] }] } },
      { id: 'yard-note', field: { kind: 'text', maxLength: 200 } },
      WORKERS,
    ],
  },
};`;
const WORDS = {
  ...{
    name: 'Sân phơi',
    inSentence: 'làm sân phơi',
    request: { option: 'Làm sân phơi', price: 'Hết bao nhiêu tiền?' },
  },
  'yard-size': { ask: 'Rộng mấy mét?', label: 'Diện tích', count: '{{number}} m²', range: '{{from}}–{{to}} m²' },
  'yard-goods': { ask: 'Phơi gì?', label: 'Phơi', option: { noodles: 'Miến' } },
  'yard-note': { ask: 'Gì nữa?', label: 'Ghi thêm' },
};

/** What the export and the paper of one request of that kind say, run where the file was added. */
const TELL = `
import { requestSheets } from './staff/papers/export/request-sheets.ts';
import { makeRequestForm } from './staff/papers/form/request-form.ts';
import { wordsFor } from './locales/words.ts';
const speaker = { words: wordsFor('vi'), locale: 'vi' };
const kept = { need: 'drying-yard', 'yard-size': { minCount: 40, maxCount: 50 }, 'yard-goods': { optionIds: ['noodles'] } };
const answers = Object.fromEntries(Object.entries(kept).map(([id, value]) => [id, { value, raw: null }]));
const request = { id: '1', code: 'KC-2026-0001', programme: 'drying-yard', status: 'submitted', submittedAt: new Date(0), events: [], answers };
const read = async function* () { yield request; };
const sheets = [];
for (const { name, open } of requestSheets({ heads: [request], read, judge: () => undefined }, speaker)) {
  const { columns, rows } = open();
  for await (const cells of rows) sheets.push([name, Object.fromEntries(columns.map(({ title }, at) => [title, cells[at] ?? null]))]);
}
const form = makeRequestForm({ request, advice: null, centre: '', photoTimes: new Map(), now: new Date(0) }, speaker);
console.log(JSON.stringify({ sheets, form }));`;

const house = mkdtempSync(join(tmpdir(), 'khuyencong-added-'));
let told: { sheets: [string, Record<string, unknown>][]; form: { about: string[]; sections: { lines: unknown[] }[] } };

beforeAll(() => {
  for (const room of ['core', 'locales', 'staff', 'package.json']) {
    cpSync(join(projectRoot, room), join(house, room), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(house, 'node_modules'), 'junction');
  writeFileSync(join(house, 'core/programmes/kinds/drying-yard.ts'), KIND);
  for (const language of ['vi', 'en']) {
    writeFileSync(join(house, `locales/${language}/programmes/drying-yard.json`), JSON.stringify(WORDS));
  }
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', TELL], { cwd: house, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  told = JSON.parse(run.stdout);
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

it('a kind of support that is added as a file has its sheet in the export, with its questions as columns', () => {
  expect(told.sheets.map(([name]) => name)).toEqual(['Tất cả phiếu', 'Sân phơi']);
  expect(told.sheets[0]?.[1]).toMatchObject({
    'Nội dung hỗ trợ': { text: 'Sân phơi' },
    'Cần hỗ trợ': { text: 'Làm sân phơi' },
  });
  expect(told.sheets[1]?.[1]).toMatchObject({
    'Mã phiếu': { text: 'KC-2026-0001' },
    'Diện tích': { kind: 'number', number: 50 },
    'Diện tích, ít nhất': { kind: 'number', number: 40 },
    Phơi: { text: 'Miến' },
    'Ghi thêm': null,
    'Số người làm': null,
  });
});

it('a kind of support that is added as a file has its questions on the printed paper, with blanks for what is missing', () => {
  expect(told.form.about).toContain('Nội dung hỗ trợ: Sân phơi');
  expect(told.form.sections.flatMap(({ lines }) => lines)).toEqual(
    expect.arrayContaining([
      { label: 'Cần hỗ trợ', text: 'Làm sân phơi', said: '' },
      { label: 'Diện tích', text: '40–50 m²', said: '' },
      { label: 'Phơi', text: 'Miến', said: '' },
      { label: 'Ghi thêm', text: '', said: '' },
      { label: 'Số người làm', text: '', said: '' },
    ]),
  );
});
