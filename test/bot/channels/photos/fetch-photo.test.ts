import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPhoto } from '../../../../bot/channels/photos/fetch-photo.ts';
import { isAllowedPhotoUrl, isPublicAddress } from '../../../../bot/channels/photos/photo-hosts.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';

const HOSTS = ['zdn.vn', 'http://127.0.0.1:4000'];

describe('where a photo may be fetched from', () => {
  it.each([
    ['https://zdn.vn/a.jpg', true],
    ['https://f1.photo.talk.zdn.vn/a.jpg', true],
    ['https://ZDN.vn/a.jpg', true],
    ['http://127.0.0.1:4000/a.jpg', true],
    ['http://f1.photo.talk.zdn.vn/a.jpg', false],
    ['https://f1.zdn.vn:8443/a.jpg', false],
    ['https://evilzdn.vn/a.jpg', false],
    ['https://zdn.vn.evil.example/a.jpg', false],
    ['https://zdn.vn@evil.example/a.jpg', false],
    ['https://me:you@zdn.vn/a.jpg', false],
    ['https://evil.example/zdn.vn', false],
    ['http://127.0.0.1:4001/a.jpg', false],
    ['https://127.0.0.1:4000/a.jpg', false],
    ['file:///etc/passwd', false],
    ['ftp://zdn.vn/a.jpg', false],
  ])('%s: %s', (url, expected) => {
    expect(isAllowedPhotoUrl(new URL(url), HOSTS)).toBe(expected);
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', '64:ff9b::a00:1'],
  ])('%s is no address of the open network', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['118.102.2.135', '172.32.0.1', '8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('fetching a photo', () => {
  let here: FakeZalo;
  let elsewhere: FakeZalo;
  const bytes = new Uint8Array(5000).fill(7);

  beforeEach(async () => {
    [here, elsewhere] = [await startFakeZalo(), await startFakeZalo()];
  });
  afterEach(async () => {
    await here.close();
    await elsewhere.close();
  });
  const fetchHere = (url: string, more: { maxBytes?: number; timeoutMs?: number } = {}) =>
    fetchPhoto({ url, hosts: [here.url, 'localhost'], maxBytes: 10_000, timeoutMs: 2_000, ...more });

  it('brings its bytes', async () => {
    expect(await fetchHere(here.hostPhoto({ bytes }))).toEqual({ kind: 'fetched', bytes: Buffer.from(bytes) });
  });

  it('never asks another host, neither at once nor when it is sent there', async () => {
    const target = elsewhere.hostPhoto({ bytes });
    const refused = { kind: 'lost', reason: 'host-not-allowed', host: '127.0.0.1' };
    expect(await fetchHere(target)).toEqual(refused);
    expect(await fetchHere(here.hostPhoto({ redirectTo: target }))).toEqual(refused);
    expect(elsewhere.photoRequests(target)).toBe(0);
  });

  it('never connects to a private address, whatever its name', async () => {
    const { port } = new URL(here.url);
    expect(await fetchHere(`https://localhost/${port}`)).toEqual({ kind: 'lost', reason: 'private-address' });
  });

  it('goes round in no circle', async () => {
    const circle = here.hostPhoto({ redirectTo: '' });
    expect(await fetchHere(circle)).toEqual({ kind: 'lost', reason: 'too-many-redirects' });
    expect(here.photoRequests(circle)).toBe(4);
  });

  it.each([
    ['says so', {}],
    ['does not say so', { hidesLength: true }],
  ])('takes the last byte that is allowed and not one more, when it %s', async (_name, more) => {
    const link = here.hostPhoto({ bytes, ...more });
    expect((await fetchHere(link, { maxBytes: 5000 })).kind).toBe('fetched');
    expect(await fetchHere(link, { maxBytes: 4999 })).toEqual({ kind: 'lost', reason: 'too-large' });
  });

  it('waits no longer than it may, for the first byte or the last', async () => {
    for (const photo of [
      { bytes, delayMs: 5_000 },
      { bytes, stalls: true },
    ]) {
      const startedMs = performance.now();
      expect(await fetchHere(here.hostPhoto(photo), { timeoutMs: 200 })).toEqual({ kind: 'failed', reason: 'timeout' });
      expect(performance.now() - startedMs).toBeLessThan(1_500);
    }
  });

  it('tells what may come yet from what never will', async () => {
    const end = async (photo: Parameters<FakeZalo['hostPhoto']>[0]) => (await fetchHere(here.hostPhoto(photo))).kind;
    expect(await end({ status: 404 })).toBe('lost');
    expect(await end({ status: 403 })).toBe('lost');
    expect(await end({ status: 500 })).toBe('failed');
    expect(await end({ status: 429 })).toBe('failed');
    expect(await end({ bytes, breaksOff: true })).toBe('failed');
    expect((await fetchHere('ảnh')).kind).toBe('lost');
  });
});
