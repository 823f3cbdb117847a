import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArrowReport, checkArrows } from '../../scripts/checks/arrows.ts';

const root = join(import.meta.dirname, '../..');
const workplace = mkdtempSync(join(tmpdir(), 'arrows-'));

afterAll(() => rmSync(workplace, { recursive: true, force: true }));

/** What each planted file says, and the rule that must catch it. */
const forbidden: [file: string, says: string, rule: string][] = [
  ['core/a1.ts', "import { x } from '../records/x.ts';", 'core-reaches-out'],
  ['core/a2.ts', "import type { X } from '../records/x.ts';", 'core-reaches-out'],
  ['core/a3.ts', "import { type X } from '../records/x.ts';", 'core-reaches-out'],
  ['core/a4.ts', "export type { X } from '../records/x.ts';", 'core-reaches-out'],
  ['core/a5.ts', "export type Y = import('../records/x.ts').X;", 'core-reaches-out'],
  ['core/a6.ts', "export const later = () => import('../records/x.ts');", 'core-reaches-out'],
  ['core/a7.ts', "export * from '../locales/x.ts';", 'core-reaches-out'],
  ['core/a8.ts', "import { readFileSync } from 'node:fs';", 'core-uses-node'],
  ['core/a9.ts', "import { join } from 'path';", 'core-uses-node'],
  ['core/a10.ts', "import { Queue } from 'bullmq';", 'core-uses-a-package'],
  ['locales/b1.ts', "import type { X } from '../records/x.ts';", 'locales-reaches-out'],
  ['knowledge/b2.ts', "import { x } from '../bot/library/x.ts';", 'knowledge-reaches-out'],
  ['data/b3.ts', "import type { X } from '../records/x.ts';", 'data-reaches-out'],
  ['records/c1.ts', "import type { X } from '../bot/conversation/x.ts';", 'records-reaches-out'],
  ['records/c2.ts', "import { x } from '../host/x.ts';", 'only-main-imports-host'],
  ['bot/channels/d1.ts', "import type { X } from '../outbox/x.ts';", 'bot/channels-reaches-out'],
  ['bot/channels/d2.ts', "import { x } from '../conversation/x.ts';", 'bot/channels-reaches-out'],
  ['bot/outbox/d3.ts', "import type { X } from '../conversation/x.ts';", 'bot/outbox-reaches-out'],
  ['bot/outbox/d4.ts', "import { x } from '../library/x.ts';", 'bot/outbox-reaches-out'],
  ['bot/library/d5.ts', "import { x } from '../outbox/x.ts';", 'bot/library-reaches-out'],
  ['bot/library/d6.ts', "import type { X } from '../conversation/x.ts';", 'bot/library-reaches-out'],
  ['bot/conversation/d7.ts', "import type { X } from '../../jobs/x.ts';", 'bot-reaches-out'],
  ['bot/conversation/d8.ts', "import { x } from '../../staff/x.ts';", 'bot-reaches-out'],
  ['bot/conversation/d9.ts', "import { x } from '../../web/x.ts';", 'bot-reaches-out'],
  ['jobs/e1.ts', "import type { X } from '../bot/conversation/x.ts';", 'jobs-reaches-out'],
  ['jobs/e2.ts', "import { x } from '../bot/library/x.ts';", 'jobs-reaches-out'],
  ['jobs/e3.ts', "import { x } from '../bot/channels/x.ts';", 'jobs-reaches-out'],
  ['jobs/e4.ts', "import type { X } from '../staff/x.ts';", 'jobs-reaches-out'],
  ['jobs/e5.ts', "import { x } from '../config.ts';", 'only-main-and-host-import-settings'],
  ['staff/f1.ts', "import { x } from '../bot/conversation/receive.ts';", 'staff-reaches-out'],
  ['staff/f2.ts', "import type { X } from '../bot/channels/x.ts';", 'staff-reaches-out'],
  ['staff/f3.ts', "import type { X } from '../jobs/x.ts';", 'staff-reaches-out'],
  ['staff/f4.ts', "import type { X } from '../host/x.ts';", 'only-main-imports-host'],
  ['staff/f5.ts', "import type { Prisma } from '../generated/prisma/client.ts';", 'prisma-outside-records'],
  ['staff/f6.ts', "import { PrismaPg } from '@prisma/adapter-pg';", 'prisma-outside-records'],
  ['host/g1.ts', "import type { X } from '../main.ts';", 'host-imports-main'],
  ['host/g2.ts', "import { PrismaPg } from '@prisma/adapter-pg';", 'prisma-outside-records'],
  ['host/g3.ts', "import { x } from '../test/x.ts';", 'product-imports-its-tools'],
  ['host/g4.ts', "import { chromium } from 'playwright-core';", 'product-imports-a-dev-dependency'],
  ['web/h1.tsx', "import type { X } from '../records/x.ts';\nexport const H = () => <b>x</b>;", 'web-reaches-out'],
  ['web/h2.tsx', "import { x } from '../staff/x.ts';", 'web-imports-more-than-types'],
  ['web/h3.ts', "import { x } from '../locales/x.ts';", 'web-imports-more-than-types'],
  ['web/h4.ts', "import type { X } from '../bot/outbox/x.ts';", 'web-reaches-out'],
  ['records/i1.ts', "import { x } from '../../shared/x.ts';", 'leaves-the-repository'],
  ['records/i2.ts', "import { x } from './nowhere.ts';", 'not-resolvable'],
];

