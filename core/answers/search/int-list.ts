/** A list of small non-negative integers that grows in place; four bytes each. */
export type IntList = { items: Uint32Array<ArrayBuffer>; length: number };

export function createIntList(): IntList {
  return { items: new Uint32Array(1 << 10), length: 0 };
}

export function pushInt(list: IntList, value: number): void {
  if (list.length === list.items.length) {
    const grown = new Uint32Array(list.length * 2);
    grown.set(list.items);
    list.items = grown;
  }
  list.items[list.length] = value;
  list.length += 1;
}

/** The list as an array of just its length. */
export function packInts(list: IntList): Uint32Array<ArrayBuffer> {
  return list.items.slice(0, list.length);
}
