import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import words from '../../locales/vi/chat-page.json' with { type: 'json' };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The few words that stand in the page before its script: {{title}} and so on. */
const fillWords = {
  name: 'fill-words',
  transformIndexHtml: (html: string): string =>
    html.replace(
      /\{\{(title|description|noscript)\}\}/g,
      (_all, key: 'title' | 'description' | 'noscript') => words[key],
    ),
};

/** Tells the service worker the files of this build: what the page needs to open, and no more. */
const listShell: Plugin = {
  name: 'list-shell',
  enforce: 'post',
  generateBundle: (_options, bundle) => {
    const needed = Object.keys(bundle).filter((file) => /(index-|be-vietnam-pro-).*\.(js|css|woff2)$/.test(file));
    const shell = ['/', '/icon.svg', ...needed.map((file) => `/${file}`)].sort();
    const page = bundle['index.html'];
    const html = page?.type === 'asset' ? page.source : '';
    const build = createHash('sha256').update(shell.join()).update(html).digest('hex').slice(0, 12);
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
    worker.code = worker.code.replace('__SHELL__', shell.join(' ')).replace('__BUILD__', build);
  },
};

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [fillWords, listShell],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../dist/chat'),
    emptyOutDir: true,
    // Phones that are still in use, also inside other apps' browsers.
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    // The page's policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('./index.html'), sw: here('./offline/service-worker.ts') },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/chat/api': 'http://127.0.0.1:3000' } },
});
