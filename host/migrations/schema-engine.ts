import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/**
 * Lends Prisma's own schema engine as WebAssembly: the native one is a download that fails behind closed networks.
 * It writes `_prisma_migrations` as the Prisma CLI does. Its connections are closed when `use` ends.
 *
 * adapter-pg cuts a script at each semicolon and sends the pieces one by one, each committed by itself. With
 * `wholeScript` a script is sent as what that makes of it, in one message: PostgreSQL commits all of it or nothing.
 */
export async function withSchemaEngine<T>(
  options: { url: string; schemaPath: string; wholeScript?: (script: string) => string },
  use: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWasm();
  const datamodel = await readFile(options.schemaPath, 'utf8');
  const pool = new pg.Pool({ connectionString: options.url, max: 2 });
  const scratch: SqlDriverAdapter[] = [];
  const factory = withCharColumns(new PrismaPg(pool), scratch);
  const adapter = bindMigrationAwareSqlAdapterFactory(
    options.wholeScript ? withWholeScripts(factory, pool, options.wholeScript) : factory,
  );
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: [[options.schemaPath, datamodel]] },
      () => {},
      adapter,
    );
    return await use(engine).finally(() => engine.free());
  } finally {
    await Promise.allSettled(scratch.map((each) => each.dispose()));
    await pool.end();
  }
}

/** Columns of type "char" that the engine reads from the catalogue. */
const charColumns = ['constraint_type', 'confdeltype', 'confupdtype'];
const charExpressions = /constr\.contype(?= AS constraint_type)|con\.confdeltype|con\.confupdtype/g;

/**
 * adapter-pg 7.10 does not know PostgreSQL's type "char", so that `diff` fails. Asked for as text and labelled as
 * characters, these columns are what the engine expects.
 */
function withCharColumns(
  factory: SqlMigrationAwareDriverAdapterFactory,
  scratch: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const repair = (adapter: SqlDriverAdapter): SqlDriverAdapter => {
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw({ ...query, sql: query.sql.replaceAll(charExpressions, '$&::text') });
      const columnTypes = result.columnTypes.map((type, index) =>
        charColumns.includes(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => repair(await factory.connect()),
    connectToShadowDb: async () => {
      const adapter = repair(await factory.connectToShadowDb());
      scratch.push(adapter);
      return adapter;
    },
  };
}

function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  pool: pg.Pool,
  wholeScript: (script: string) => string,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...factory,
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(wholeScript(script));
      };
      return adapter;
    },
  };
}

let loaded: Promise<void> | undefined;

function loadWasm(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const js = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(js), 'schema_engine_bg.wasm'));
  const imports: Record<string, WebAssembly.ImportValue> = {};
  for (const [name, value] of Object.entries(engineModule)) {
    if (typeof value !== 'function') continue;
    // The engine's time limit for its own lock keeps running after the work: it must not hold the process for 10 s.
    imports[name] = name.startsWith('__wbg_setTimeout') ? setTimeoutUnref : value;
  }
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

function setTimeoutUnref(callback: () => void, delayMs: number): NodeJS.Timeout {
  return setTimeout(callback, delayMs >>> 0).unref();
}
