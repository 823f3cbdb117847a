// npm run retention -- --dry-run
// Prints what is past its time, by kind; without --dry-run it is removed, as the periodic work does by itself.
import { join } from 'node:path';
import { wordsFor } from '../../locales/words.ts';
import { openFileStore } from '../../records/file-store.ts';
import { runRetention } from '../run-retention.ts';
import { sayBoth } from '../say.ts';
import { runCommand } from './run-command.ts';
import { withRecords } from './with-records.ts';

const given = process.argv.slice(2);
const isDryRun = given.includes('--dry-run');

await runCommand((config) => {
  // A slip in the one word must not remove anything.
  if (given.some((word) => word !== '--dry-run')) {
    console.error(sayBoth('retention:usage'));
    return Promise.resolve(1);
  }
  return withRecords(config, async ({ db, clock }) => {
    const files = openFileStore(join(config.dataDir, 'files'));
    const report = await runRetention({ db, files, now: clock.now(), isDryRun });
    const found = Object.entries(report).filter(([, count]) => count > 0);
    if (found.length === 0) return console.log(sayBoth('retention:nothing'));
    console.log(sayBoth(isDryRun ? 'retention:wouldGo' : 'retention:gone'));
    const { t, word } = wordsFor('vi');
    for (const [kind, count] of found)
      console.log(t('retention:line', { what: word(`retention:kind.${kind}`), count }));
  });
});
