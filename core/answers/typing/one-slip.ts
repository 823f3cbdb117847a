/** Keys that touch each other on a phone's keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdxz',
  d: 'sefcx',
  f: 'drgvc',
  g: 'fthbv',
  h: 'gyjnb',
  j: 'hukmn',
  k: 'jilm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

/** How unlikely the kinds of slip are, as costs. */
const COST = { swapped: 0, neighbour: 0, dropped: 0.3, doubled: 0, added: 0.8, other: 1.5 };

/**
 * The cost of the one slip that turns `meant` into `typed`; undefined when more than one letter differs.
 * Both are folded.
 */
export function costOfOneSlip(meant: string, typed: string): number | undefined {
  const difference = typed.length - meant.length;
  if (Math.abs(difference) > 1) return undefined;

  let start = 0;
  const shorter = Math.min(meant.length, typed.length);
  while (start < shorter && meant[start] === typed[start]) start += 1;
  const restMeant = meant.slice(start);
  const restTyped = typed.slice(start);

  if (difference === 0) {
    if (restMeant.length === 0) return undefined;
    if (restMeant.slice(1) === restTyped.slice(1)) {
      const isNeighbour = NEIGHBOURS[restMeant[0] ?? '']?.includes(restTyped[0] ?? ' ') ?? false;
      return isNeighbour ? COST.neighbour : COST.other;
    }
    const isSwapped =
      restMeant[0] === restTyped[1] && restMeant[1] === restTyped[0] && restMeant.slice(2) === restTyped.slice(2);
    return isSwapped ? COST.swapped : undefined;
  }
  if (difference === 1) {
    if (restMeant !== restTyped.slice(1)) return undefined;
    return start > 0 && typed[start - 1] === typed[start] ? COST.doubled : COST.added;
  }
  return restMeant.slice(1) === restTyped ? COST.dropped : undefined;
}
