import type { WindowStory } from './deeds-of-officers.ts';
import type { Evidence } from './evidence.ts';

const REQUESTABLE = 'support-request';
const ANY = 'any';

/** What somebody has said of reminders until an instant, slowly and from the beginning. */
export type Wishes = {
  /** Of which programmes, or any, they want to hear. */
  wished: Set<string>;
  stopped: Set<string>;
  stoppedWindows: Set<string>;
  /** How long before a closing: since when, and of what. The last said of a programme comes first. */
  leads: Map<string, { leads: string[]; since: number }>;
};

export function wishesOf({ said }: Evidence, personId: string, at: number): Wishes {
  const wishes: Wishes = { wished: new Set(), stopped: new Set(), stoppedWindows: new Set(), leads: new Map() };
  for (const one of said) {
    if (one.personId !== personId || one.at > at) continue;
    if (one.kind === 'wish' || one.kind === 'leads') {
      const isStopped = wishes.stopped.has(one.programme);
      // Who wants to hear of anything wants nothing to be left out any more; at the times that they named of each.
      if (one.programme === ANY) {
        for (const programme of wishes.stopped) {
          const named = wishes.leads.get(programme)?.leads ?? [];
          if (named.length === 0 || programme === ANY) continue;
          wishes.wished.add(programme);
          wishes.leads.set(programme, { leads: named, since: one.at });
        }
        wishes.stopped.clear();
        wishes.stoppedWindows.clear();
      }
      wishes.stopped.delete(one.programme);
      wishes.wished.add(one.programme);
      const before = wishes.leads.get(one.programme);
      const leads = one.kind === 'leads' ? one.leads : (before?.leads ?? []);
      // Told the same once more, also by what they said of any, they count on it since they were told first.
      const same = [before, wishes.wished.has(ANY) ? wishes.leads.get(ANY) : undefined].find(
        (known) => known?.leads.join() === leads.join(),
      );
      wishes.leads.set(one.programme, same === undefined || isStopped ? { leads, since: one.at } : same);
    }
    if (one.kind === 'stop') {
      if (one.programme === ANY) wishes.wished.clear();
      wishes.wished.delete(one.programme);
      wishes.stopped.add(one.programme);
    }
    if (one.kind === 'stop-window') wishes.stoppedWindows.add(one.windowId);
  }
  return wishes;
}

/** A window of the request itself is for whatever can be requested. */
export function concerns(story: WindowStory, programme: string): boolean {
  return programme === story.programme || story.programme === REQUESTABLE;
}

/** Whether somebody wants to hear of a window at that instant; `isStopped`: they said in so many words that they do not. */
export function wantsWindows(
  evidence: Evidence,
  { personId, story, at }: { personId: string; story: WindowStory; at: number },
): { wants: boolean; isStopped: boolean; isWished: boolean } {
  const { wished, stopped, stoppedWindows } = wishesOf(evidence, personId, at);
  const ofProgramme = [...wished].some((programme) => programme !== ANY && concerns(story, programme));
  const isStopped = stopped.has(story.programme) || stoppedWindows.has(story.id) || (stopped.has(ANY) && !ofProgramme);
  const isWished = wished.has(ANY) || ofProgramme;
  const whom = story.rules.findLast((rule) => rule.since <= at)?.rule.whom ?? [];
  const dossiers = dossiersOf(evidence, personId, at).filter(({ programme }) => concerns(story, programme));
  const isUnfinished = whom.includes('unfinished') && dossiers.some(({ state }) => state === 'unfinished');
  const hasDossier = whom.includes('dossier') && dossiers.some(({ state }) => state !== 'over');
  const mayBeAsked = !tookConsentBack(evidence, personId, at);
  const wants = !isStopped && (isWished || (mayBeAsked && (isUnfinished || hasDossier)));
  return { wants, isStopped, isWished };
}

/**
 * Whether somebody is of a window's communes, by what they were told to be written down of them. `might`: they have named one
 * of these at all; `is`: they have a request there that is not over.
 */
export function livesThere(
  evidence: Evidence,
  { personId, story, at }: { personId: string; story: WindowStory; at: number },
): { is: boolean; might: boolean } {
  if (story.communes.length === 0) return { is: true, might: true };
  const might = evidence.deliveries.some(
    (row) =>
      row.personId === personId &&
      row.kind === 'reply' &&
      row.createdAt <= at &&
      story.communes.some((commune) => row.text.includes(`xã ${commune}, tỉnh Thái Nguyên`)),
  );
  const states = dossiersOf(evidence, personId, at).map(({ state }) => state);
  return { might, is: might && states.length > 0 && !states.includes('over') };
}

const UNFINISHED = ['started', 'returned'];
const OVER = ['withdrawn', 'discarded', 'expired', 'erased'];
const TELLING = [...UNFINISHED, ...OVER, 'submitted', 'resubmitted', 'accepted', 'declined', 'reopened', 'seen'];

/** How far each request of somebody had come. */
function dossiersOf(
  { applications, events }: Evidence,
  personId: string,
  at: number,
): { id: string; programme: string; state: 'unfinished' | 'finished' | 'over' }[] {
  return applications.flatMap(({ id, programme, personId: owner, createdAt }) => {
    if (owner !== personId || createdAt > at) return [];
    const last = events.findLast(
      (event) => event.applicationId === id && event.at <= at && TELLING.includes(event.kind),
    );
    const kind = last?.kind ?? 'started';
    const state = UNFINISHED.includes(kind) ? 'unfinished' : OVER.includes(kind) ? 'over' : 'finished';
    return [{ id, programme, state }];
  });
}

function tookConsentBack({ consents }: Evidence, personId: string, at: number): boolean {
  const last = consents.findLast((one) => one.personId === personId && one.purpose === 'request' && one.at <= at);
  return last?.granted === true && last.withdrawnAt !== undefined && last.withdrawnAt <= at;
}
