import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { AppError } from '../../core/app-error.ts';
import { projectRoot } from '../project-root.ts';

/** Runs `prisma generate`. It never runs the native engine, but would download it unless told of some executable. */
export async function generateClient(): Promise<void> {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [prisma, 'generate', '--schema', 'prisma/schema.prisma'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new AppError('prepare.client-failed', { output: output.slice(-2000) });
}
