import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApplicationAction, allowedActions, EVENT_OF, needsClaim } from '../../core/applications/actions.ts';
import { isProjectAction } from '../../core/applications/project-data.ts';
import type { ApplicationStatus } from '../../core/applications/status.ts';
import { openTalkHouse, type Talker, type TalkHouse } from '../bot/topics/talker.ts';
import { createDossiers, type Dossier, HOA, toDeed } from '../records/dossiers.ts';
import { type Office, openOffice } from '../support/office.ts';

vi.setConfig({ testTimeout: 60_000 });

type Deed = Exclude<ApplicationAction, 'answer'>;
const DEEDS = Object.keys(EVENT_OF) as Deed[];
/** Each status; one that is new does not compile until it stands here. */
const STATUSES = Object.keys({
  ...{
    draft: 1,
    submitted: 1,
    'in-review': 1,
    'needs-papers': 1,
    accepted: 1,
    proposed: 1,
    approved: 1,
    contracted: 1,
  },
  ...{ 'in-progress': 1, 'amendment-asked': 1, inspected: 1, settled: 1, closed: 1, stopped: 1, declined: 1 },
  ...{ withdrawn: 1, discarded: 1, expired: 1, erased: 1 },
} satisfies Record<ApplicationStatus, 1>) as ApplicationStatus[];

/** What an officer's browser can ask for, as it asks for it. */
const DECISIONS: Partial<Record<Deed, object>> = {
  claim: {},
  release: {},
  return: { items: [{ questionId: 'phone', remark: 'Gọi không được.' }] },
  accept: {},
  decline: { reason: 'Không hợp.' },
  reopen: {},
};
const OFFICERS_DEEDS = DEEDS.filter((deed) => deed in DECISIONS || deed === 'correct' || isProjectAction(deed));

/** What a person can press or say for each deed of theirs, of a message however old. */
const PRESSES: Partial<Record<Deed, (id: string) => string[]>> = {
  submit: (id) => [`register:continue:${id}`, '"gửi phiếu"'],
  discard: (id) => [`register:ask-discard:${id}`, `register:discard:${id}`],
  resubmit: (id) => [`details:resubmit:${id}`],
  withdraw: (id) => [`my-dossiers:withdraw:${id}`, '"rút"', `my-dossiers:withdraw-now:${id}`],
  'report-progress': (id) => [`project:report:${id}`, '"đã lắp máy"', '"xong"', 'project:send'],
  'ask-amendment': (id) => [`project:amend:${id}:place`, '"chuyển xưởng"', 'project:send'],
};

const PRESSED = DEEDS.filter((deed) => deed in PRESSES);

let house: TalkHouse;
let office: Office;
let dossiers: ReturnType<typeof createDossiers>;
const hoa = { id: '', cookie: '' };
const nam = { id: '', cookie: '' };

beforeAll(async () => {
  house = await openTalkHouse();
  office = openOffice({ url: house.databaseUrl, clock: house.clock });
  Object.assign(hoa, await office.hire('officer', 'Nguyễn Thị Hoa'));
  Object.assign(nam, await office.hire('officer', 'Trần Văn Nam'));
  dossiers = createDossiers(house.db, house.clock.now());
});
afterAll(async () => {
  await office.close();
  await house.close();
});

/** A dossier in this status that is Hoa's, of somebody who talks. */
async function bring(status: ApplicationStatus): Promise<{ dossier: Dossier; talker: Talker }> {
  const talker = house.meet();
  await talker.type('chào');
  const { id } = await dossiers.bring(status);
  const personId = await talker.personId();
  await house.db.application.update({ where: { id }, data: { personId } });
  await house.db.applicationEvent.updateMany({ where: { actorId: HOA.id }, data: { actorId: hoa.id } });
  return { dossier: { id, personId }, talker };
}

