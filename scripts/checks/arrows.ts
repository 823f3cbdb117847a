import { join } from 'node:path';
import { cruise, getAvailableTranspilers } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { findCodeFiles } from './code-files.ts';

export type ArrowReport = {
  modulesSeen: number;
  importsSeen: number;
  /** One line each; empty when every arrow runs the right way and every file was seen. */
  problems: string[];
};

/**
 * Checks the imports of the repository at `root` against the rules in its .dependency-cruiser.mjs.
 *
 * A parser that does not know TypeScript cruises nothing and finds nothing wrong, and an import of a type is seen only
 * by TypeScript's own. So it must be there, each file on disk must have been seen, and a tree without any file or
 * import is a failure too.
 */
export async function checkArrows(options: { root: string }): Promise<ArrowReport> {
  const files = await findCodeFiles(options.root);
  const rules = await extractOptions(join(options.root, '.dependency-cruiser.mjs'));
  const { output } = await cruise(['.'], { ...rules, baseDir: options.root });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered in words instead of data');

  const sources = new Set(output.modules.map((module) => module.source));
  const seen = files.filter((file) => sources.has(file));
  const importsSeen = output.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  const unseen = files.filter((file) => !sources.has(file));
  const problems = output.summary.violations.map(
    (violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`,
  );
  const hasTypeScript = getAvailableTranspilers().some(({ name, available }) => name === 'typescript' && available);
  if (!hasTypeScript) problems.push('blind: no TypeScript that dependency-cruiser can use (see docs/decisions)');
  if (seen.length === 0) problems.push('no-modules: the check saw no module at all, so it has checked nothing');
  else if (importsSeen === 0) problems.push('no-imports: the check saw no import at all, so it has checked nothing');
  for (const file of unseen) problems.push(`unseen: ${file} was not read by the check`);
  return { modulesSeen: seen.length, importsSeen, problems: [...new Set(problems)].sort() };
}
