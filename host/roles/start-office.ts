import { accountOfToken } from '../../bot/channels/inward/account-of-token.ts';
import { cleanPhoto } from '../../bot/channels/photos/clean-photo.ts';
import { authRoutes } from '../../staff/auth/auth-routes.ts';
import { createStaffAuth } from '../../staff/auth/staff-auth.ts';
import { staffRoutes } from '../../staff/routes.ts';
import type { Mount } from '../http/create-app.ts';
import { readOrMakeSecret } from '../secrets.ts';
import type { Shared } from './shared.ts';

/** The role `staff`: what the console asks over HTTP. */
export async function startOffice(shared: Shared): Promise<{ mountOffice: Mount }> {
  const { config, db, log } = shared;
  const { publicUrl, trustProxy, dataDir } = config;
  const secret = config.authSecret ?? (await readOrMakeSecret({ dataDir, name: 'auth-secret' }));
  const auth = createStaffAuth({ db, secret, publicUrl, log });
  const { zaloBot } = config;
  const zalo =
    zaloBot === undefined ? undefined : { account: accountOfToken(zaloBot.token), monthlyLimit: zaloBot.monthlyLimit };
  const listCommunes = async (provinceCode: string) => shared.places.listCommunes(provinceCode);
  const loadPlaces = async () => shared.places;
  const holidays = () => shared.calendar.current().holidays;
  const deps = { ...shared, holidays, auth, publicUrl, trustProxy, zalo, listCommunes, loadPlaces, cleanPhoto };
  return {
    mountOffice: (app) => void app.route('/staff/api', staffRoutes(deps)).route('/staff/auth', authRoutes(deps)),
  };
}