const allowed: [file: string, says: string][] = [
  ['core/ok1.ts', "import { z } from 'zod';\nimport type { X } from './x.ts';"],
  [
    'records/ok2.ts',
    "import type { Prisma } from '../generated/prisma/client.ts';\nimport type { X } from '../core/x.ts';",
  ],
  ['bot/conversation/ok3.ts', "import type { X } from '../library/x.ts';\nimport { x } from '../outbox/x.ts';"],
  ['bot/outbox/ok4.ts', "import { x } from '../channels/x.ts';\nimport { x as y } from '../../records/x.ts';"],
  ['jobs/ok5.ts', "import { x } from '../bot/conversation/receive.ts';\nimport { x as y } from '../bot/outbox/x.ts';"],
  [
    'staff/ok6.ts',
    "import { x } from '../bot/library/x.ts';\nimport { prismaAdapter } from 'better-auth/adapters/prisma';",
  ],
  [
    'host/ok7.ts',
    "import { x } from '../jobs/x.ts';\nimport { x as y } from '../staff/x.ts';\nimport { x as z } from '../config.ts';",
  ],
  ['host/migrations/ok8.ts', "import { PrismaPg } from '@prisma/adapter-pg';"],
  [
    'web/ok9.tsx',
    "import type { X } from '../staff/x.ts';\nimport words from '../locales/vi/words.json' with { type: 'json' };\nexport const W = () => <b>{words.a}</b>;",
  ],
  ['main.ts', "import { x } from './host/x.ts';"],
];

/** A house with every room, and in each room one file that minds its own business. */
function buildHouse(name: string): string {
  const house = join(workplace, name);
  const rooms = ['core', 'locales', 'knowledge', 'data', 'records', 'bot/channels', 'bot/outbox', 'bot/library'];
  rooms.push('bot/conversation', 'jobs', 'staff', 'host', 'web', 'test');
  const quiet = 'export const x = 1;\nexport type X = 1;\n';
  for (const room of rooms) write(house, `${room}/x.ts`, quiet);
  for (const file of ['config.ts', 'bot/conversation/receive.ts', 'generated/prisma/client.ts'])
    write(house, file, quiet);
  write(house, 'locales/vi/words.json', '{"a":"b"}');
  for (const file of ['.dependency-cruiser.mjs', 'package.json']) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
  return house;
}

function write(house: string, file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

describe('the rules of the arrows', () => {
  let report: ArrowReport;

  beforeAll(async () => {
    const house = buildHouse('house');
    write(workplace, 'shared/x.ts', 'export const x = 1;');
    for (const [file, says] of [...forbidden, ...allowed]) write(house, file, `${says}\n`);
    write(house, 'records/one.ts', "import type { Two } from './two.ts';\nexport type One = 1;\n");
    write(house, 'records/two.ts', "import type { One } from './one.ts';\nexport type Two = 2;\n");
    report = await checkArrows({ root: house });
  });

  it.each(forbidden)('%s may not say: %s', (file, _says, rule) => {
    expect(report.problems.filter((problem) => problem.startsWith(`${rule}: ${file} `))).toHaveLength(1);
  });

  it('two files may not need each other, not even for a type', () => {
    expect(report.problems).toContainEqual(expect.stringMatching(/^circle: records\/(one|two)\.ts → /));
  });

  it.each(allowed)('%s may say: %s', (file) => {
    expect(report.problems.filter((problem) => problem.includes(` ${file} `))).toEqual([]);
  });
});

describe('a check that has not looked', () => {
  it('fails where there is no module', async () => {
    const house = join(workplace, 'empty');
    write(house, 'package.json', '{}');
    cpSync(join(root, '.dependency-cruiser.mjs'), join(house, '.dependency-cruiser.mjs'));
    const report = await checkArrows({ root: house });
    expect(report.modulesSeen).toBe(0);
    expect(report.problems).toEqual([expect.stringMatching(/^no-modules: /)]);
  });

  it('fails where no module imports anything', async () => {
    const report = await checkArrows({ root: buildHouse('silent') });
    expect(report.problems).toEqual([expect.stringMatching(/^no-imports: /)]);
  });
});

describe('npm run check on a copy of this repository', () => {
  const copy = join(workplace, 'copy');
  const leftOut = new Set(['node_modules', 'dist', join('generated', 'answer-index'), '.git', '.data']);

  beforeAll(() => {
    cpSync(root, copy, { recursive: true, filter: (path) => !leftOut.has(relative(root, path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  const check = (nodeOptions: string[] = []) => {
    const options = { cwd: copy, encoding: 'utf8', timeout: 60_000 } as const;
    return spawnSync(process.execPath, [...nodeOptions, 'scripts/check.ts', 'arrows'], options);
  };

  it('fails on a planted import of a type alone, and passes once it is gone', { timeout: 120_000 }, () => {
    const planted = 'core/planted.ts';
    write(copy, planted, "import type { Db } from '../records/database.ts';\nexport type Planted = Db;\n");
    const bad = check();
    rmSync(join(copy, planted));
    const good = check();
    expect(bad.stdout).toContain('core-reaches-out: core/planted.ts → records/database.ts');
    expect(bad.status).toBe(1);
    expect(good.stdout).toMatch(/ 0 problems/);
    expect(good.status).toBe(0);
  });

  it('fails when the parser knows no TypeScript, though no rule is broken', () => {
    const withNativeOnly = `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => next(name.replace(/^typescript(?=\\/|$)/, '@typescript/native'), context) });`;
    const blind = check(['--import', `data:text/javascript,${encodeURIComponent(withNativeOnly)}`]);
    expect(blind.stdout).toContain('no-modules: ');
    expect(blind.stdout).toContain('0 modules, 0 imports');
    expect(blind.status).toBe(1);
  });
});
