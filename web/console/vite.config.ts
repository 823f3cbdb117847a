import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ command }) => ({
  root: here('.'),
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: command !== 'build' } },
  // What is built is what people use, whatever NODE_ENV says while it is built: a test's or an operator's.
  define: command === 'build' ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    // Browsers of office machines that are years behind.
    target: ['chrome99', 'firefox97', 'safari15.4'],
    // The page's policy allows no inline script and no data: script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the door and the frame need is one file; what several pages share is one more: each file is a
            // round trip, and a weak line has few at a time.
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
          ],
        },
      },
      onwarn: (warning, warn) => {
        // Mantine's files are marked for servers that render; here they all run in the browser.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { proxy: { '/staff': 'http://127.0.0.1:3000' } },
}));
