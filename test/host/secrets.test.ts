import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrMakeSecret } from '../../host/secrets.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-secret-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const read = () => readOrMakeSecret({ dataDir, name: 'auth-secret' });
const modeOf = async (name: string) => (await stat(join(dataDir, name))).mode & 0o777;

describe('a secret', () => {
  it('that is not given is made once and kept for its owner alone', async () => {
    const secret = await read();
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(await read()).toBe(secret);
    expect(await modeOf('auth-secret')).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['auth-secret']);
  });

  it('is the same for all who ask at the same moment', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, read));
    expect(new Set(secrets).size).toBe(1);
  });

  it('whose rights were widened gets them back', async () => {
    await read();
    await chmod(join(dataDir, 'auth-secret'), 0o644);
    await read();
    expect(await modeOf('auth-secret')).toBe(0o600);
  });

  it('that was cut short is refused, and not silently replaced', async () => {
    await writeFile(join(dataDir, 'auth-secret'), 'abc');
    await expect(read()).rejects.toMatchObject({ code: 'secret.broken' });
    expect(await readFile(join(dataDir, 'auth-secret'), 'utf8')).toBe('abc');
  });
});
