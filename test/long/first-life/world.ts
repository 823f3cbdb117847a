import pg from 'pg';
import { expect } from 'vitest';
import { type FakeZalo, startFakeZalo } from '../../platforms/zalo/fake-zalo.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../../support/assistant.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { setDatabaseClock } from '../../support/office-clock.ts';

export type World = {
  url: string;
  databaseUrl: string;
  zalo: FakeZalo;
  /** All that the program has printed in all its lives. */
  output: () => string;
  /** Resolves when nothing is on its way out. */
  isQuiet: () => Promise<void>;
  /** kill -9, and started again. */
  isKilled: () => Promise<void>;
  /**
   * kill -9, and started again when it is so late; the queue is lost as well. The program takes its time from the
   * database, so the database's clock is what is moved.
   */
  wakesAt: (time: string) => Promise<void>;
  /** What time it is there. */
  now: () => Date;
  end: () => Promise<number | null>;
};

/** A real database and the real program, which believes that it is `time`, and a Zalo. */
export async function makeWorld(time: string): Promise<World> {
  let ahead = new Date(time).getTime() - Date.now();
  const now = (): Date => new Date(Date.now() + ahead);
  const zalo = await startFakeZalo({ now });
  const database: TestDatabase = await createTestDatabase();
  await setDatabaseClock(database.url, now());
  const place: Place = await makePlace({
    ...{ DATABASE_URL: database.url, PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn' },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_URL: zalo.url, ZALO_PHOTO_HOSTS: zalo.url },
    ...{ CENTRE_NAME: 'Trung tâm Khuyến công tỉnh Thái Nguyên', CENTRE_PROVINCE: '19' },
  });
  let assistant: Assistant;
  let printed = '';
  const start = async (): Promise<void> => {
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
  };
  await start();
  const url = `http://127.0.0.1:${place.settings.PORT}`;

  const isQuiet = async (): Promise<void> => {
    const open = async (): Promise<number> => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^khuyencong_open_deliveries\S* (\d+)/m.exec(metrics)?.[1]);
    };
    await expect.poll(open, { timeout: 10_000, interval: 30 }).toBe(0);
  };
  const kill = async (): Promise<void> => {
    await assistant.end('SIGKILL');
    printed += assistant.output();
  };
  return {
    ...{ url, databaseUrl: database.url, zalo, isQuiet, now },
    output: () => printed + assistant.output(),
    isKilled: async () => {
      await kill();
      await start();
    },
    wakesAt: async (later) => {
      await kill();
      ahead = new Date(later).getTime() - Date.now();
      await setDatabaseClock(database.url, now());
      await loseQueue(database.url);
      await start();
    },
    end: async () => {
      const code = await assistant.end('SIGINT');
      await zalo.close();
      await place.remove();
      await database.drop();
      return code;
    },
  };
}

async function loseQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
  await client.end();
}
