import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findPostmasterPid, makePlace, type Place, runAssistant } from '../support/assistant.ts';
import { createBareDatabase, createTestDatabase } from '../support/database.ts';

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

async function doctor(more: Record<string, string> = {}): Promise<{ code: number | null; said: string; place: Place }> {
  const place = await makePlace(more);
  places.push(place);
  const run = runAssistant(place.settings, 'host/commands/doctor.ts');
  await new Promise((resolve) => run.process.once('close', resolve));
  return { code: run.process.exitCode, said: run.output(), place };
}

const repairs = (said: string): string[] => said.split('\n').filter((line) => line.startsWith('[cần sửa]'));

describe('the doctor', () => {
  it('finds nothing to repair in a new copy, and starts nothing', async () => {
    const { code, said, place } = await doctor();
    expect(repairs(said)).toEqual([]);
    expect(code).toBe(0);
    expect(await findPostmasterPid(place.dataDir)).toBeUndefined();
  });

  it('says what to do about a database, a Redis and a public address that do not answer', async () => {
    const { code, said } = await doctor({
      DATABASE_URL: 'postgresql://a:mat-khau-that@127.0.0.1:1/x',
      REDIS_URL: 'redis://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(repairs(said)).toHaveLength(2);
    expect(said).toContain('DATABASE_URL');
    expect(said).toContain('REDIS_URL');
    expect(said).not.toContain('mat-khau-that');
  });

  it('tells a database of this version from one that will be brought up', async () => {
    const [full, empty] = [await createTestDatabase(), await createBareDatabase()];
    expect((await doctor({ DATABASE_URL: full.url })).said).toContain('đúng bản này');
    expect((await doctor({ DATABASE_URL: empty.url })).said).toContain('tự nâng lên');
    await Promise.all([full.drop(), empty.drop()]);
  });

  it('sees a secret that others on the machine can read', async () => {
    const place = await makePlace();
    places.push(place);
    const file = join(place.dataDir, 'auth-secret');
    await writeFile(file, 'x');
    await chmod(file, 0o644);
    const { said, code } = await doctor({ DATA_DIR: place.dataDir });
    expect(said).toContain(`chmod 600 ${file}`);
    expect(code).toBe(1);
  });

  it('tells wrong settings in their own sentences', async () => {
    const { said, code } = await doctor({ PORT: 'abc' });
    expect(said).toContain('PORT phải là');
    expect(code).toBe(1);
  });
});
