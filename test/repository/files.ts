import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Every file that is or would be committed, as paths from the root. */
export function projectFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0');
  return [...new Set(names)].filter((name) => name !== '' && existsSync(join(root, name))).sort();
}

export const readProjectFile = (name: string): string => readFileSync(join(root, name), 'utf8');

/** The lines of the named files that match, each as "file:line: text". */
export function findLines(names: string[], pattern: RegExp): string[] {
  return names.flatMap((name) =>
    readProjectFile(name)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : [])),
  );
}
