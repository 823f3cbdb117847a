/**
 * `npm run bench -- NAME`: prints a table of figures and ratios, and as its last line one JSON object.
 * Without a name it lists what can be measured. A benchmark is a file `bench/<name>.ts` that exports `bench`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = readdirSync(import.meta.dirname)
  .map((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined && name !== 'run');

const [wanted, ...args] = process.argv.slice(2);

if (wanted === undefined) {
  console.log(names.length === 0 ? 'There is no benchmark yet.' : `Benchmarks: ${names.join(', ')}`);
} else if (!names.includes(wanted)) {
  console.error(
    `There is no benchmark "${wanted}". ${names.length === 0 ? 'There is none yet.' : `There are: ${names.join(', ')}.`}`,
  );
  process.exitCode = 2;
} else {
  const { bench } = await import(pathToFileURL(join(import.meta.dirname, `${wanted}.ts`)).href);
  console.log(JSON.stringify(await bench(args)));
}
