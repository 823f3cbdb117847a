import type { Config } from '../config.ts';
import { AppError } from '../core/app-error.ts';
import type { Ids } from '../core/ids.ts';
import type { Places } from '../core/places/places.ts';
import type { Clock } from '../core/time.ts';
import { type Centre, findCentre, saveCentre } from '../records/centre.ts';
import type { Db } from '../records/database.ts';
import { loadSample } from './sample/load-sample.ts';

/**
 * The centre that this copy serves. CENTRE_NAME and CENTRE_PROVINCE win; without them an empty embedded database gets
 * the sample centre, and any other must have a centre already. Throws `centre.missing` or `centre.province-unknown`.
 */
export async function setUpCentre(options: {
  config: Config;
  db: Db;
  clock: Clock;
  ids: Ids;
  places: Places;
  isEmbedded: boolean;
}): Promise<Centre> {
  const { config, db, clock, ids, places, isEmbedded } = options;
  const now = clock.now();
  const known = await findCentre(db);
  const wanted = centreOfSettings(config, places);
  if (wanted) {
    const isSame = known && known.name === wanted.name && known.provinceCode === wanted.provinceCode && !known.isSample;
    if (!isSame) await saveCentre(db, { ...wanted, now });
    return wanted;
  }
  if (known) return known;
  if (!isEmbedded) throw new AppError('centre.missing');
  return loadSample({ db, now, ids, places });
}

function centreOfSettings(config: Config, places: Places): Centre | undefined {
  const { centreName: name, centreProvince: provinceCode } = config;
  if (name === undefined && provinceCode === undefined) return undefined;
  if (name === undefined || provinceCode === undefined) throw new AppError('centre.missing');
  if (!places.findProvince(provinceCode)) throw new AppError('centre.province-unknown', { code: provinceCode });
  return { name, provinceCode, isSample: false };
}
