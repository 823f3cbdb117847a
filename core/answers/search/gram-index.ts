import { createIntList, type IntList, packInts, pushInt } from './int-list.ts';
import { countDocuments, PASSAGE, type TextStore } from './text-store.ts';

/**
 * An inverted index over runs of folded syllables: 1-, 2- and 3-grams, hashed, in flat typed arrays, scored by BM25F.
 * Vietnamese words are mostly two syllables long, so pairs carry what single syllables lose.
 */
export type GramIndex = {
  documentCount: number;
  /** A term's bucket is its hash shifted by this; the terms of a bucket stand together. */
  shift: number;
  bucketStarts: Uint32Array;
  /** The hash of each term. */
  hashes: Uint32Array;
  /** Where each term's postings begin; one entry more than there are terms. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** idf × saturated frequency, ready to be summed. */
  impacts: Float32Array;
};

export type GramSettings = {
  /** BM25's saturation and length normalisation. */
  k1: number;
  b: number;
  fieldWeights: readonly number[];
  /** Longest gram. */
  maxOrder: number;
};

/** Where every gram's hash begins. */
export const EMPTY_GRAM = 2;
/** Terms a bucket, about. */
const BUCKET_SIZE = 4;

/** The hash of one more syllable after a gram; begin with `EMPTY_GRAM`. */
export function extendHash(hash: number, syllable: number): number {
  let mixed = Math.imul(hash, 0x9e3779b1) + syllable + 1;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}

/** Terms while the index is built: open addressing, hash → term, in order of first sight. */
class TermTable {
  hashes = createIntList();
  slots = new Int32Array(1 << 12).fill(-1);

  intern(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const term = this.slots[slot] ?? -1;
      if (term === -1) break;
      if (this.hashes.items[term] === hash) return term;
      slot = (slot + 1) & mask;
    }
    const term = this.hashes.length;
    this.slots[slot] = term;
    pushInt(this.hashes, hash);
    if (this.hashes.length * 2 > mask) this.grow();
    return term;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let term = 0; term < this.hashes.length; term += 1) {
      let slot = (this.hashes.items[term] ?? 0) & mask;
      while ((slots[slot] ?? -1) !== -1) slot = (slot + 1) & mask;
      slots[slot] = term;
    }
    this.slots = slots;
  }
}

/** How long each field of each document is, in syllables: document × fields + field. */
function measureFields(store: TextStore, fieldCount: number): Uint32Array {
  const lengths = new Uint32Array(countDocuments(store) * fieldCount);
  for (let document = 0; document < countDocuments(store); document += 1) {
    const end = store.documentRuns[document + 1] ?? 0;
    for (let run = store.documentRuns[document] ?? 0; run < end; run += 1) {
      const field = store.runFields[run] ?? PASSAGE;
      if (field === PASSAGE) continue;
      const at = document * fieldCount + field;
      lengths[at] = (lengths[at] ?? 0) + (store.runStarts[run + 1] ?? 0) - (store.runStarts[run] ?? 0);
    }
  }
  return lengths;
}

/** What one occurrence in each field of each document counts: its weight, less in a long field. */
function weighFields(store: TextStore, { fieldWeights, b }: GramSettings): Float64Array {
  const fieldCount = fieldWeights.length;
  const lengths = measureFields(store, fieldCount);
  const weights = new Float64Array(lengths.length);
  fieldWeights.forEach((weight, field) => {
    let total = 0;
    let having = 0;
    for (let at = field; at < lengths.length; at += fieldCount) {
      total += lengths[at] ?? 0;
      if ((lengths[at] ?? 0) > 0) having += 1;
    }
    const average = total / (having || 1) || 1;
    for (let at = field; at < lengths.length; at += fieldCount)
      weights[at] = weight / (1 - b + (b * (lengths[at] ?? 0)) / average);
  });
  return weights;
}

/** Every document's distinct terms with their weighted frequency, document after document. */
function collectPostings(store: TextStore, foldedOfExact: Uint32Array, settings: GramSettings) {
  const table = new TermTable();
  const weights = weighFields(store, settings);
  const terms = createIntList();
  const ends = createIntList();
  const latest = createIntList();
  let frequencies = new Float32Array(1 << 10);
  for (let document = 0; document < countDocuments(store); document += 1) {
    const begin = terms.length;
    const lastRun = store.documentRuns[document + 1] ?? 0;
    for (let run = store.documentRuns[document] ?? 0; run < lastRun; run += 1) {
      const field = store.runFields[run] ?? PASSAGE;
      if (field === PASSAGE) continue;
      const weight = weights[document * settings.fieldWeights.length + field] ?? 0;
      const end = store.runStarts[run + 1] ?? 0;
      for (let start = store.runStarts[run] ?? 0; start < end; start += 1) {
        let hash = EMPTY_GRAM;
        const stop = Math.min(end, start + settings.maxOrder);
        for (let at = start; at < stop; at += 1) {
          hash = extendHash(hash, foldedOfExact[store.syllables[at] ?? 0] ?? 0);
          const term = table.intern(hash);
          if (term === latest.length) pushInt(latest, 0);
          // Postings are numbered from one here, so that nothing yet is 0.
          let posting = (latest.items[term] ?? 0) - 1;
          if (posting < begin) {
            posting = terms.length;
            pushInt(terms, term);
            latest.items[term] = posting + 1;
            if (posting >= frequencies.length) frequencies = growFloats(frequencies);
          }
          frequencies[posting] = (frequencies[posting] ?? 0) + weight;
        }
      }
    }
    pushInt(ends, terms.length);
  }
  return { hashes: table.hashes, terms, ends, frequencies };
}

