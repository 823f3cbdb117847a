import { type Locale, wordsFor } from '../../../locales/words.ts';
import { findCentre } from '../../../records/centre.ts';
import { listPaperTemplates } from '../../../records/paper-templates.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { PAPERS, readTemplate } from './read-template.ts';
import { samplePapers } from './sample-papers.ts';
import { sayFaults } from './say-faults.ts';
import { checkInThread } from './template-thread.ts';

/** Each paper with the template in use, whether it can (still) be filled in, and the versions before it. */
export async function describeTemplates(deps: Pick<StaffDeps, 'db' | 'library' | 'clock'>, locale: Locale) {
  const kept = await listPaperTemplates(deps.db);
  const samples = samplePapers(deps, { centre: (await findCentre(deps.db))?.name ?? '', locale });
  const words = wordsFor(locale);
  return await Promise.all(
    PAPERS.map(async (paper) => {
      const versions = kept.filter((each) => each.paper === paper).map(({ paper: _, ...version }) => version);
      const isOurs = versions[0]?.isOurs ?? true;
      // A later version of the program may name other fields than the one for which a template was made.
      const faults = isOurs ? [] : await checkInThread(await readTemplate(deps, paper), samples[paper]);
      return {
        paper,
        name: words.t(`templates:name.${paper}`),
        isOurs,
        version: versions[0]?.version ?? 0,
        faults: sayFaults(faults, words),
        versions,
      };
    }),
  );
}