/** All that a dossier is. */
const stateOf = async ({ id }: Dossier) => ({
  events: await house.db.applicationEvent.findMany({ where: { applicationId: id }, orderBy: { seq: 'asc' } }),
  answers: await house.db.applicationAnswer.findMany({ where: { applicationId: id }, orderBy: { questionId: 'asc' } }),
  project: await house.db.supportProject.findUnique({ where: { applicationId: id } }),
});

async function ask(deed: Deed, { id }: Dossier, as: string | undefined) {
  const requestId = randomUUID();
  if (deed === 'correct') {
    const seen = await house.db.applicationAnswer.findFirst({ where: { applicationId: id, questionId: 'phone' } });
    const correction = {
      ...{ questionId: 'phone', seen: seen?.answeredAt.toISOString() ?? null, given: { text: '0900000002' } },
      ...{ askedBy: 'phone', reason: 'Ghi nhầm một số.' },
    };
    return await office.ask(`/staff/api/requests/${id}/corrections`, { as, body: { requestId, correction } });
  }
  if (!isProjectAction(deed)) {
    const body = { requestId, decision: { action: deed, ...DECISIONS[deed] } };
    return await office.ask(`/staff/api/requests/${id}/decisions`, { as, body });
  }
  return await office.ask(`/staff/api/projects/${id}/deeds`, { as, body: { requestId, deed: toDeed(deed) } });
}

async function press(talker: Talker, deed: Deed, { id }: Dossier): Promise<string[]> {
  const said: string[] = [];
  for (const key of PRESSES[deed]?.(id) ?? []) {
    const { text } = key.startsWith('"') ? await talker.type(key.slice(1, -1)) : await talker.tap(key);
    said.push(text);
  }
  return said;
}

it('every deed can be asked for by somebody, and is in a table below', () => {
  const known = new Set([...OFFICERS_DEEDS, ...Object.keys(PRESSES), 'expire']);
  expect(DEEDS.filter((deed) => !known.has(deed))).toEqual([]);
});

it.each([
  ['discard', 'draft'],
  ['withdraw', 'submitted'],
  ['report-progress', 'in-progress'],
  ['ask-amendment', 'contracted'],
] as const)('what is pressed for %s does it where it is allowed', async (deed, status) => {
  const { dossier, talker } = await bring(status);
  await press(talker, deed, dossier);
  expect((await stateOf(dossier)).events.at(-1)?.kind).toBe(EVENT_OF[deed]);
});

describe.each(STATUSES)('of a dossier that is %s', (status) => {
  it('the office refuses by its routes what is not allowed, to who has it, to a colleague and to a stranger', async () => {
    const { dossier } = await bring(status);
    const before = await stateOf(dossier);
    const allowed = allowedActions(status, 'officer');
    for (const deed of ['claim', 'close'] as const) expect((await ask(deed, dossier, undefined)).status).toBe(401);
    for (const deed of OFFICERS_DEEDS) {
      for (const [who, { cookie }] of Object.entries({ hoa, nam })) {
        const mayAnyway = allowed.includes(deed) && (who === 'hoa' || !needsClaim(deed));
        if (mayAnyway) continue;
        const answer = await ask(deed, dossier, cookie);
        const { code } = await answer.json();
        expect([answer.status, code], `${deed} by ${who}`).toEqual(
          ['draft', 'discarded', 'expired'].includes(status)
            ? [404, 'not-found']
            : [409, expect.stringMatching(/^application\.not-(?:allowed|claimed)$/)],
        );
      }
    }
    expect(await stateOf(dossier)).toEqual(before);
  });

  it('the chat refuses what is not allowed, whatever old button is pressed, and answers each press', async () => {
    const { dossier, talker } = await bring(status);
    const allowed = allowedActions(status, 'person');
    const stranger = house.meet();
    await stranger.type('chào');
    const before = await stateOf(dossier);
    for (const deed of PRESSED) {
      // What its person may do nobody else may.
      for (const said of await press(allowed.includes(deed) ? stranger : talker, deed, dossier))
        expect(said).not.toBe('');
    }
    expect(await stateOf(dossier)).toEqual(before);
  });
});
