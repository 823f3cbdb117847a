import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture such as a phone takes of a paper, with the place and the owner written into the file. */
export async function paper({
  width = 800,
  height = 600,
  format = 'jpeg' as 'jpeg' | 'png' | 'webp',
  orientation = 1,
} = {}): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#f4efe2' } })
    .composite([
      {
        input: {
          create: { width: Math.floor(width / 2), height: Math.floor(height / 8), channels: 3, background: '#224433' },
        },
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: 'SECRETPHONE', Artist: 'SECRETOWNER', Copyright: 'SECRETOWNER' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 8/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 50/1 0/1' },
    })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
}

/** A picture to look at: bands of colour, as a poster has. */
export async function poster(): Promise<Buffer> {
  const colours = ['#0b6b4f', '#f2b705', '#d94f30'];
  const band = (background: string, at: number) => ({
    ...{
      input: { create: { width: 900, height: 120, channels: 3 as const, background } },
      left: 0,
      top: 60 + at * 170,
    },
  });
  return await sharp({ create: { width: 900, height: 600, channels: 3, background: '#f4efe2' } })
    .composite(colours.map(band))
    .jpeg()
    .toBuffer();
}

/** A PNG of a few kilobytes that unfolds into width × height pixels. */
export function bombPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Math.ceil(width / 8) + 1;
  const data = deflateSync(Buffer.alloc(Math.min(row * height, 64 * 1024 * 1024)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