function growFloats(floats: Float32Array): Float32Array<ArrayBuffer> {
  const grown = new Float32Array(floats.length * 2);
  grown.set(floats);
  return grown;
}

/** Numbers terms by bucket: `order[term]` is its new number. */
function orderByBucket(hashes: IntList): Pick<GramIndex, 'shift' | 'bucketStarts' | 'hashes'> & { order: Uint32Array } {
  const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(hashes.length / BUCKET_SIZE || 1))));
  const shift = 32 - bits;
  const bucketStarts = new Uint32Array((1 << bits) + 1);
  for (let term = 0; term < hashes.length; term += 1) {
    const bucket = ((hashes.items[term] ?? 0) >>> shift) + 1;
    bucketStarts[bucket] = (bucketStarts[bucket] ?? 0) + 1;
  }
  for (let at = 1; at < bucketStarts.length; at += 1)
    bucketStarts[at] = (bucketStarts[at] ?? 0) + (bucketStarts[at - 1] ?? 0);
  const filled = bucketStarts.slice(0, -1);
  const order = new Uint32Array(hashes.length);
  const ordered = new Uint32Array(hashes.length);
  for (let term = 0; term < hashes.length; term += 1) {
    const hash = hashes.items[term] ?? 0;
    const place = filled[hash >>> shift] ?? 0;
    filled[hash >>> shift] = place + 1;
    order[term] = place;
    ordered[place] = hash;
  }
  return { shift, bucketStarts, hashes: ordered, order };
}

/** Builds the index in one pass over the texts and one over the postings. */
export function buildGramIndex(store: TextStore, foldedOfExact: Uint32Array, settings: GramSettings): GramIndex {
  const { hashes, terms, ends, frequencies } = collectPostings(store, foldedOfExact, settings);
  const { order, ...buckets } = orderByBucket(hashes);
  const starts = new Uint32Array(hashes.length + 1);
  for (let posting = 0; posting < terms.length; posting += 1) {
    const after = (order[terms.items[posting] ?? 0] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);

  const { k1 } = settings;
  const documentCount = countDocuments(store);
  const filled = starts.slice(0, -1);
  const documents = new Uint32Array(terms.length);
  const impacts = new Float32Array(terms.length);
  let posting = 0;
  packInts(ends).forEach((end, document) => {
    for (; posting < end; posting += 1) {
      const term = order[terms.items[posting] ?? 0] ?? 0;
      const place = filled[term] ?? 0;
      filled[term] = place + 1;
      const frequency = frequencies[posting] ?? 0;
      const idf = inverseFrequency(documentCount, (starts[term + 1] ?? 0) - (starts[term] ?? 0));
      documents[place] = document;
      impacts[place] = (idf * frequency * (k1 + 1)) / (frequency + k1);
    }
  });
  return { documentCount, ...buckets, starts, documents, impacts };
}

/** BM25's idf of something that so many of the documents have. */
export function inverseFrequency(documentCount: number, having: number): number {
  return Math.log(1 + (documentCount - having + 0.5) / (having + 0.5));
}

/** The term of a gram's hash, or -1. */
export function findTerm(index: GramIndex, hash: number): number {
  const bucket = hash >>> index.shift;
  const end = index.bucketStarts[bucket + 1] ?? 0;
  for (let term = index.bucketStarts[bucket] ?? 0; term < end; term += 1) if (index.hashes[term] === hash) return term;
  return -1;
}

/** How many documents have a term. */
export function countHaving(index: GramIndex, term: number): number {
  return term < 0 ? 0 : (index.starts[term + 1] ?? 0) - (index.starts[term] ?? 0);
}

/** Adds a term's impacts, times a weight, to the documents' scores. */
export function addImpacts(index: GramIndex, term: number, weight: number, scores: Float32Array): void {
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const document = index.documents[posting] ?? 0;
    scores[document] = (scores[document] ?? 0) + weight * (index.impacts[posting] ?? 0);
  }
}
