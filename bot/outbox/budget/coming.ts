import { comingDraftWords } from '../../../core/budget/coming-drafts.ts';
import { type Importance, importanceOf } from '../../../core/budget/importance.ts';
import type { Wanted } from '../../../core/budget/plan-spending.ts';
import { certificateDue, certificateRounds } from '../../../core/schedule/certificate-reminders.ts';
import type { PlanCalendar } from '../../../core/schedule/plan-calendar.ts';
import { type Round, whatIsDue } from '../../../core/schedule/what-is-due.ts';
import { roundsOf, roundsOfVersion } from '../../../core/schedule/window-rounds.ts';
import { officeDay } from '../../../core/schedule/working-days.ts';
import { findApplication } from '../../../records/applications.ts';
import { listContactsOn } from '../../../records/budget-contacts.ts';
import { listRemindedOf, type RemindedOf } from '../../../records/certificate-reminders.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import { findReach, listDealtWith, listWaitingDossiers } from '../../../records/dossier-reminders.ts';
import { canBeTold, listDraftsUntouched, noticesOf } from '../../../records/drafts-due.ts';
import { listWishedLeads } from '../../../records/reminder-wishes.ts';
import { countMeantOn } from '../../../records/window-own-states.ts';
import { listRounds, listWindows } from '../../../records/windows.ts';
import { waitOf } from '../dossier-wait.ts';

/** Reminders that are known to come on an account, of one subject and one moment. */
export type Coming = {
  kind: 'window' | 'draft' | 'dossier' | 'certificate';
  importance: Importance;
  at: Date;
  closesAt?: Date;
  /** How many messages: each fits into one of the platform. */
  count: number;
};

type Asked = { db: Db; account: AccountKey; plan: PlanCalendar; now: Date; until: Date };

const PAGE = 500;

/**
 * What reminders are known to come on an account before `until`, as things stand: whoever finishes a request meanwhile, or
 * says stop, will not be reminded, so there may be fewer; what nobody has entered yet may come in addition.
 */
export async function listComing(asked: Asked): Promise<Coming[]> {
  return [
    ...(await ofWindows(asked)),
    ...(await ofDrafts(asked)),
    ...(await ofDossiers(asked)),
    ...(await ofCertificates(asked)),
  ];
}

/** As they are weighed beside what waits. */
export function wantedOf(coming: readonly Coming[]): Wanted[] {
  return coming.flatMap(({ kind, importance, at, closesAt, count }, index) =>
    Array.from({ length: count }, (_, each) => {
      const id = `coming/${kind}/${at.getTime()}/${index}/${each}`;
      return { id, importance, closesAt, isComing: true, parts: 1 };
    }),
  );
}

async function ofWindows({ db, account, now, until }: Asked): Promise<Coming[]> {
  const windows = (await listWindows(db, { closedAfter: now })).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const kept = await listRounds(
    db,
    windows.map(({ id }) => id),
  );
  const wishedOf = await listWishedLeads(db);
  const coming: Coming[] = [];
  for (const window of windows) {
    const { id, version, programme, closesAt } = window;
    const dates = { ...window, wished: wishedOf(programme) };
    const ofVersion = (kept.get(id) ?? []).filter((round) => round.version === version);
    const dealtWith = new Set(ofVersion.map(({ which }) => which));
    const { due } = roundsOf(dates, { now, dealtWith });
    const rounds = roundsOfVersion(dates).filter(({ which }) => !dealtWith.has(which));
    const next = toCome(rounds, { due, closesAt, now, until });
    const meant = await countMeantOn(db, { ...account, window, rounds: next.map(({ which }) => which) });
    for (const { which, leavesAt } of next) {
      const at = leavesAt < now ? now : leavesAt;
      for (const [own, count] of meant.get(which) ?? []) {
        const importance = importanceOf({ kind: 'window', which, closesAt, own }, at);
        coming.push({ kind: 'window', importance, at, closesAt, count });
      }
    }
  }
  return coming;
}

