import { establishmentName } from '../../core/programmes/establishment.ts';
import { say } from '../../locales/say.ts';
import { wordsFor } from '../../locales/words.ts';
import type { Db, Tx } from '../../records/database.ts';
import { isOneOfSeveral } from '../../records/establishment-members.ts';
import { toLocale } from './to-locale.ts';

/** What a person reads of a dossier: its code, and for whom it is where they act for several establishments. */
export async function nameDossier(
  db: Db | Tx,
  dossier: {
    code: string;
    personId: string;
    establishmentId: string | undefined;
    answers: Readonly<Record<string, { value: unknown }>>;
  },
  locale: string,
): Promise<string> {
  const { code, answers } = dossier;
  if (!(await isOneOfSeveral(db, dossier))) return code;
  const words = wordsFor(toLocale(locale));
  const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  const name = say(words, toLocale(locale), establishmentName(values));
  return words.t('establishment:coded', { code, name });
}
