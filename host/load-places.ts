import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { createPlaces } from '../core/places/create-places.ts';
import type { Places } from '../core/places/places.ts';

const FOLDER = new URL('../data/places/', import.meta.url);

const communeRow = z
  .object({ province_code: z.string(), province: z.string(), commune_code: z.string(), commune: z.string() })
  .transform((row) => ({
    provinceCode: row.province_code,
    province: row.province,
    code: row.commune_code,
    name: row.commune,
  }));

const formerCommuneRow = z
  .object({
    former_province: z.string(),
    former_district: z.string(),
    former_commune: z.string(),
    commune_codes: z.string(),
  })
  .transform((row) => ({
    province: row.former_province,
    district: row.former_district,
    commune: row.former_commune,
    codes: row.commune_codes.split(' ').filter((code) => code !== ''),
  }));

/** The two tables of `data/places`, as rows. */
export async function readPlaceTables() {
  const [communes, formerCommunes] = await Promise.all([readTable('communes.csv'), readTable('former-communes.csv')]);
  return {
    communes: z.array(communeRow).parse(communes),
    formerCommunes: z.array(formerCommuneRow).parse(formerCommunes),
  };
}

let loading: Promise<Places> | undefined;

/** The places of `data/places`: read once a process, however often they are asked for. */
export function loadPlaces(): Promise<Places> {
  loading ??= readPlaceTables().then(createPlaces);
  return loading;
}

async function readTable(name: string): Promise<unknown> {
  return parse(await readFile(new URL(name, FOLDER), 'utf8'), { columns: true });
}
