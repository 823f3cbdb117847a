import { bareProvinceName, type Places } from '../../core/places/places.ts';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { SECTOR } from '../../core/programmes/sector.ts';
import { fold } from '../../core/text/fold.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { listAudienceChoices } from '../../records/audience-choices.ts';
import { findCentre } from '../../records/centre.ts';
import type { StaffDeps } from '../staff-deps.ts';

const SECTORS: readonly string[] = SECTOR.field.kind === 'choice' ? SECTOR.field.options.map(({ id }) => id) : [];

/** What an audience can be chosen by, each with how many people it is. */
export async function describeAudienceChoices(
  { db, loadPlaces }: Pick<StaffDeps, 'db' | 'loadPlaces'>,
  locale: Locale,
) {
  const { word } = wordsFor(locale);
  const places = await loadPlaces();
  const { sectors, provinces, ...choices } = await listAudienceChoices(db);
  return {
    programmes: PROGRAMMES.map(({ id }) => id),
    ...choices,
    provinces: provinces.map((province) => ({ ...province, ...nameProvince(places, province.id) })),
    sectors: sectors.map(({ id, people }) => ({
      ...{ id, people },
      name: SECTORS.includes(id) ? word(`register:shared.sector.option.${id}`) : id,
    })),
  };
}

/** A province of today, and the ones of before that were joined into it in 2025. */
function nameProvince(places: Places, code: string): { name: string; former: string[] } {
  const name = bareProvinceName(places.findProvince(code)?.name ?? code);
  // Folded: "Thanh Hoá" and "Thanh Hóa" are spellings of one name.
  const others = places.listFormerProvinces(code).filter((former) => fold(former.name) !== fold(name));
  return { name, former: others.map((former) => former.name) };
}

/** A commune that an officer looks for, and the name by which it was found when that is one of before. */
export type FoundCommune = { code: string; name: string; former?: string };

/** Communes of today by what somebody types: names of before too, with or without marks, a district, a slip. */
export async function findCommunes(
  { db, loadPlaces }: Pick<StaffDeps, 'db' | 'loadPlaces'>,
  text: string,
): Promise<FoundCommune[]> {
  const provinceCode = (await findCentre(db))?.provinceCode;
  const finding = (await loadPlaces()).find(text, { provinceCode });
  const options = finding.kind === 'found' ? [finding] : finding.kind === 'choose' ? finding.options : [];
  return options.map(({ commune: { code, name }, former }) => ({
    ...{ code, name },
    former: former === undefined ? undefined : [former.commune, former.district].filter(Boolean).join(', '),
  }));
}
