import { render } from 'preact';
import { createChat } from './logic/chat.ts';
import { recallLastShown, rememberLastShown } from './logic/last-shown.ts';
import { openOutbox } from './logic/outbox.ts';
import { eventsUrl, server } from './logic/server.ts';
import { Page } from './view/page.tsx';
import { chooseWords, pageLocale } from './words.ts';

async function open(): Promise<void> {
  await chooseWords(location.search);
  document.documentElement.lang = pageLocale();
  const storage = findStorage();
  const chat = createChat({
    server,
    outbox: openOutbox(window.indexedDB),
    openStream: (after) => (typeof EventSource === 'function' ? new EventSource(eventsUrl(after)) : undefined),
    remembered: recallLastShown(storage),
    now: Date.now,
  });
  const place = document.getElementById('page');
  if (place === null) return;
  place.replaceChildren();
  render(<Page chat={chat} />, place);

  addEventListener('online', chat.wake);
  addEventListener('offline', chat.lineLost);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.wake();
  });
  rememberLastShown(storage, chat.store);
  await chat.start();
  keepForOffline();
}

/** Even to look at it fails where a browser keeps nothing. */
function findStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** So that the page opens without a line too. Browsers have this on https and localhost only. */
function keepForOffline(): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
}

void open();
