import { expect, it } from 'vitest';
import { findCodeFiles } from '../../scripts/checks/code-files.ts';
import { findLines, projectFiles, readProjectFile, root } from './files.ts';

const code = await findCodeFiles(root);
const inRooms = (...rooms: string[]) => code.filter((file) => rooms.some((room) => file.startsWith(room)));
/** Comments may name what code may not do. */
const notComments = (lines: string[]) => lines.filter((line) => !/^\S+:\d+: (\/\/|\*|\/\*)/.test(line));

it('has files of code to judge', () => {
  expect(code.length).toBeGreaterThan(100);
});

it('no file of code is longer than 300 lines', () => {
  const long = code.map((file) => [file, readProjectFile(file).trimEnd().split('\n').length] as const);
  expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
});

it('no test is switched off or runs alone', () => {
  expect(findLines(inRooms('test/'), /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fails)\b/)).toEqual([]);
});

it('no check of the compiler or the linter is switched off', () => {
  expect(findLines(code, /@ts-(ignore|nocheck|expect-error)/)).toEqual([]);
  // A lint rule is put aside only with a reason written beside it.
  expect(findLines(code, /biome-ignore [\w/]+:\s*$|biome-ignore-\w/)).toEqual([]);
});

it('no path of one machine is written anywhere', () => {
  const texts = projectFiles().filter((name) => !/\.(png|jpe?g|gif|webp|ico|woff2?|gz|csv)$/.test(name));
  const machine = new RegExp(String.raw`(^|[^\w.@/-])/(${['work', 'farm', 'home', 'Users', 'mnt'].join('|')})/\w`);
  expect(findLines(texts, machine)).toEqual([]);
});

it('nothing reads what lies beside the repository', () => {
  const outside = new RegExp(String.raw`['"\`](\.\./)+${'shared'}/`);
  // web/shared is a folder of this repository.
  const elsewhere = code.filter((file) => !file.startsWith('web/') && file !== 'test/repository/arrows.test.ts');
  expect(findLines(elsewhere, outside)).toEqual([]);
});

it('the environment is read in config.ts alone', () => {
  const product = inRooms('main.ts', 'host/', 'core/', 'records/', 'bot/', 'jobs/', 'staff/', 'locales/', 'web/');
  // Handing the environment down to another program reads nothing from it.
  expect(notComments(findLines(product, /(?<!['"])\bprocess\.env(\.|\[)|\} = process\.env/))).toEqual([]);
});

it('core has no clock, no randomness, no IO', () => {
  // core/time.ts is where the real clock is made, to be passed in; core/programmes/kinds.ts loads the modules beside it.
  const pure = inRooms('core/').filter((file) => !['core/time.ts', 'core/programmes/kinds.ts'].includes(file));
  const impure =
    /\bDate\.now\(|new Date\(\)|Temporal\.Now\b|Math\.random\(|\bcrypto\.|\bprocess\.|\bconsole\.|\bfetch\(|\bset(Timeout|Interval|Immediate)\(|\bperformance\.|\bawait import\(/;
  expect(notComments(findLines(pure, impure))).toEqual([]);
});

it('no SQL asks the database for the time', () => {
  const sql = [
    ...inRooms('records/', 'bot/', 'jobs/', 'staff/'),
    ...projectFiles().filter((name) => name.endsWith('.sql')),
  ];
  const asksTime =
    /\bnow\(\)(?=.*`)|\bnow\s*\(\s*\)\s*(at time|[-+]\s*interval|::)|\b(current_timestamp|clock_timestamp|statement_timestamp|transaction_timestamp|localtimestamp|current_date)\b/i;
  // The one query by which a process corrects its clock.
  const others = sql.filter((file) => file !== 'records/database-time.ts');
  expect(notComments(findLines(others, asksTime))).toEqual([]);
});
