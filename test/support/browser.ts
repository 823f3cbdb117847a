import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium on this machine. When there is none, says loudly what is skipped and how to install it. */
export function findChromium(): string | undefined {
  const path = PLACES.find((place) => existsSync(place));
  if (path === undefined) {
    console.warn('\n*** Chromium was not found: the browser tests are SKIPPED. ***');
    console.warn('*** Install it with: sudo apt-get install chromium ***\n');
  }
  return path;
}

/** A real browser that talks to nobody but the page it is given. Close it with `close()`. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
