import { createHash } from 'node:crypto';
import { announcementLeavesAt } from '../../core/announcements/state.ts';
import { AppError } from '../../core/app-error.ts';
import { KEPT_OF_ESTABLISHMENT } from '../../core/programmes/establishment.ts';
import type { Locale } from '../../locales/words.ts';
import type { Db, Tx } from '../../records/database.ts';
import { listEndedMembers } from '../../records/establishment-members.ts';
import { findWholeEstablishment, foreseeAnswers, type WholeEstablishment } from '../../records/whole-establishment.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeMember } from './describe-establishments.ts';
import { mergeMessages } from './merge-messages.ts';
import { nameOf, tellProfile } from './tell-profile.ts';
import { sideMembers } from './who-sees.ts';

export type Pair = { keptId: string; mergedId: string };
type Both = { kept: WholeEstablishment; merged: WholeEstablishment };

/** Throws `not-found`, and `establishment.merged-already` when one of them is no more by itself. */
export async function getBoth(db: Db | Tx, { keptId, mergedId }: Pair): Promise<Both> {
  const [kept, merged] = [await findWholeEstablishment(db, keptId), await findWholeEstablishment(db, mergedId)];
  if (kept === undefined || merged === undefined) throw new AppError('not-found');
  if (keptId === mergedId) throw new AppError('request.invalid');
  if ((kept.mergedIntoId ?? merged.mergedIntoId) !== undefined) throw new AppError('establishment.merged-already');
  return { kept, merged };
}

/** Changes when anything does that the preview shows: what is confirmed is what was seen. */
export function markOf({ kept, merged }: Both): string {
  const seen = [kept, merged].map(({ id, updatedAt, members, requests }) => [
    ...[id, updatedAt.toISOString()],
    members.map(({ personId, role }) => `${personId} ${role}`),
    requests.map((request) => request.id),
  ]);
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}

/** What one establishment made of two would be: what is known of it, who would see what, and what members would read. */
export async function previewMerge({ db, clock }: Pick<StaffDeps, 'db' | 'clock'>, pair: Pair, locale: Locale) {
  const both = await getBoth(db, pair);
  const { kept, merged } = both;
  const result = await foreseeAnswers(db, [pair.keptId, pair.mergedId]);
  const texts = [kept.answers, merged.answers, result].map(
    (answers) => new Map(tellProfile(answers, locale).map((item) => [item.id, item])),
  );
  const rows = KEPT_OF_ESTABLISHMENT.flatMap((id) => {
    const [ofKept, ofMerged, ofResult] = texts.map((told) => told.get(id));
    const label = (ofResult ?? ofKept ?? ofMerged)?.label;
    if (label === undefined) return [];
    const [keptText, mergedText] = [ofKept?.text ?? null, ofMerged?.text ?? null];
    return [{ id, label, kept: keptText, merged: mergedText, result: ofResult?.text ?? null }];
  });
  const gone = await listEndedMembers(db, pair.keptId);
  const members = sideMembers(kept.members, merged.members);
  const people = members.map((member) => ({
    ...describeMember(member, locale),
    /** Of one side, they would see the requests of the other. */
    side: member.side,
    /** They acted for the kept one before, and left or were removed. */
    hasLeft: member.side === 'merged' && gone.includes(member.personId),
  }));
  const { messages, unreachable } = await mergeMessages(db, both);
  return {
    kept: { id: kept.id, name: nameOf(kept.answers, locale), requests: kept.requests },
    merged: { id: merged.id, name: nameOf(merged.answers, locale), requests: merged.requests },
    ...{ rows, people, unreachable },
    messages: messages.map(({ personId, content }) => ({
      personId,
      to: members.find((member) => member.personId === personId)?.displayName ?? null,
      text: content.text,
    })),
    leavesAt: announcementLeavesAt(clock.now()),
    mark: markOf(both),
  };
}
