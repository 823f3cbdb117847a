/**
 * An inverted index over runs of integer syllables: 1-, 2- and 3-grams, hashed, in flat typed arrays, scored by BM25F.
 * Vietnamese words are mostly two syllables long, so pairs carry what single syllables lose.
 */
export type Unit = {
  /** One entry a field; the runs of a field are read separately, so that no pair spans two of them. */
  fields: { exact: Int32Array[]; folded: Int32Array[] }[];
};

export type GramSettings = {
  /** BM25's saturation and length normalisation. */
  k1: number;
  b: number;
  fieldWeights: number[];
  /** Longest gram. */
  maxOrder: number;
};

export type GramIndex = {
  unitCount: number;
  /** Open addressing: hash → term, as two parallel arrays; an empty slot holds term -1. */
  slots: { keys: Uint32Array; terms: Int32Array; mask: number };
  /** Where each term's postings begin; one entry more than there are terms. */
  starts: Uint32Array;
  units: Uint32Array;
  /** idf × saturated frequency, ready to be summed. */
  impacts: Float32Array;
  idf: Float32Array;
};

/** Exact and folded grams live in one table; the space is part of the hash. */
export const EXACT_SPACE = 1;
export const FOLDED_SPACE = 2;

function mix(hash: number): number {
  let mixed = hash;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}

/** The hash of one more syllable after a gram; begin with the space. */
export function extendHash(hash: number, syllable: number): number {
  return mix(Math.imul(hash, 0x9e3779b1) + syllable + 1);
}

class TermTable {
  keys = new Uint32Array(1 << 12);
  terms = new Int32Array(1 << 12).fill(-1);
  mask = (1 << 12) - 1;
  size = 0;

  /** The term of a hash, made when it is new. */
  intern(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const term = this.terms[slot] ?? -1;
      if (term === -1) break;
      if (this.keys[slot] === hash) return term;
      slot = (slot + 1) & this.mask;
    }
    this.keys[slot] = hash;
    this.terms[slot] = this.size;
    this.size += 1;
    if (this.size * 2 > this.mask) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    const { keys, terms } = this;
    const capacity = keys.length * 2;
    this.keys = new Uint32Array(capacity);
    this.terms = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
    for (let old = 0; old < keys.length; old += 1) {
      const term = terms[old] ?? -1;
      if (term === -1) continue;
      const hash = keys[old] ?? 0;
      let slot = hash & this.mask;
      while ((this.terms[slot] ?? -1) !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = hash;
      this.terms[slot] = term;
    }
  }
}

type Visit = (hash: number, field: number) => void;

function visitGrams(unit: Unit, maxOrder: number, visit: Visit): void {
  for (let field = 0; field < unit.fields.length; field += 1) {
    const texts = unit.fields[field];
    if (texts === undefined) continue;
    for (const run of texts.exact) visitRun(run, EXACT_SPACE, maxOrder, field, visit);
    for (const run of texts.folded) visitRun(run, FOLDED_SPACE, maxOrder, field, visit);
  }
}

function visitRun(run: Int32Array, space: number, maxOrder: number, field: number, visit: Visit): void {
  for (let start = 0; start < run.length; start += 1) {
    let hash = space;
    const end = Math.min(run.length, start + maxOrder);
    for (let at = start; at < end; at += 1) {
      hash = extendHash(hash, run[at] ?? 0);
      visit(hash, field);
    }
  }
}

function fieldLength(unit: Unit, field: number): number {
  let length = 0;
  for (const run of unit.fields[field]?.folded ?? []) length += run.length;
  return length;
}

/** Builds the index in two passes over the units: one to count, one to fill. */
export function buildGramIndex(units: readonly Unit[], settings: GramSettings): GramIndex {
  const { maxOrder, fieldWeights, k1, b } = settings;
  const table = new TermTable();
  const frequencies: number[] = [];
  const lastUnit: number[] = [];
  const averages = fieldWeights.map((_, field) => {
    const total = units.reduce((sum, unit) => sum + fieldLength(unit, field), 0);
    const having = units.reduce((sum, unit) => sum + (fieldLength(unit, field) > 0 ? 1 : 0), 0);
    return having === 0 ? 1 : total / having;
  });

  units.forEach((unit, at) => {
    visitGrams(unit, maxOrder, (hash) => {
      const term = table.intern(hash);
      if (lastUnit[term] === at) return;
      lastUnit[term] = at;
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    });
  });

  const starts = new Uint32Array(table.size + 1);
  for (let term = 0; term < table.size; term += 1) starts[term + 1] = (starts[term] ?? 0) + (frequencies[term] ?? 0);
  const postingCount = starts[table.size] ?? 0;
  const postingUnits = new Uint32Array(postingCount);
  const impacts = new Float32Array(postingCount);
  const filled = new Uint32Array(table.size);

  units.forEach((unit, at) => {
    const norms = fieldWeights.map((weight, field) => {
      const relative = fieldLength(unit, field) / (averages[field] ?? 1);
      return weight / (1 - b + b * relative);
    });
    visitGrams(unit, maxOrder, (hash, field) => {
      const term = table.intern(hash);
      const start = starts[term] ?? 0;
      let posting = start + (filled[term] ?? 0) - 1;
      if (posting < start || postingUnits[posting] !== at) {
        posting += 1;
        filled[term] = (filled[term] ?? 0) + 1;
        postingUnits[posting] = at;
      }
      impacts[posting] = (impacts[posting] ?? 0) + (norms[field] ?? 0);
    });
  });

  const idf = new Float32Array(table.size);
  for (let term = 0; term < table.size; term += 1) {
    const frequency = frequencies[term] ?? 0;
    const weight = Math.log(1 + (units.length - frequency + 0.5) / (frequency + 0.5));
    idf[term] = weight;
    const end = starts[term + 1] ?? 0;
    for (let posting = starts[term] ?? 0; posting < end; posting += 1) {
      const frequencyHere = impacts[posting] ?? 0;
      impacts[posting] = (weight * frequencyHere * (k1 + 1)) / (frequencyHere + k1);
    }
  }

  return {
    unitCount: units.length,
    slots: { keys: table.keys, terms: table.terms, mask: table.mask },
    starts,
    units: postingUnits,
    impacts,
    idf,
  };
}

/** The term of a gram's hash, or -1. */
export function findTerm(index: GramIndex, hash: number): number {
  const { keys, terms, mask } = index.slots;
  let slot = hash & mask;
  for (;;) {
    const term = terms[slot] ?? -1;
    if (term === -1 || keys[slot] === hash) return term;
    slot = (slot + 1) & mask;
  }
}

/** Adds a term's impacts, times a weight, to the scores. */
export function addImpacts(index: GramIndex, term: number, weight: number, scores: Float32Array): void {
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const unit = index.units[posting] ?? 0;
    scores[unit] = (scores[unit] ?? 0) + weight * (index.impacts[posting] ?? 0);
  }
}
