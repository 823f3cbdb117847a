import { expect, it } from 'vitest';
import { z } from 'zod';
import { readProjectFile } from './files.ts';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
  'CC0-1.0',
  'OFL-1.1',
]);

/** Used unchanged, as packages of their own, and each told of in NOTICE. */
const TOLD_IN_NOTICE: Record<string, RegExp> = {
  libvips: /^@img\/sharp-(libvips-|win32-|wasm32)/,
  'Lightning CSS': /^lightningcss(-|$)/,
  elkjs: /^elkjs$/,
  'seq-queue': /^seq-queue$/,
};

const { packages } = lockfile.parse(JSON.parse(readProjectFile('package-lock.json')));
/** A build for another platform is under the licence of the package that chooses among them. */
const chooserLicence = new Map(
  Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies).map((name) => [name, one.license])),
);
const production = Object.entries(packages)
  .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
  .map(([path, { license }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    return { name, licence: license ?? chooserLicence.get(name) ?? 'none given' };
  });

/** "(MIT OR CC0-1.0)" allows a choice, "MIT AND ISC" demands both. */
function isPermissive(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(/ AND | and /).every((one) => PERMISSIVE.has(one)));
}

it('every package that production installs is under a permissive licence, or is told of in NOTICE', () => {
  expect(production.length).toBeGreaterThan(100);
  const notice = readProjectFile('NOTICE');
  const told = Object.entries(TOLD_IN_NOTICE)
    .filter(([name]) => notice.includes(name))
    .map(([, pattern]) => pattern);
  const others = production.filter(({ licence }) => !isPermissive(licence));
  expect(others.filter(({ name }) => !told.some((pattern) => pattern.test(name)))).toEqual([]);
});

it('no exception is kept for a package that is gone', () => {
  for (const [name, pattern] of Object.entries(TOLD_IN_NOTICE)) {
    expect(
      production.some((one) => pattern.test(one.name) && !isPermissive(one.licence)),
      name,
    ).toBe(true);
  }
});

it('NOTICE names whose tables, fonts and database binaries are passed on', () => {
  const notice = readProjectFile('NOTICE');
  for (const owner of [
    'thanglequoc/vietnamese-provinces-database',
    'tranngocminhhieu/vietnamadminunits',
    'Be Vietnam Pro',
    'PostgreSQL',
  ]) {
    expect(notice).toContain(owner);
  }
});
