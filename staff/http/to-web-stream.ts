import type { Readable } from 'node:stream';

/** A stream of Node's as an answer: it is read only as fast as it is fetched, its error breaks the answer off, and who leaves ends it. */
export function toWebStream(source: Readable): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void source.destroy(),
  });
}
