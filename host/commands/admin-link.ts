// npm run admin:link
import { makeAdminLink } from '../announce.ts';
import { sayBoth } from '../say.ts';
import { runCommand } from './run-command.ts';
import { withRecords } from './with-records.ts';

await runCommand((config) =>
  withRecords(config, async ({ db, clock, isRunning, address }) => {
    const link = await makeAdminLink({ db, clock, publicUrl: address ?? config.publicUrl });
    console.log(sayBoth('host:adminLink.made'));
    console.log(link);
    if (!isRunning) console.log(sayBoth('host:adminLink.startFirst'));
  }),
);
