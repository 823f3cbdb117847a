// npm run sample:remove
import { removeSample } from '../../records/sample.ts';
import { sayBoth } from '../say.ts';
import { runCommand } from './run-command.ts';
import { withRecords } from './with-records.ts';

await runCommand((config) =>
  withRecords(config, async ({ db, clock }) => {
    const { people, hadSampleCentre } = await removeSample(db, clock.now());
    if (people === 0 && !hadSampleCentre) console.log(sayBoth('host:sample.none'));
    else console.log(sayBoth('host:sample.removed', { people }));
  }),
);
