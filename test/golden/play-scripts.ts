import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { playLines, type TalkChannel } from '../../host/talk/play-lines.ts';

const START = new Date('2026-11-23T02:00:00Z');
const ENDING = '.script.jsonl';

/** The names of the scripts in a folder. */
export function listScripts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));
}

export function linesOf(folder: string, script: string): string[] {
  return readFileSync(`${folder}/${script}${ENDING}`, 'utf8').trim().split('\n');
}

export function personOf(lines: readonly string[]): string {
  const from = lines.map((line) => JSON.parse(line).from).find((each) => each !== undefined);
  return typeof from === 'string' ? from : '';
}

/** All lines on one throw-away database; what goes out, by person. */
export async function playAll(lines: readonly string[], channel: TalkChannel): Promise<Map<string, string[]>> {
  const output = new PassThrough();
  const printed = text(output);
  await playLines({ input: Readable.from([lines.join('\n')]), output, channel, startAt: START });
  output.end();
  const sent = new Map<string, string[]>();
  for (const line of (await printed).trim().split('\n')) {
    const { to }: { to: string } = JSON.parse(line);
    sent.set(to, [...(sent.get(to) ?? []), line]);
  }
  return sent;
}

/**
 * Scripts of several people that let the same times pass, side by side: what each does before it, then that time once for all.
 * Nobody's time passes after their last line.
 */
export function sideBySide(scripts: readonly (readonly string[])[]): string[] {
  const isAdvance = (line: string | undefined) => line !== undefined && 'advance' in JSON.parse(line);
  const rest = scripts.map((lines) => [...lines]);
  const merged: string[] = [];
  while (rest.some((lines) => lines.length > 0)) {
    for (const lines of rest) while (lines.length > 0 && !isAdvance(lines[0])) merged.push(...lines.splice(0, 1));
    const advances = new Set(rest.flatMap((lines) => lines.splice(0, 1)));
    if (advances.size > 1) throw new Error('Scripts that are played together let the same time pass.');
    merged.push(...advances);
  }
  return merged;
}

/** Numbers of dossiers as if nobody else had sent any, so that a script more changes no other. */
export function renumber(lines: readonly string[]): string {
  const codes = [...new Set(lines.join('\n').match(/KC-\d{4}-\d{4}/g))];
  const told = lines.join('\n').replace(/KC-(\d{4})-\d{4}/g, (code, year: string) => {
    return `KC-${year}-${String(codes.indexOf(code) + 1).padStart(4, '0')}`;
  });
  return `${told}\n`;
}
