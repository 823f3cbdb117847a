/** A bucket of tokens: so many at once, then one more every so often. */
export type Rate = { burst: number; everyMs: number };

export type WebChatLimits = {
  requestsOfSession: Rate;
  requestsOfAddress: Rate;
  sessionsOfAddress: Rate;
  messagesOfSession: Rate;
  messagesOfAddress: Rate;
  /** Messages with photos, at most four photos each. */
  photosOfSession: Rate;
  photosOfAddress: Rate;
  pagesOfSession: number;
  /** Open event streams of one process; above it pages ask from time to time instead. */
  pagesOfProcess: number;
  photoBytes: number;
  storedBytesOfPerson: number;
  storedBytesOfAll: number;
};

const SECOND_MS = 1000;
const MEGABYTE = 1024 * 1024;

/**
 * An address is often shared: mobile carriers put many phones behind one. Its limits are therefore wide,
 * and stop only a machine; a session's limits are those of one person who types.
 */
export const defaultLimits: WebChatLimits = {
  requestsOfSession: { burst: 120, everyMs: 0.25 * SECOND_MS },
  requestsOfAddress: { burst: 2000, everyMs: 0.01 * SECOND_MS },
  sessionsOfAddress: { burst: 100, everyMs: 20 * SECOND_MS },
  messagesOfSession: { burst: 20, everyMs: 2 * SECOND_MS },
  messagesOfAddress: { burst: 300, everyMs: 0.1 * SECOND_MS },
  photosOfSession: { burst: 8, everyMs: 15 * SECOND_MS },
  photosOfAddress: { burst: 60, everyMs: 2 * SECOND_MS },
  pagesOfSession: 6,
  pagesOfProcess: 4000,
  photoBytes: 10 * MEGABYTE,
  storedBytesOfPerson: 150 * MEGABYTE,
  storedBytesOfAll: 20 * 1024 * MEGABYTE,
};

export const MAX_TEXT_LENGTH = 10_000;
export const MAX_PHOTOS_OF_MESSAGE = 4;
/** 10,000 Vietnamese letters written with separate marks are about 50 KB. */
export const MAX_JSON_BYTES = 128 * 1024;
