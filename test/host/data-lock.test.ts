import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHolder, lockDataFolder } from '../../host/data-lock.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-lock-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const says = 'http://127.0.0.1:3000';

describe('the lock of a data folder', () => {
  it('refuses a second holder and tells it where the first is', async () => {
    const lock = await lockDataFolder({ dataDir, says });
    await expect(lockDataFolder({ dataDir, says: '' })).rejects.toMatchObject({
      code: 'data.in-use',
      values: { where: says },
    });
    expect(await findHolder(dataDir)).toBe(says);
    await lock.release();
  });

  it('is free again after it was given back', async () => {
    await (await lockDataFolder({ dataDir, says })).release();
    expect(await findHolder(dataDir)).toBeUndefined();
    await (await lockDataFolder({ dataDir, says })).release();
  });

  it('lets one of many through that come at the same moment', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataFolder({ dataDir, says })));
    const held = tries.filter((each) => each.status === 'fulfilled');
    expect(held).toHaveLength(1);
    await held[0]?.value.release();
  });

  it('does not disturb another folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'khuyencong-lock-'));
    const locks = [await lockDataFolder({ dataDir, says }), await lockDataFolder({ dataDir: other, says })];
    for (const lock of locks) await lock.release();
    await rm(other, { recursive: true });
  });

  it('is given back by kill -9', async () => {
    const program = fileURLToPath(new URL('support/hold-lock.ts', import.meta.url));
    const holder = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await expect(lockDataFolder({ dataDir, says })).rejects.toMatchObject({ code: 'data.in-use' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await lockDataFolder({ dataDir, says })).release();
  });
});
