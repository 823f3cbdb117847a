import { nameOfProgramme } from '../../words/programme-names.ts';
import { pageLocale, tell } from '../../words/words.ts';
import type { KINDS } from './audience.ts';
import type { AudienceChoices } from './queries.ts';

/** "Xã Côn Minh", "Máy móc"; what this page has no word for is told by its id. */
export function nameOfChoice(kind: (typeof KINDS)[number], id: string, choices: AudienceChoices | undefined): string {
  if (kind === 'commune') return choices?.communes.find(({ code }) => code === id)?.name ?? id;
  if (kind === 'programme') return nameOfProgramme(pageLocale(), id);
  return tell(`announce.${kind}.${id}`) ?? id;
}
