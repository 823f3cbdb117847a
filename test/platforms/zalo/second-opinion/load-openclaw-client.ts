import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import * as hostStub from './host-stub.ts';

const HOST = 'openclaw/';
const STUB = 'openclaw-stub:';

const call = z.function({ input: [z.string(), z.unknown().optional()], output: z.promise(z.looseObject({})) });
const client = z.object({
  getMe: call,
  getUpdates: call,
  sendMessage: call,
  sendPhoto: call,
  sendChatAction: call,
  setWebhook: call,
  deleteWebhook: call,
  getWebhookInfo: call,
});
export type OpenClawClient = z.infer<typeof client>;

/**
 * The Zalo Bot client of `@openclaw/zalo`, which others wrote against the real Zalo. It is a plugin and imports its host
 * program, a large one that is not installed; whatever it imports from there is answered by a stub.
 */
export async function loadOpenClawClient(): Promise<OpenClawClient> {
  const folder = fileURLToPath(new URL('../../../../node_modules/@openclaw/zalo/dist/.setup/', import.meta.url));
  const file = readdirSync(folder)
    .map((name) => join(folder, name))
    .find((path) => readFileSync(path, 'utf8').includes('//#region extensions/zalo/src/api.ts'));
  if (file === undefined) throw new Error('@openclaw/zalo has another shape now');

  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (!specifier.startsWith(HOST)) return next(specifier, context);
      const url = `${STUB}${specifier}?${importedNames(specifier, context.parentURL).join(',')}`;
      return { url, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) => {
      if (!url.startsWith(STUB)) return next(url, context);
      return { format: 'module', shortCircuit: true, source: stubOf(url.split('?')[1]?.split(',') ?? []) };
    },
  });
  try {
    const shortNames: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(file).href);
    // The bundle exports each function under one letter.
    const exported = /export \{([^}]*)\};\s*$/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const pairs = [...exported.matchAll(/(\w+) as (\w+)/g)].map(([, name, short]) => [name, shortNames[short ?? '']]);
    return client.parse(Object.fromEntries(pairs));
  } finally {
    hooks.deregister();
  }
}

/** The names that a module imports from there. */
function importedNames(specifier: string, parent: string | undefined): string[] {
  if (parent === undefined) return [];
  const source = readFileSync(fileURLToPath(parent), 'utf8');
  const imports = source.matchAll(/import \{([^}]*)\} from "([^"]+)"/g);
  const found = [...imports].filter(([, , from]) => from === specifier).flatMap(([, names]) => names?.split(',') ?? []);
  return [...new Set(found.map((name) => name.trim().split(' as ')[0] ?? ''))];
}

/** A module with these exports: the real helper where there is one, else something that bears any use. */
function stubOf(names: string[]): string {
  const helpers = pathToFileURL(fileURLToPath(new URL('./host-stub.ts', import.meta.url))).href;
  const anything =
    'const anything = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => "" : anything, apply: () => anything, construct: () => anything });';
  const lines = names.map((name) =>
    name in hostStub ? `export { ${name} } from ${JSON.stringify(helpers)};` : `export const ${name} = anything;`,
  );
  return [anything, ...lines].join('\n');
}
