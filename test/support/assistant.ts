import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../host/postgres/start-postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Assistant = {
  process: ChildProcess;
  url: string;
  /** All that it has printed so far. */
  output: () => string;
  /** Resolves when it has printed these words; rejects when it ends before. */
  says: (words: string) => Promise<void>;
  /** The status that /readyz answers with; rejects with what was printed when nobody answers. */
  readiness: () => Promise<number>;
  /** The number that /metrics tells under this name. */
  metric: (name: string) => Promise<number>;
  /** Processor time that it and what it ran has taken; infinite where the system does not tell. */
  cpuMs: () => Promise<number>;
  /** Sends the signal and resolves with the exit code when it has ended. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

export const READY_WORDS = 'Dừng: nhấn Ctrl-C';

/** Starts the assistant as an operator would, but with nothing in its environment except the settings given (`env -i`). */
export function runAssistant(settings: Record<string, string>, entry = 'main.ts'): Assistant {
  const child = spawn(process.execPath, [join(root, entry)], {
    env: settings,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close');
  const says = async (words: string): Promise<void> => {
    while (!output.includes(words)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended and had said:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    process: child,
    url: `http://127.0.0.1:${settings.PORT}`,
    output: () => output,
    says,
    readiness: async () => {
      const answer = await fetch(`http://127.0.0.1:${settings.PORT}/readyz`).catch((cause) => {
        throw new Error(`Nobody answers. It had said:\n${output}`, { cause });
      });
      return answer.status;
    },
    metric: async (name) => {
      const metrics = await (await fetch(`http://127.0.0.1:${settings.PORT}/metrics`)).text();
      return Number(new RegExp(`^${name}\\S* (\\d+)`, 'm').exec(metrics)?.[1]);
    },
    cpuMs: async () => {
      const text = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
      // After the name in brackets; fields 14 to 17 are ticks of 10 ms: user, system, and those of ended children.
      const ticks = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 15)
        .map(Number);
      return ticks.length === 4 ? ticks.reduce((sum, tick) => sum + tick, 0) * 10 : Number.POSITIVE_INFINITY;
    },
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

export type Place = { settings: Record<string, string>; dataDir: string; remove: () => Promise<void> };

/** A data folder and a port of its own. `remove` also stops a database that a killed assistant left behind. */
export async function makePlace(more: Record<string, string> = {}): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-data-'));
  // When root tests, the database runs as another account that must pass through.
  await chmod(dataDir, 0o711);
  const port = await findFreePort();
  return {
    dataDir,
    settings: { DATA_DIR: dataDir, PORT: String(port), ...more },
    remove: async () => {
      const pid = await findPostmasterPid(dataDir);
      if (pid !== undefined) {
        process.kill(pid, 'SIGINT');
        await waitFor(async () => (await findPostmasterPid(dataDir)) === undefined);
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The embedded database's process, while it runs. */
export async function findPostmasterPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!pid) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

export async function waitFor(isSo: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
