import { establishmentName } from '../../../../core/programmes/establishment.ts';
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
    const isBesideDraft = dossiers.some((each) => each.establishmentId !== establishmentId && isNamedIn(each));
    const isOneOfSeveral = isBesideDraft || establishments.some(({ id }) => id !== establishmentId);
    if (!isOneOfSeveral || !isNamedIn(dossier)) return dossier;
    const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
    return { ...dossier, whose: toolsOf(turn).say(establishmentName(values)) };
  });
}

function isNamedIn({ answers }: Application): boolean {
  return answers.establishment !== undefined || answers.commune !== undefined;
}
