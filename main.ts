import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findStaleParts } from './host/prepare/parts.ts';
import { findProblemSentence, sayBoth } from './host/say.ts';

// A start reads its thousand files as they were compiled the last time: most of a second on a small machine.
enableCompileCache(fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)));

// What is missing or stale is made first, by a process of its own: the rest of the assistant imports it.
if ((await findStaleParts()).length > 0) {
  const prepare = spawn(process.execPath, [fileURLToPath(new URL('scripts/prepare.ts', import.meta.url))], {
    stdio: 'inherit',
  });
  const [code] = await once(prepare, 'close');
  if (code !== 0) {
    console.error(sayBoth('host:problem.prepare-failed'));
    process.exit(1);
  }
}

try {
  const { run } = await import('./host/run.ts');
  await run();
  // Whose power fails writes nothing at the end.
  flushCompileCache();
} catch (error) {
  console.error(findProblemSentence(error) ?? error);
  process.exit(1);
}
