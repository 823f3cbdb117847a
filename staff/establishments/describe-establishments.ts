import { officeDay } from '../../core/time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { getCentre } from '../../records/centre.ts';
import { listCertificates } from '../../records/certificates.ts';
import { findLikelyDuplicates } from '../../records/establishment-keys.ts';
import { countByCommune, type EstablishmentListItem } from '../../records/establishment-list.ts';
import type { Member } from '../../records/establishment-members.ts';
import { listToldApart, type ToldApart } from '../../records/not-same.ts';
import { findUndoBar, undoableUntil } from '../../records/undo-merge.ts';
import { findWholeEstablishment, listMerges, readAnswersOf } from '../../records/whole-establishment.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { nameOf, tellAnswer, tellProfile } from './tell-profile.ts';

/** A row of the list. */
export function describeRow({ answers, ...row }: EstablishmentListItem, locale: Locale) {
  return {
    ...row,
    name: nameOf(answers, locale),
    product: tellAnswer(answers, 'product', locale),
    place: tellAnswer(answers, 'commune', locale),
  };
}

/** The communes of today in which there are establishments, by their names, with how many. */
export async function describeCommunes({ db, listCommunes }: Pick<StaffDeps, 'db' | 'listCommunes'>) {
  const { provinceCode } = await getCentre(db);
  const counts = new Map((await countByCommune(db)).map(({ code, count }) => [code, count]));
  const communes = await listCommunes(provinceCode);
  return communes.flatMap(({ code, name }) => {
    const count = counts.get(code);
    return count === undefined ? [] : [{ code, name, count }];
  });
}

/** One establishment with its members, requests, certificates, merges, and those that it may be the same as. */
export async function describeEstablishment(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  id: string,
  locale: Locale,
) {
  const found = await findWholeEstablishment(db, id);
  if (found === undefined) return undefined;
  const { answers, members, requests, mergedIntoId, isSample, womanOwned } = found;
  const into = mergedIntoId === undefined ? undefined : await findWholeEstablishment(db, mergedIntoId);
  const merges = await describeMerges({ db, clock }, id, locale);
  const merged = merges.find(({ isKept, undoneAt }) => !isKept && undoneAt === null);
  const toldApart = await listToldApart(db, id);
  const duplicates = [];
  for (const { id: otherId, reasons, strength } of await findLikelyDuplicates(db, id)) {
    const other = await findWholeEstablishment(db, otherId);
    if (other === undefined) continue;
    const said = toldApart.find((each) => each.otherId === otherId);
    duplicates.push({
      ...{ id: otherId, reasons, strength },
      name: nameOf(other.answers, locale),
      place: tellAnswer(other.answers, 'commune', locale),
      members: other.members.map((member) => describeMember(member, locale)),
      requests: other.requests.length,
      /** Said to be another one once; what they have in common changed since. */
      saidApart: said === undefined ? null : saidBy(said),
    });
  }
  const apart = [];
  for (const { otherId, ...said } of toldApart.filter(({ holds }) => holds)) {
    const other = await findWholeEstablishment(db, otherId);
    // Of one that was merged since, there is nothing to be taken for this one.
    if (other === undefined || other.mergedIntoId !== undefined) continue;
    const place = tellAnswer(other.answers, 'commune', locale);
    apart.push({ id: otherId, name: nameOf(other.answers, locale), place, ...saidBy(said) });
  }
  return {
    ...{ id, isSample, requests, womanOwned },
    // What was its own is with the kept one now; its name is that under which it went there.
    name: merged === undefined ? nameOf(answers, locale) : merged.otherName,
    place: tellAnswer(answers, 'commune', locale),
    mergedInto: into === undefined ? null : { id: into.id, name: nameOf(into.answers, locale) },
    profile: tellProfile(answers, locale),
    members: members.map((member) => describeMember(member, locale)),
    certificates: await listCertificates(db, id),
    today: officeDay(clock.now()),
    duplicates,
    /** Of which an officer said that they are not this one. */
    apart,
    merges,
  };
}

function saidBy({ officerName, saidAt }: Pick<ToldApart, 'officerName' | 'saidAt'>) {
  return { by: officerName ?? null, at: saidAt };
}

export function describeMember({ personId, displayName, role, consent, joinedAt }: Member, locale: Locale) {
  const words = wordsFor(locale);
  return {
    personId,
    name: displayName,
    role: words.word(`members:role.${role}`),
    consent: consent === null ? null : words.word(`console-establishment:consent.${consent}`),
    joinedAt,
  };
}

async function describeMerges({ db, clock }: Pick<StaffDeps, 'db' | 'clock'>, id: string, locale: Locale) {
  const told = [];
  for (const { merge, officerName, undoneByName } of await listMerges(db, id)) {
    const { keptId, mergedId, mergedAt, undoneAt, applicationIds } = merge;
    told.push({
      id: merge.id,
      isKept: keptId === id,
      mergedId,
      /** Of the one that was merged, as it was known by the requests that went over. */
      otherName: nameOf(await readAnswersOf(db, applicationIds), locale),
      ...{ mergedAt, undoneAt },
      officer: officerName ?? null,
      undoneBy: undoneByName ?? null,
      undoableUntil: undoableUntil(merge),
      /** Why it cannot be undone; null when it can. */
      bar: (await findUndoBar(db, merge, clock.now())) ?? null,
    });
  }
  return told;
}
