import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant, waitFor } from '../support/assistant.ts';
import { chatClient } from '../support/chat-client.ts';

const places: Place[] = [];
const running: Assistant[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) if (each.process.exitCode === null) await each.end('SIGKILL');
  for (const place of places.splice(0)) await place.remove();
});

async function start(place: Place): Promise<Assistant> {
  const assistant = runAssistant(place.settings);
  running.push(assistant);
  await assistant.says(READY_WORDS);
  return assistant;
}

async function makeOne(settings: Record<string, string> = {}): Promise<Place> {
  const place = await makePlace(settings);
  places.push(place);
  return place;
}

function tar(...args: string[]): void {
  const { status, stderr } = spawnSync('tar', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

// As docs/operations.md tells it.
it('a copy of the data folder, made while the assistant is stopped, brings everything back elsewhere', async () => {
  const place = await makeOne();
  // Its own folder, under the address that people have.
  const other = await makeOne({ PORT: place.settings.PORT ?? '' });
  const first = await start(place);
  const person = chatClient(first.url);
  await person.openSession();
  await person.say('menu');
  await waitFor(async () => (await person.history()).messages.length === 2);
  const said = (await person.history()).messages;
  await first.end('SIGINT');

  const archive = join(dirname(place.dataDir), 'khuyencong-backup-test.tgz');
  tar('--create', '--gzip', '--file', archive, '--directory', place.dataDir, '.');
  await rm(other.dataDir, { recursive: true });
  spawnSync('mkdir', [other.dataDir]);
  tar('--extract', '--gzip', '--file', archive, '--directory', other.dataDir);
  await rm(archive);
  await place.remove();

  const second = await start(other);
  const again = chatClient(second.url, { cookie: person.cookie() });
  expect((await again.history()).messages).toEqual(said);
  expect(await second.end('SIGINT')).toBe(0);
});
