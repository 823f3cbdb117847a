import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { removeStrayFiles } from '../../records/stored-files.ts';
import { packCopy } from '../../staff/data/copy/pack-copy.ts';
import { openTalkHouse, type TalkHouse } from '../bot/topics/talker.ts';
import { readProjectFile } from '../repository/files.ts';
import { type Office, openOffice } from '../support/office.ts';
import { MODELS } from './whose-data/models.ts';
import { meetSomebody, type Somebody, WORDS } from './whose-data/somebody.ts';

vi.setConfig({ testTimeout: 60_000 });

const models = [...readProjectFile('prisma/schema.prisma').matchAll(/^model (\w+)/gm)].map(([, name = '']) => name);
let house: TalkHouse;
let office: Office;
let folder: string;
let files: FileStore;
let cookie: string;
let lan: Somebody;

beforeAll(async () => {
  house = await openTalkHouse();
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-whose-'));
  files = openFileStore(folder);
  office = openOffice({ url: house.databaseUrl, clock: house.clock, files });
  ({ cookie } = await office.hire('officer', 'Hoàng Văn Bình'));
  lan = await meetSomebody({ house, office, cookie, files });
}, 60_000);
afterAll(async () => {
  await office.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Their rows of each model that may have any, as text. */
async function rowsOf(personId: string): Promise<Record<string, string[]>> {
  const found: [string, string[]][] = [];
  for (const [name, held] of Object.entries(MODELS)) {
    if (!('of' in held)) continue;
    const sql = `SELECT t::text AS "row" FROM "${name}" t WHERE ${held.of}`;
    const rows = await house.db.$queryRawUnsafe<{ row: string }[]>(sql, personId);
    found.push([name, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(found);
}

/** Everything that is in the database, whoever it is of: each row of each table. */
async function everything(): Promise<{ table: string; row: string }[]> {
  const tables = await house.db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS "schema", table_name AS "name" FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const found = [];
  for (const { schema, name } of tables) {
    const sql = `SELECT t::text AS "row" FROM "${schema}"."${name}" t`;
    for (const { row } of await house.db.$queryRawUnsafe<{ row: string }[]>(sql)) found.push({ table: name, row });
  }
  return found;
}

const says = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase());

describe('what is held of a person', () => {
  it('every table of the schema is known to have something of people, or nothing', () => {
    expect(models.toSorted()).toEqual(Object.keys(MODELS).toSorted());
  });

  it('is in every table that may have something of them', async () => {
    const rows = await rowsOf(lan.personId);
    const empty = Object.entries(rows).flatMap(([name, found]) => (found.length === 0 ? [name] : []));
    expect(empty).toEqual(['SupportProject']);
  });

  it('is in their copy: every word of theirs and about them, and every photo as it is', async () => {
    const packed = await packCopy({ db: house.db, files }, { personId: lan.personId, now: house.clock.now() });
    if (packed === undefined) throw new Error('no copy');
    const zip = new PizZip(await buffer(packed.file));
    const json = zip.file('du-lieu-day-du.json')?.asText() ?? '';
    for (const [what, words] of Object.entries(WORDS)) expect(says(json, words), what).toBe(true);
    for (const id of lan.fileIds) expect(zip.file(`anh/${id}.jpg`)?.asText()).toBe(`bytes of ${id}`);
  });
});

describe('after "XOÁ HẾT"', () => {
  beforeAll(async () => {
    await lan.talker.tap('my-data:ask-delete');
    expect((await lan.talker.type('xoa het')).text).toContain('Đã xoá tin nhắn');
  });

  it('nothing is left of what may not be, and of the rest only what is listed', async () => {
    const rows = await rowsOf(lan.personId);
    const left = Object.entries(rows).flatMap(([name, found]) => (found.length === 0 ? [] : [name]));
    const mayBe = Object.entries(MODELS).flatMap(([name, held]) =>
      'left' in held && held.left !== 'nothing' ? [name] : [],
    );
    expect(left.filter((name) => !mayBe.includes(name))).toEqual([]);
  });

  it('no table has a word of theirs or about them, nor the name of a photo', async () => {
    const rows = await everything();
    const found = [...Object.values(WORDS), ...lan.fileIds].flatMap((words) =>
      rows.filter(({ row }) => says(row, words)).map(({ table, row }) => `${words} in ${table}: ${row}`),
    );
    expect(found).toEqual([]);
  });

  it('the photos are gone from the disk with the next sweep', async () => {
    expect(await files.list()).toHaveLength(2);
    await removeStrayFiles(house.db, files, { before: new Date(Date.now() + 60_000) });
    expect(await files.list()).toEqual([]);
  });
});

describe('after "XOÁ HẾT" of somebody whose dossier stood in a plan', () => {
  /** What stands in the dossier: its answers, and what officers wrote into its history. */
  const KEPT = ['product', 'establishment', 'name', 'phone', 'taxCode', 'remark', 'message'];

  beforeAll(async () => {
    lan = await meetSomebody({ house, office, cookie, files });
    const seq = await house.db.applicationEvent.count({ where: { applicationId: lan.applicationId } });
    const proposed = { kind: 'proposed', actorKind: 'officer', at: house.clock.now(), requestId: 'propose' };
    await house.db.applicationEvent.create({
      data: { ...proposed, id: randomUUID(), applicationId: lan.applicationId, seq: seq + 1, data: {} },
    });
    await lan.talker.tap('my-data:ask-delete');
    expect((await lan.talker.type('xoa het')).text).toContain('phải giữ theo quy định về lưu trữ và kế toán');
  });

  it('the dossier stays as it was, in its own tables and nowhere else, and nothing beside it', async () => {
    const rows = await everything();
    const places = Object.entries(WORDS).map(([what, words]) => {
      const tables = rows.flatMap(({ table, row }) => (says(row, words) ? [table] : []));
      return [what, [...new Set(tables)].toSorted()] as const;
    });
    const own = ['ApplicationAnswer', 'ApplicationEvent', 'EstablishmentAnswer', 'EstablishmentKey'];
    for (const [what, tables] of places) {
      if (KEPT.includes(what)) expect(tables, what).not.toEqual([]);
      expect(
        tables.filter((table) => !KEPT.includes(what) || !own.includes(table)),
        what,
      ).toEqual([]);
    }
  });

  it('its photos can still be opened, after the next sweep too', async () => {
    await removeStrayFiles(house.db, files, { before: new Date(Date.now() + 60_000) });
    for (const id of lan.fileIds) {
      const { key } = await house.db.storedFile.findUniqueOrThrow({ where: { id } });
      expect(new TextDecoder().decode(await files.read(key))).toBe(`bytes of ${id}`);
    }
    expect(await files.list()).toHaveLength(2);
  });
});
