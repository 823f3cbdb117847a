import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a script that reads one JSON object and writes one, in a process of its own so that time and memory are its own. */
export async function runAlone<Result>(script: string, task: object): Promise<Result> {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=12288', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(task));
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`${script} ended with ${code} for ${JSON.stringify(task)}.`);
  return JSON.parse(output);
}

/** Two decimals are enough in the last line. */
export function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'number' ? Math.round(each * 100) / 100 : each,
  );
}
