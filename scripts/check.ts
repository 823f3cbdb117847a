/**
 * `npm run check`: format and lint, arrows, types, the knowledge that is shipped, and what nobody uses. Runs all of them, then says which failed.
 * `npm run check -- arrows types` runs only those.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkArrows } from './checks/arrows.ts';
import { checkKnowledge } from './checks/knowledge.ts';

const root = join(import.meta.dirname, '..');

type Check = { name: string; run: () => boolean | Promise<boolean> };

const checks: Check[] = [
  { name: 'format', run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) },
  { name: 'arrows', run: arrowsRunOneWay },
  { name: 'types', run: () => runTool('@typescript/native/bin/tsc', ['--noEmit', '--project', '.']) },
  { name: 'types-chat', run: chatTypes },
  { name: 'knowledge', run: knowledgeIsSound },
  { name: 'unused', run: () => runTool('knip/bin/knip.js', ['--no-progress']) },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(', ')}.`);
  process.exit(2);
}

const results: string[] = [];
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${check.name}`);
  const startedAt = performance.now();
  const passed = await check.run();
  if (!passed) process.exitCode = 1;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  results.push(`${passed ? 'ok    ' : 'FAILED'}  ${check.name.padEnd(12)}${seconds.padStart(6)} s`);
}
console.log(`\n${results.join('\n')}`);

async function arrowsRunOneWay(): Promise<boolean> {
  const report = await checkArrows({ root });
  for (const problem of report.problems) console.log(problem);
  console.log(`${report.modulesSeen} modules, ${report.importsSeen} imports, ${report.problems.length} problems`);
  return report.problems.length === 0;
}

/** Every article and rate as it would be told today. */
async function knowledgeIsSound(): Promise<boolean> {
  const report = await checkKnowledge({ root, today: Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString() });
  for (const problem of report.problems) console.log(problem);
  console.log(`${report.articles} articles, ${report.rates} rates, ${report.problems.length} problems`);
  return report.problems.length === 0;
}

/** The chat page is written for Preact, so it has its own compiler settings. */
function chatTypes(): boolean {
  const project = 'web/chat/tsconfig.json';
  return !existsSync(join(root, project)) || runTool('@typescript/native/bin/tsc', ['--noEmit', '--project', project]);
}

/** Runs a tool of node_modules on this same Node. Its words go straight to the terminal. */
function runTool(path: string, args: string[]): boolean {
  const tool = join(root, 'node_modules', path);
  return spawnSync(process.execPath, [tool, ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}
