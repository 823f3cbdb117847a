import type { ProblemCode } from '../../../bot/channels/web-chat/protocol.ts';
import type { OutgoingPhoto } from './chat-state.ts';

/** Enough to read a paper photographed whole; on a weak line a tenth of what the camera made. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
const MAX_BYTES = 10 * 1024 * 1024;
/** What the server reads by itself, when this browser cannot make the photo smaller. */
const READABLE = ['image/jpeg', 'image/png', 'image/webp'];

export type Downscaled = { kind: 'ready'; photo: OutgoingPhoto } | { kind: 'refused'; problem: ProblemCode };

/** Makes a photo small before it leaves. This also leaves out the place and the device written into the file. */
export async function downscale(file: File): Promise<Downscaled> {
  const picture = await openPicture(file).catch(() => undefined);
  if (picture === undefined) return { kind: 'refused', problem: isHeic(file) ? 'photo.heic' : 'photo.not-an-image' };
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const blob = await draw(picture, width, height).catch(() => undefined);
  if (blob !== undefined) return ready(blob, width, height);
  // Too little memory for a canvas, perhaps: the server can do it.
  if (!READABLE.includes(file.type)) return { kind: 'refused', problem: 'photo.not-an-image' };
  if (file.size > MAX_BYTES) return { kind: 'refused', problem: 'photo.too-large' };
  return ready(file, width, height);
}

const isHeic = (file: File): boolean => /hei[cf]$/.test(file.type) || /\.hei[cf]$/i.test(file.name);

async function ready(blob: Blob, width: number, height: number): Promise<Downscaled> {
  // Bytes rather than a Blob: some browsers cannot keep a Blob in their store.
  return { kind: 'ready', photo: { bytes: await blob.arrayBuffer(), mediaType: blob.type, width, height } };
}

/** An image element turns a photo upright by itself in every browser that we know. */
function openPicture(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(file);
    const image = new Image();
    image.onload = () => {
      URL.revokeObjectURL(url);
      resolve(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(url);
      reject(new Error('not an image'));
    };
    image.src = url;
  });
}

function draw(picture: HTMLImageElement, width: number, height: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(undefined);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}
