import { establishmentName } from '../../../../core/programmes/establishment.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Application } from '../../../../records/applications.ts';
import { listEstablishments } from '../../../../records/establishments.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';

/** For whom a dossier is, where its person acts for another establishment too. */
export type ToldApart<T extends Application> = T & { whose?: string };

/** Dossiers with the name of their establishment, as they name it themselves, where that tells them apart. */
export async function tellApart<T extends Application>(turn: Turn, dossiers: readonly T[]): Promise<ToldApart<T>[]> {
  const establishments = await listEstablishments(turn.tx, turn.person.id);
  return dossiers.map((dossier) => {
    const { answers, establishmentId } = dossier;
    // A draft has no establishment yet, only a name that may be another one's.
    const isBesideDraft = dossiers.some((each) => isNamedIn(each) && isOfAnother(each, dossier));
    const isOneOfSeveral = isBesideDraft || establishments.some(({ id }) => id !== establishmentId);
    if (!isOneOfSeveral || !isNamedIn(dossier)) return dossier;
    const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
    return { ...dossier, whose: toolsOf(turn).say(establishmentName(values)) };
  });
}

/** Two drafts of no establishment yet are of two where their owners or names are told, and differ. */
function isOfAnother(one: Application, other: Application): boolean {
  if (one.establishmentId !== other.establishmentId) return true;
  if (one.establishmentId !== undefined) return false;
  return ['establishment', 'owner-name'].some((id) => {
    const [first, second] = [one.answers[id]?.value, other.answers[id]?.value];
    return typeof first === 'string' && typeof second === 'string' && foldPhrase(first) !== foldPhrase(second);
  });
}

function isNamedIn({ answers }: Application): boolean {
  return ['establishment', 'owner-name', 'commune'].some((id) => answers[id] !== undefined);
}
