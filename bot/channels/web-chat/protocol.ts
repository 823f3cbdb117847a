/**
 * What the chat page and its server say to each other, under /chat/api. The page imports these types.
 *
 * GET  /start                 → StartAnswer           what the page needs to open
 * POST /session               → {}                    makes the session, in a cookie
 * POST /messages   NewMessage → {repeated}            the same id again is the same message
 * POST /photos     multipart: id, photo, photo…       → {repeated}
 * GET  /history?after|before  → HistoryPage
 * POST /seen       {ids}      → {}                    the page has these messages
 * GET  /events?after          → server-sent events: `sync` with a HistoryPage, `beat` while nothing happens
 * GET  /files/:id?size=small  → image/jpeg
 *
 * Anything else is a Problem with its HTTP status.
 */
export type ChatMessage = {
  /** The page's own id for what the person said, the delivery's id for what was said to them. */
  id: string;
  /** Sorts as text in the order in which things were said. */
  position: string;
  /** ISO instant. */
  at: string;
  from: 'person' | 'assistant' | 'officer' | 'reminder' | 'announcement';
  /** Empty for a photo without words, and for what is not kept any more. */
  text: string;
  choices: { key: string; label: string }[];
  photos: ChatPhoto[];
  /** What the centre sent with it; `path` is on the page's own origin. */
  picture?: { path: string; alt: string; width: number; height: number };
  /** The page has confirmed it. Always true for what the person said. */
  seen: boolean;
};

export type ChatPhoto = { id: string; width: number; height: number };

export type HistoryPage = {
  messages: ChatMessage[];
  /** To be given as `after` next time. */
  cursor: string;
  /** A turn is under way: something will follow. */
  answering: boolean;
  /** There is more in the direction that was asked. */
  more: boolean;
};

export type StartAnswer = {
  centre: { name: string; isSample: boolean };
  /** Absent when this browser has not written yet. */
  history?: HistoryPage;
};

export type NewMessage = { id: string; text: string } | { id: string; choice: string };

export type ProblemCode =
  | 'session.missing'
  | 'session.too-many'
  | 'request.invalid'
  | 'request.too-large'
  | 'request.foreign'
  | 'request.too-many'
  | 'message.too-many'
  | 'photo.too-many'
  | 'photo.too-large'
  | 'photo.heic'
  | 'photo.not-an-image'
  | 'photo.broken'
  | 'photo.store-full'
  | 'photo.person-full'
  | 'file.missing'
  | 'server.away'
  | 'server.failed';

export type Problem = { code: ProblemCode; retryAfterSeconds?: number };
