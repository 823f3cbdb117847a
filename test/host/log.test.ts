import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/app-error.ts';
import { createLog } from '../../host/log/create-log.ts';

function record(write: (log: ReturnType<typeof createLog>) => void, readable = false): string {
  const to = new PassThrough();
  write(createLog({ level: 'debug', to, readable }));
  return String(to.read() ?? '');
}

const phone = '0900000001';
const words = 'em muốn mua máy sấy miến';
const token = '7123456789:AAHfakefakefakefakefakefakefakefake1';

describe('the log', () => {
  it('keeps ids, codes and numbers', () => {
    const id = '0190a6f0-0000-7000-8000-000000000001';
    const line = JSON.parse(
      record((log) => log.info({ delivery: id, count: 3, key: `reply/${id}`, reason: 'blocked' }, 'sent')),
    );
    expect(line).toMatchObject({ delivery: id, count: 3, key: `reply/${id}`, reason: 'blocked', msg: 'sent' });
  });

  const careless: [string, Record<string, unknown>][] = [
    ['under its own name', { text: words, phone, token }],
    ['under a harmless name', { reason: words, detail: `gọi ${phone}`, note: token }],
    [
      'inside other facts',
      { inbound: { message: { content: { text: words } }, contact: { phone } }, list: [words, token] },
    ],
    ['in an error', { err: new Error(`Unique constraint failed: (phone)=(${phone}) ${words} ${token}`) }],
    ['in the cause of an error', { err: new AppError('x', { a: words }, { cause: new Error(`${phone} ${token}`) }) }],
    ['as a number', { reason: 84900000001, other: { number: 900000001 } }],
    ['in a URL', { at: `postgresql://user:${token}@host/db`, path: `/bot${token}/sendMessage` }],
  ];
  for (const [how, facts] of careless) {
    for (const readable of [false, true]) {
      it(`holds no phone, no token and no words of a person ${how}${readable ? ', also in short lines' : ''}`, () => {
        const said = record((log) => log.error(facts, 'something failed'), readable);
        expect(said).toContain('something failed');
        for (const secret of [phone, '900000001', words, 'máy sấy', token, 'AAHfake'])
          expect(said).not.toContain(secret);
      });
    }
  }

  it('holds no phone and no token in its sentence', () => {
    const said = record((log) => log.warn({}, `no answer to +84 900 000 001 with ${token}`));
    expect(said).toContain('no answer to');
    expect(said).not.toMatch(/900 000 001|AAHfake/);
  });

  it('holds nothing written in Vietnamese, wherever a caller puts it', () => {
    const vietnamese = fc
      .array(fc.constantFrom('máy', 'sấy', 'chè', 'rượu', 'ạ', 'em'), { minLength: 2 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), vietnamese, { noNullPrototype: true }),
        (facts) => {
          const own = new Set(['at', 'stack', 'folder', 'file', 'route', 'path', 'where', 'names']);
          fc.pre(Object.keys(facts).every((key) => !own.has(key)));
          expect(record((log) => log.info(facts, 'x'))).not.toMatch(/máy|sấy|chè|rượu/);
        },
      ),
    );
  });

  it('says where an error was thrown, and its code', () => {
    const line = JSON.parse(record((log) => log.error({ err: new AppError('database.away') }, 'failed')));
    expect(line.err).toMatchObject({ error: 'AppError', code: 'database.away' });
    expect(line.err.at[0]).toContain('log.test.ts');
  });
});
