import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = engineModule.SchemaEngine;

/**
 * Prisma's own schema engine as WebAssembly: the native one is a download that fails behind closed networks.
 * It writes `_prisma_migrations` as the Prisma CLI does.
 */
export async function openSchemaEngine(options: { url: string; schemaPath: string }): Promise<SchemaEngine> {
  await loadWasm();
  const schema = await readFile(options.schemaPath, 'utf8');
  const factory = withCharColumns(new PrismaPg({ connectionString: options.url, max: 2 }));
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return engineModule.SchemaEngine.new({ datamodels: [[options.schemaPath, schema]] }, () => {}, adapter);
}

/** Columns of type "char" that the engine reads from the catalogue. */
const charColumns = ['constraint_type', 'confdeltype', 'confupdtype'];
const charExpressions = /constr\.contype(?= AS constraint_type)|con\.confdeltype|con\.confupdtype/g;

/**
 * adapter-pg 7.10 does not know PostgreSQL's type "char", so that `diff` fails. Asked for as text and labelled as
 * characters, these columns are what the engine expects.
 */
function withCharColumns(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
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
    connectToShadowDb: async () => repair(await factory.connectToShadowDb()),
  };
}

let loaded: Promise<void> | undefined;

function loadWasm(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const js = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(fileURLToPath(new URL('schema_engine_bg.wasm', js)));
  const imports: Record<string, WebAssembly.ImportValue> = {};
  for (const [name, value] of Object.entries(engineModule)) {
    if (typeof value === 'function') imports[name] = value;
  }
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}
