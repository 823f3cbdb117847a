import { describe, expect, it } from 'vitest';
import { isTooNarrow } from '../../../core/announcements/picture.ts';
import { isPublicAddress } from '../../../core/public-address.ts';

describe('a picture', () => {
  it.each([
    [2000, 101, false],
    [2000, 100, false],
    [2000, 99, true],
    [99, 2000, true],
    [100, 2000, false],
  ])('of %i by %i is too narrow: %s', (width, height, isNarrow) => {
    expect(isTooNarrow({ width, height })).toBe(isNarrow);
  });
});

describe('an address that others can fetch from', () => {
  it.each([
    ...['https://hoi.example.vn', 'https://kc.thainguyen.gov.vn:8443', 'http://203.113.131.1', 'https://8.8.8.8'],
    ...['http://172.15.0.1', 'http://172.32.0.1', 'http://100.63.0.1', 'http://100.128.0.1', 'https://[2001:db8::1]'],
    'https://local.example.vn',
  ])('is %s', (url) => {
    expect(isPublicAddress(url)).toBe(true);
  });
  it.each([
    ...['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://0.0.0.0', 'http://2130706433'],
    ...[
      'http://10.0.0.5',
      'http://192.168.1.20:3000',
      'http://172.16.0.1',
      'http://172.31.255.1',
      'http://169.254.1.1',
    ],
    ...['http://100.64.0.1', 'http://[fd00::1]', 'http://[fe80::1]', 'http://[::ffff:10.0.0.1]', 'http://may-chu'],
    ...[
      'https://kc.local',
      'https://kc.internal',
      'https://kc.localhost',
      'https://kc.test',
      'ftp://kc.example.vn',
      'kc',
    ],
  ])('is not %s', (url) => {
    expect(isPublicAddress(url)).toBe(false);
  });
});
