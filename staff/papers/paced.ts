import { setImmediate as letOthers } from 'node:timers/promises';

/** Far less than the 50 ms after which others would notice. */
const SLICE_MS = 8;

/** Passes on what comes, and after each short while lets others have their turn. */
export async function* paced<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for await (const item of items) {
    if (performance.now() - since > SLICE_MS) {
      await letOthers();
      since = performance.now();
    }
    yield item;
  }
}
