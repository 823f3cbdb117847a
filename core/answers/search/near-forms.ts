import { costOfOneSlip } from '../typing/one-slip.ts';
import { createIntList, packInts, pushInt } from './int-list.ts';

/**
 * Which known forms are one slip away from what was typed. Each form is kept under its own hash and under those of what is left
 * when one of its letters is dropped: two forms one slip apart meet under one of them.
 */
export type NearForms = { bits: number; bucketStarts: Uint32Array; hashes: Uint32Array; ids: Uint32Array };

const LETTERS = /^\p{L}+$/u;

export function buildNearForms(forms: readonly string[]): NearForms {
  const hashes = createIntList();
  const ids = createIntList();
  forms.forEach((form, id) => {
    if (form.length < 2 || !LETTERS.test(form)) return;
    for (const hash of hashWithout(form)) {
      pushInt(hashes, hash);
      pushInt(ids, id);
    }
  });
  const bits = Math.max(1, Math.ceil(Math.log2(hashes.length / 2 || 1)));
  const bucketStarts = new Uint32Array((1 << bits) + 1);
  const all = packInts(hashes);
  for (const hash of all)
    bucketStarts[(hash >>> (32 - bits)) + 1] = (bucketStarts[(hash >>> (32 - bits)) + 1] ?? 0) + 1;
  for (let at = 1; at < bucketStarts.length; at += 1)
    bucketStarts[at] = (bucketStarts[at] ?? 0) + (bucketStarts[at - 1] ?? 0);
  const filled = bucketStarts.slice(0, -1);
  const placed = { hashes: new Uint32Array(all.length), ids: new Uint32Array(all.length) };
  all.forEach((hash, at) => {
    const bucket = hash >>> (32 - bits);
    const place = filled[bucket] ?? 0;
    filled[bucket] = place + 1;
    placed.hashes[place] = hash;
    placed.ids[place] = ids.items[at] ?? 0;
  });
  return { bits, bucketStarts, ...placed };
}

/** Known forms one slip away, with the slip's cost; each once. */
export function findNear(near: NearForms, forms: readonly string[], typed: string): { id: number; cost: number }[] {
  const found = new Map<number, number>();
  for (const hash of hashWithout(typed)) {
    const bucket = hash >>> (32 - near.bits);
    const end = near.bucketStarts[bucket + 1] ?? 0;
    for (let at = near.bucketStarts[bucket] ?? 0; at < end; at += 1) {
      const id = near.ids[at] ?? 0;
      if (near.hashes[at] !== hash || found.has(id)) continue;
      const cost = costOfOneSlip(forms[id] ?? '', typed);
      if (cost !== undefined) found.set(id, cost);
    }
  }
  return [...found].map(([id, cost]) => ({ id, cost }));
}

function hashWithout(form: string): number[] {
  const hashes = [hashLetters(form, -1)];
  for (let dropped = 0; dropped < form.length; dropped += 1) hashes.push(hashLetters(form, dropped));
  return hashes;
}

function hashLetters(form: string, dropped: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < form.length; at += 1) {
    if (at !== dropped) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
