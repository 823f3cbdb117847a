// npm run doctor
// Tests every outside link and setting, and says what to do about each. Starts nothing and changes nothing.
import { wordsFor } from '../../locales/words.ts';
import { checkCalendar } from '../doctor/check-calendar.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import { checkNetwork } from '../doctor/check-network.ts';
import { checkRedis } from '../doctor/check-redis.ts';
import { checkTelegram } from '../doctor/check-telegram.ts';
import { checkZalo } from '../doctor/check-zalo.ts';
import type { Finding } from '../doctor/finding.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (config) => {
  const { word, t } = wordsFor('vi');
  const findings: Finding[] = [];
  for (const check of [
    checkMachine,
    checkDatabase,
    checkCalendar,
    checkRedis,
    checkNetwork,
    checkZalo,
    checkTelegram,
  ]) {
    for (const finding of await check(config)) {
      findings.push(finding);
      const mark = word(`host:doctor.state.${finding.state}`);
      console.log(`${mark} ${word(`host:doctor.${finding.says}`, finding.values)}`);
    }
  }
  const repairs = findings.filter(({ state }) => state === 'repair').length;
  console.log(repairs === 0 ? t('host:doctor.allGood') : t('host:doctor.repairs', { count: repairs }));
  return repairs === 0 ? 0 : 1;
});
