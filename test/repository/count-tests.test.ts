import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = 'passed' | 'failed' | 'pending' | 'todo';

function report(name: string, outcomes: Outcome[], file: { status?: string; success?: boolean } = {}): string {
  const path = join(folder, `${name}.json`);
  const assertionResults = outcomes.map((status, index) => ({ fullName: `${name} ${index}`, status }));
  const testResults = [{ name: `${name}.test.ts`, status: file.status ?? 'passed', assertionResults }];
  writeFileSync(path, JSON.stringify({ success: file.success ?? true, testResults }));
  return path;
}

function count(...reports: string[]): { last: string | undefined; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/count-tests.ts', ...reports], {
    cwd: root,
    encoding: 'utf8',
  });
  return { last: stdout.trimEnd().split('\n').at(-1), status };
}

it('adds up the reports and passes when every test passed', () => {
  expect(count(report('a', ['passed', 'passed']), report('b', ['passed']))).toEqual({
    last: '3 passed, 0 failed',
    status: 0,
  });
});

it.each<[string, Outcome[], { status?: string; success?: boolean }]>([
  ['a failed test', ['passed', 'failed'], { status: 'failed', success: false }],
  ['a skipped test', ['passed', 'pending'], {}],
  ['a test still to be written', ['passed', 'todo'], {}],
  ['a file that broke outside its tests', ['passed'], { status: 'failed', success: false }],
  ['an error outside any file', ['passed'], { success: false }],
])('fails on %s', (name, outcomes, file) => {
  expect(count(report(name.replaceAll(' ', '-'), outcomes, file))).toEqual({ last: '1 passed, 1 failed', status: 1 });
});

it('fails when a report is missing or holds no test', () => {
  expect(count(join(folder, 'never-written.json'))).toEqual({ last: '0 passed, 1 failed', status: 1 });
  expect(count(report('none', []))).toEqual({ last: '0 passed, 1 failed', status: 1 });
});