async function ofDrafts({ db, account, now, until }: Asked): Promise<Coming[]> {
  const coming: Coming[] = [];
  let afterId: string | undefined;
  for (;;) {
    const page = await listDraftsUntouched(db, { since: until, afterId, limit: PAGE });
    const drafts = page.filter(canBeTold);
    const here = await listContactsOn(db, { ...account, ids: drafts.flatMap(({ contactId }) => contactId ?? []) });
    for (const draft of drafts.filter(({ contactId }) => contactId !== null && here.has(contactId))) {
      const words = comingDraftWords({ touchedAt: draft.touchedAt, notices: noticesOf(draft), now, until });
      for (const { which, at, endsAt } of words) {
        const importance = importanceOf({ kind: 'draft', which }, at);
        coming.push({ kind: 'draft', importance, at, closesAt: which === 'ending' ? endsAt : undefined, count: 1 });
      }
    }
    afterId = page.at(-1)?.applicationId;
    if (page.length < PAGE) return coming;
  }
}

async function ofDossiers({ db, account, plan, now, until }: Asked): Promise<Coming[]> {
  const coming: Coming[] = [];
  let afterId: string | undefined;
  for (;;) {
    const page = await listWaitingDossiers(db, { afterId, limit: PAGE });
    for (const { id, personId } of page) {
      if (!(await isReachedOn(db, account, personId))) continue;
      const dossier = await findApplication(db, { id, personId });
      const wait = dossier === undefined ? undefined : waitOf(dossier, { plan, now });
      if (wait === undefined) continue;
      const { about, rounds, closesAt } = wait;
      const dealtWith = await listDealtWith(db, { applicationId: id, about });
      const { due } = whatIsDue(rounds, { closesAt, now, dealtWith });
      const open = rounds.filter(({ which }) => !dealtWith.has(which));
      for (const { leavesAt } of toCome(open, { due, closesAt, now, until })) {
        const at = leavesAt < now ? now : leavesAt;
        coming.push({ kind: 'dossier', importance: importanceOf({ kind: 'dossier' }, at), at, closesAt, count: 1 });
      }
    }
    afterId = page.at(-1)?.id;
    if (page.length < PAGE) return coming;
  }
}

async function ofCertificates({ db, account, now, until }: Asked): Promise<Coming[]> {
  const coming: Coming[] = [];
  let after: RemindedOf | undefined;
  for (;;) {
    const page = await listRemindedOf(db, { from: officeDay(now).toString(), after, limit: PAGE });
    for (const reminded of page) {
      const { dealtWith, personId } = reminded;
      const { rounds, closesAt } = certificateRounds(reminded);
      const { due } = certificateDue(reminded, { now, dealtWith });
      const open = rounds.filter(({ which }) => !dealtWith.has(which));
      const next = toCome(open, { due, closesAt, now, until });
      if (next.length === 0 || !(await isReachedOn(db, account, personId))) continue;
      for (const { leavesAt } of next) {
        const at = leavesAt < now ? now : leavesAt;
        // Weighed as it will be once it is written down.
        coming.push({ kind: 'certificate', importance: importanceOf({ kind: 'dossier' }, at), at, count: 1 });
      }
    }
    after = page.at(-1);
    if (page.length < PAGE) return coming;
  }
}

async function isReachedOn(db: Db, account: AccountKey, personId: string): Promise<boolean> {
  const contactId = (await findReach(db, personId))?.contactId ?? undefined;
  return contactId !== undefined && (await listContactsOn(db, { ...account, ids: [contactId] })).has(contactId);
}

/** What is due and not written yet, and what comes after it. */
function toCome<Name extends string>(
  rounds: readonly Round<Name>[],
  { due, closesAt, now, until }: { due: Round<Name> | undefined; closesAt: Date; now: Date; until: Date },
): Round<Name>[] {
  return rounds.filter(
    (round) =>
      round.which === due?.which || (round.leavesAt > now && round.leavesAt < until && round.leavesAt < closesAt),
  );
}
