import { expect } from 'vitest';

/** A producer with a phone, whatever is on it: what they do, and what they then read. */
export type Producer = {
  name: string;
  /** Each of these answers what was read as the one answer, choices included. */
  says: (text: string, answer?: RegExp) => Promise<string>;
  /** Picks a choice of the last message by its words: by a button, or by its number where there are none. */
  chooses: (label: string, answer?: RegExp) => Promise<string>;
  /** Together where the channel can, else one after another; answers what was read after the last. */
  sendsPhotos: (photos: readonly Uint8Array[], answer?: RegExp) => Promise<string>;
  /** What came without being asked for. */
  hears: (words: RegExp) => Promise<string>;
  /** All messages of the centre so far, the oldest first. */
  texts: () => Promise<string[]>;
  /** After the program was away. */
  comesBack: () => Promise<void>;
  /** Keeps a picture of what stands on the phone, where there is one. */
  shows: (what: string) => Promise<void>;
};

/** How a channel does it; what comes back is everything that was read since the act began. */
export type Phone = {
  name: string;
  texts: () => Promise<string[]>;
  /** Whether several photos can be one message. */
  hasAlbums: boolean;
  type: (text: string) => Promise<void>;
  choose: (label: string, last: string) => Promise<void>;
  photograph: (photos: readonly Uint8Array[]) => Promise<void>;
  comesBack: () => Promise<void>;
  shows: (what: string) => Promise<void>;
};

const PATIENCE = { timeout: 15_000, interval: 30 };

export function createProducer(phone: Phone): Producer {
  /** One message in is one message out, also where nobody counts them. */
  const answerTo = async (act: () => Promise<void>, expected: RegExp | undefined): Promise<string> => {
    const before = (await phone.texts()).length;
    await act();
    await expect.poll(async () => (await phone.texts()).length, PATIENCE).toBeGreaterThan(before);
    const after = await phone.texts();
    const answer = after.slice(before).join('\n---\n');
    expect(after.length, answer).toBe(before + 1);
    if (expected !== undefined) expect(answer).toMatch(expected);
    return answer;
  };
  return {
    name: phone.name,
    texts: phone.texts,
    says: (text, answer) => answerTo(() => phone.type(text), answer),
    chooses: async (label, answer) => {
      const last = (await phone.texts()).at(-1) ?? '';
      return await answerTo(() => phone.choose(label, last), answer);
    },
    sendsPhotos: async (photos, answer) => {
      const messages = phone.hasAlbums ? [photos] : photos.map((photo) => [photo]);
      for (const message of messages.slice(0, -1)) await answerTo(() => phone.photograph(message), undefined);
      return await answerTo(() => phone.photograph(messages.at(-1) ?? []), answer);
    },
    hears: async (words) => {
      await expect
        .poll(async () => (await phone.texts()).at(-1), { ...PATIENCE, message: `${phone.name} waits for ${words}` })
        .toMatch(words);
      return (await phone.texts()).at(-1) ?? '';
    },
    comesBack: phone.comesBack,
    shows: phone.shows,
  };
}
