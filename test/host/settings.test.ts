import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTING_NAMES } from '../../config.ts';
import { AppError } from '../../core/app-error.ts';
import { findProblemSentence } from '../../host/say.ts';

function problemOf(env: Record<string, string>): AppError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('These settings were taken.');
}

describe('settings', () => {
  it('need none to be given', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      trustProxy: false,
    });
    expect(config.roles).toEqual(['bot', 'jobs', 'staff']);
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config.databaseUrl).toBeUndefined();
  });

  it('that are empty count as not given', () => {
    expect(readConfig({ PORT: '', REDIS_URL: ' ', CENTRE_NAME: '' })).toMatchObject({
      port: 3000,
      redisUrl: undefined,
    });
  });

  it('take one role, or several in any writing', () => {
    expect(readConfig({ ROLES: 'jobs' }).roles).toEqual(['jobs']);
    expect(readConfig({ ROLES: ' staff, bot,staff' }).roles).toEqual(['staff', 'bot']);
  });

  it('give the public address without a slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://hoi.example.vn/' }).publicUrl).toBe('https://hoi.example.vn');
    expect(readConfig({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080');
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it('write a centre name in one form of Unicode', () => {
    const name = 'Trung tâm Khuyến công';
    expect(readConfig({ CENTRE_NAME: name.normalize('NFD') }).centreName).toBe(name.normalize('NFC'));
  });

  const wrong: Record<string, string[]> = {
    HOST: ['http://x', 'a b'],
    PORT: ['0', '65536', '-1', '3000.5', 'abc'],
    DATABASE_URL: ['mysql://a@b/c', 'postgresql://a@b', 'không'],
    REDIS_URL: ['http://a', 'localhost:6379'],
    PUBLIC_URL: ['hoi.example.vn', 'https://a.vn/hoi', 'ftp://a.vn', 'https://a.vn/?x=1'],
    ROLES: ['bots', 'bot;jobs', ','],
    LOG_LEVEL: ['loud'],
    TRUST_PROXY: ['yes', '2'],
    AUTH_SECRET: ['short'],
    CENTRE_NAME: ['x'],
    CENTRE_PROVINCE: ['9', '019', 'TN'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    it(`that are wrong stop the start with a sentence in two languages: ${name}`, () => {
      for (const value of values) {
        const problem = problemOf({ [name]: value });
        expect(problem.values.names, value).toBe(name);
        const sentence = findProblemSentence(problem) ?? '';
        // Both languages name the setting and show how to write it.
        expect(sentence.split(`${name} `).length, value).toBeGreaterThanOrEqual(3);
      }
    });
  }

  it('that are wrong are told all at once, and their values never', () => {
    const secret = 'postgres://u:mat-khau-that@may';
    const problem = problemOf({ PORT: 'x', DATABASE_URL: secret, AUTH_SECRET: 'mat-khau-that' });
    expect(String(problem.values.names).split(',').sort()).toEqual(['AUTH_SECRET', 'DATABASE_URL', 'PORT']);
    expect(`${problem.message}${findProblemSentence(problem)}`).not.toContain('mat-khau-that');
  });

  it('are all explained in .env.example, and nothing else is', async () => {
    const text = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    const explained = [...text.matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(explained.sort()).toEqual([...SETTING_NAMES].sort());
  });
});
