/**
 * Opens the page when there is no line. What a page needs to open is kept in one cache for each build; the page itself
 * is asked of the server first, so that nobody is left with an old one. Nothing of what people say is kept here.
 */

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };

declare const self: {
  addEventListener: ((type: 'install' | 'activate', listener: (event: Waiting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void);
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  location: Location;
};

// Filled in by the build: the paths of this build, between spaces, and a name for them.
const SHELL = '__SHELL__'.split(' ');
const CACHE = 'shell __BUILD__';
/** On a line this slow the kept page is there sooner, and asks for what is new by itself. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => event.waitUntil(removeOlderShells()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  // The console and everything else on this origin are left alone.
  if (request.mode !== 'navigate') {
    if (SHELL.includes(pathname)) event.respondWith(keptOrFetched(request, pathname));
  } else if (pathname === '/') {
    event.respondWith(openPage(request));
  }
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  await self.skipWaiting();
}

async function removeOlderShells(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('shell ') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function openPage(request: Request): Promise<Response> {
  const kept = await caches.match('/');
  if (kept === undefined) return fetch(request);
  const fetched = fetch(request).then((response) => (response.status < 500 ? response : kept));
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fetched, late]).catch(() => kept);
}

async function keptOrFetched(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname)) ?? fetch(request);
}
