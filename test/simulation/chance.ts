/** Where everything of a simulation that is left to chance comes from: the same seed gives the same month. */
export type Chance = {
  /** At least 0, below 1. */
  next: () => number;
  /** Both included. */
  int: (from: number, to: number) => number;
  happens: (probability: number) => boolean;
  pick: <T>(list: readonly [T, ...T[]]) => T;
  /** By weight: the keys of what is given. */
  weigh: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
  /** Chance of its own for one purpose, so that what is drawn there moves nothing elsewhere. */
  fork: (name: string) => Chance;
  uuid: () => string;
};

/** mulberry32: small, and good enough to shuffle a village. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    happens: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    weigh: (weights) => {
      const names = namesOf(weights);
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new Error('Nothing has any weight.');
    },
    fork: (name) => createChance(mixText(seed, name)),
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => int(0, 15).toString(16));
      digits[12] = '4';
      digits[16] = 'a';
      return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
}

function namesOf<Name extends string>(weights: Readonly<Record<Name, number>>): Name[] {
  const names: Name[] = [];
  for (const name in weights) names.push(name);
  return names;
}

/** FNV-1a over the seed and the words. */
export function mixText(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
