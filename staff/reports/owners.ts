import { hasReached } from '../../core/reports/measures.ts';
import type { Locale } from '../../locales/words.ts';
import { readReportFacts } from '../../records/report-facts.ts';
import { listAnswersOf, sayWomanOwned } from '../../records/woman-owned.ts';
import type { Officer } from '../auth/session.ts';
import { nameOf, tellAnswer } from '../establishments/tell-profile.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** The supported establishments with what officers said of who owns them, by their names. */
export async function describeOwners({ db }: Pick<StaffDeps, 'db'>, locale: Locale) {
  const { facts } = await readReportFacts(db);
  const supported = facts.filter((fact) => hasReached(fact, 'approved'));
  const said = new Map(
    supported.flatMap((fact) => (fact.establishmentId === null ? [] : [[fact.establishmentId, fact.womanOwned]])),
  );
  const answers = await listAnswersOf(db, [...said.keys()]);
  const owners = [...said].map(([id, womanOwned]) => ({
    ...{ id, womanOwned },
    name: nameOf(answers.get(id) ?? {}, locale),
    place: tellAnswer(answers.get(id) ?? {}, 'commune', locale),
  }));
  return owners.toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
}

/** An officer says whether a woman owns an establishment (null: not known after all). Throws `not-found`. */
export async function sayOwner(
  deps: Pick<StaffDeps, 'db' | 'clock'>,
  said: { id: string; requestId: string; womanOwned: boolean | null; officer: Pick<Officer, 'id'> },
): Promise<void> {
  const { id, requestId, womanOwned, officer } = said;
  const write = { requestId, actorId: officer.id, subjectKind: 'Establishment', subjectId: id };
  const data = { womanOwned: String(womanOwned) };
  await writeOnce(deps, { ...write, action: 'establishment.owner-said', data }, (tx) =>
    sayWomanOwned(tx, id, womanOwned),
  );
}
