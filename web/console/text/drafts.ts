import { useState } from 'react';

/**
 * What an officer has begun to write, and the id under which it will be sent. It is kept on this machine at each
 * keystroke, so neither a broken line nor a closed window loses it; and it keeps its id until it is sent, so that
 * sending it again after a doubtful failure cannot send it twice. Other words are another message, with another id.
 */
export type Draft = { text: string; requestId: string };

const keyOf = (name: string): string => `console.draft.${name}`;

function load(name: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'text' in kept && 'requestId' in kept) {
      return { text: String(kept.text), requestId: String(kept.requestId) };
    }
  } catch {
    // What cannot be read is no draft.
  }
  return { text: '', requestId: newRequestId() };
}

export function useDraft(name: string): [Draft, { write: (text: string) => void; clear: () => void }] {
  const [draft, setDraft] = useState(() => load(name));
  const write = (text: string): void => {
    const next = { text, requestId: newRequestId() };
    setDraft(next);
    if (text === '') localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(next));
  };
  return [draft, { write, clear: () => write('') }];
}

/** On signing out: the next person at this machine must not find another's words. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(keyOf(''))) localStorage.removeItem(key);
  }
}

/** `crypto.randomUUID` is missing where the page is opened by plain http from another machine. */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
