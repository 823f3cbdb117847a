import type { WindowKind } from '../../core/schedule/window-kinds.ts';
import { isLead } from '../../core/schedule/window-leads.ts';
import { doToAnnouncement, draftAnnouncement } from '../../staff/announcements/announcement-deeds.ts';
import { correct, enter } from '../../staff/certificates/certificate-deeds.ts';
import { answerQuestion } from '../../staff/questions/answer-question.ts';
import { decide } from '../../staff/requests/decide.ts';
import { alterWindow, callOffWindow, enterWindow } from '../../staff/windows/window-deeds.ts';
import type { Chance } from './chance.ts';
import { DAY_MS, HOUR_MS, isoDay, startOfDay } from './office-time.ts';
import type { World } from './world-in-hand.ts';

export const OFFICER = { id: 'hoa', name: 'Nguyễn Thị Hoa', email: 'hoa@example.vn', role: 'administrator' } as const;

export type Rule = { opening: boolean; before: string[]; whom: ('wished' | 'unfinished' | 'dossier')[] };

/** What officers did with a window, as they would tell it: each version since when, and the end of it. */
export type WindowStory = {
  id: string;
  kind: WindowKind;
  programme: string;
  versions: { n: number; opensAt: number; closesAt: number; since: number }[];
  rules: { since: number; rule: Rule }[];
  /** The communes that it is for; none: all of them. */
  communes: string[];
  withdrawnAt: number | undefined;
};

export type AnnouncementStory = {
  id: string;
  audience: 'all' | 'zalo';
  confirmedAt: number | undefined;
  leavesAt: number | undefined;
  pauses: { n: number; until: number | undefined }[];
  stopped: { n: number; at: number } | undefined;
};

/** A certificate as it was written down and put right: its last day (ISO), each since when. */
export type CertificateStory = {
  id: string;
  establishmentId: string;
  versions: { n: number; validUntil: string; since: number }[];
};

export type Office = { windows: WindowStory[]; announcements: AnnouncementStory[]; certificates: CertificateStory[] };

type KindAndProgramme = readonly [WindowKind, string];

type Commune = { code: string; name: string };

/** Communes of the province, as the table of places has them. */
const COMMUNES: readonly [Commune, ...Commune[]] = [
  { code: '05908', name: 'Phú Bình' },
  { code: '05941', name: 'Điềm Thuỵ' },
  { code: '05953', name: 'Kha Sơn' },
];

/** What a window of a kind does when nobody says otherwise (issue 7 of the plan; written here once more, to be compared with). */
const USUAL: Rule = {
  opening: true,
  before: ['14-days', '7-days', '3-days', '1-day', '3-hours'],
  whom: ['wished', 'unfinished'],
};
const VOTING: Rule = { opening: true, before: ['1-day', '3-hours'], whom: ['wished', 'dossier'] };

const KINDS: readonly [KindAndProgramme, ...KindAndProgramme[]] = [
  ['application', 'advanced-equipment'],
  ['application', 'advanced-equipment'],
  ['application', 'support-request'],
  ['selection', 'typical-rural-product'],
  ['voting', 'typical-rural-product'],
  ['enrolment', 'management-training'],
  ['fair-booths', 'trade-fair'],
];

export async function openWindow(world: World, office: Office, chance: Chance): Promise<void> {
  const now = world.now();
  const [kind, programme] = chance.pick(KINDS);
  const opensAt = drawInstant(chance, now, chance.int(0, 6));
  const closesAt = drawInstant(chance, opensAt, chance.int(2, 24));
  if (closesAt - opensAt < DAY_MS || closesAt <= now) return;
  const usual = kind === 'voting' ? VOTING : USUAL;
  const rule = chance.happens(0.2) ? { ...usual, before: ['10-days', '2-days', '5-hours'] } : usual;
  const communes = chance.happens(0.3) ? [chance.pick(COMMUNES).name] : [];
  const id = chance.uuid();
  await enterWindow(world.office.deps, {
    ...{ requestId: id, officer: OFFICER, kind, programme, provinceCodes: [], note: '' },
    communeCodes: codesOf(communes),
    ...{ opensAt: new Date(opensAt), closesAt: new Date(closesAt), rule: ruleOf(rule) },
  });
  office.windows.push({
    ...{ id, kind, programme, communes, withdrawnAt: undefined },
    versions: [{ n: 1, opensAt, closesAt, since: now }],
    rules: [{ since: now, rule }],
  });
}

export async function changeSomeWindow(world: World, office: Office, chance: Chance): Promise<void> {
  const now = world.now();
  const story = pickOpen(office, chance, now);
  const last = story?.versions.at(-1);
  const rule = story?.rules.at(-1)?.rule;
  if (story === undefined || last === undefined || rule === undefined) return;
  const opensAt = last.opensAt > now && chance.happens(0.5) ? drawInstant(chance, now, chance.int(0, 4)) : last.opensAt;
  const closesAt = drawInstant(chance, Math.max(now, opensAt), chance.int(1, 20));
  if (closesAt - opensAt < DAY_MS || closesAt <= now) return;
  if (closesAt === last.closesAt && opensAt === last.opensAt) return;
  await alterWindow(world.office.deps, {
    ...{ id: story.id, version: last.n, requestId: chance.uuid(), officer: OFFICER },
    ...{ provinceCodes: [], communeCodes: codesOf(story.communes), note: '', rule: ruleOf(rule) },
    ...{ opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
  });
  story.versions.push({ n: last.n + 1, opensAt, closesAt, since: now });
}

export async function withdrawSomeWindow(world: World, office: Office, chance: Chance): Promise<void> {
  const story = pickOpen(office, chance, world.now());
  if (story === undefined) return;
  await callOffWindow(world.office.deps, { id: story.id, requestId: chance.uuid(), officer: OFFICER });
  story.withdrawnAt = world.now();
}

export async function announce(world: World, office: Office, chance: Chance): Promise<void> {
  const id = chance.uuid();
  const audience = chance.happens(0.7) ? 'all' : 'zalo';
  await draftAnnouncement(world.office.deps, {
    ...{ requestId: id, officer: OFFICER, topic: 'general', choices: [] },
    text: `Tin của trung tâm số ${office.announcements.length + 1}: hội chợ tại nhà văn hoá.`,
    audience: audience === 'all' ? { kind: 'all', of: [] } : { kind: 'channel', isOneOf: ['zalo-bot'] },
  });
  const story: AnnouncementStory = {
    ...{ id, audience, confirmedAt: undefined, leavesAt: undefined, pauses: [], stopped: undefined },
  };
  office.announcements.push(story);
  const { updatedAt } = await world.db.announcement.findUniqueOrThrow({ where: { id } });
  const wantedAt = chance.happens(0.3)
    ? new Date(startOfDay(world.now(), chance.int(1, 2)) + chance.int(8, 18) * HOUR_MS)
    : undefined;
  await doToAnnouncement(world.office.deps, {
    ...{ id, requestId: chance.uuid(), officer: OFFICER },
    deed: { kind: 'confirmed', seenAt: updatedAt, wantedAt },
  });
  story.confirmedAt = world.now();
  story.leavesAt = (await world.db.announcement.findUniqueOrThrow({ where: { id } })).leavesAt?.getTime();
}

/** Pauses, lets go on, or stops the last one, whatever its state allows. */
export async function meddle(world: World, office: Office, chance: Chance): Promise<void> {
  const story = office.announcements.at(-1);
  if (story === undefined || story.stopped !== undefined || story.confirmedAt === undefined) return;
  const isPaused = story.pauses.at(-1) !== undefined && story.pauses.at(-1)?.until === undefined;
  const kind = isPaused
    ? chance.pick(['resumed', 'resumed', 'stopped'] as const)
    : chance.pick(['paused', 'paused', 'stopped'] as const);
  const n = world.journal.next();
  try {
    await doToAnnouncement(world.office.deps, {
      ...{ id: story.id, requestId: chance.uuid(), officer: OFFICER, deed: { kind } },
    });
  } catch {
    // It has not left yet, or is through: the office says so, and nothing changes.
    return;
  }
  const pause = story.pauses.at(-1);
  if (kind === 'paused') story.pauses.push({ n, until: undefined });
  else if (pause !== undefined) pause.until ??= n;
  if (kind === 'stopped') story.stopped = { n, at: world.now() };
  await world.sendDue();
}

/** A morning's work: takes what was sent in, gives some back for papers, accepts others; answers some questions. */
export async function workThrough(world: World, chance: Chance): Promise<void> {
  const { db, office } = world;
  const sent = await db.application.findMany({
    where: { code: { not: null }, person: { erasedAt: null } },
    include: { events: { orderBy: { seq: 'asc' } } },
    orderBy: { code: 'asc' },
  });
  for (const { id, events } of sent) {
    const last = events.at(-1)?.kind;
    if (last !== 'submitted' && last !== 'resubmitted') continue;
    if (chance.happens(0.3)) continue;
    const act = { id, officer: OFFICER } as const;
    await decide(office.deps, { ...act, requestId: chance.uuid(), decision: { action: 'claim' } });
    const items = [{ questionId: 'product', remark: 'Ghi rõ hơn giúp trung tâm' }];
    const decision = chance.happens(0.6) ? ({ action: 'return', items } as const) : ({ action: 'accept' } as const);
    await decide(office.deps, { ...act, requestId: chance.uuid(), decision }).catch(() => {});
  }
  const questions = await db.humanHandoff.findMany({ where: { status: 'waiting' }, orderBy: { id: 'asc' } });
  for (const { id } of questions) {
    if (chance.happens(0.5)) continue;
    const answer = { id, requestId: chance.uuid(), officer: OFFICER, text: 'Cán bộ sẽ xuống tuần sau.' };
    await answerQuestion(office.deps, answer).catch(() => {});
  }
  await world.sendDue();
}

/** Days until the certificates end that are brought to the office: some soon, some already on the last day of a lead. */
const ENDS_IN_DAYS = [3, 7, 9, 14, 30, 34, 60, 90, 95] as const;

/** Writes down a certificate for an establishment that has none, or puts the last day of one right. */
export async function tendCertificates(world: World, office: Office): Promise<void> {
  const chance = world.chance.fork(`certificates/${startOfDay(world.now())}`);
  const establishments = await world.db.establishment.findMany({
    where: { members: { some: { endedAt: null } } },
    orderBy: { id: 'asc' },
  });
  for (const { id: establishmentId } of establishments) {
    const story = office.certificates.find((one) => one.establishmentId === establishmentId);
    const last = story?.versions.at(-1);
    if (!chance.happens(last === undefined ? 0.5 : 0.05)) continue;
    const validUntil = isoDay(startOfDay(world.now(), chance.pick(ENDS_IN_DAYS)));
    const fields = { level: 'province', product: 'Miến dong', issuedOn: '2024-06-01', validUntil, leads: [] } as const;
    const asked = { ...fields, leads: [], officer: OFFICER, requestId: chance.uuid() };
    const number = `SP-${establishmentId.slice(0, 8)}`;
    if (story === undefined || last === undefined) {
      const id = await enter(world.office.deps, { ...asked, number, establishmentId });
      office.certificates.push({ id, establishmentId, versions: [{ n: 1, validUntil, since: world.now() }] });
    } else if (last.validUntil !== validUntil) {
      await correct(world.office.deps, { ...asked, number, id: story.id, revision: last.n });
      story.versions.push({ n: last.n + 1, validUntil, since: world.now() });
    }
  }
}

function pickOpen(office: Office, chance: Chance, now: number): WindowStory | undefined {
  const open = office.windows.filter(
    ({ withdrawnAt, versions }) => withdrawnAt === undefined && (versions.at(-1)?.closesAt ?? 0) > now,
  );
  return open.length === 0 ? undefined : open[chance.int(0, open.length - 1)];
}

/** Some hour of a day to come, among them those at the edges of the night. */
function drawInstant(chance: Chance, from: number, days: number): number {
  const hour = chance.pick([8, 9.5, 17, 17, 17, 11, 23, 7.5, 6, 20, 16.25, 10]);
  const at = startOfDay(from, days) + hour * HOUR_MS;
  return at > from ? at : from + HOUR_MS;
}

function codesOf(communes: readonly string[]): string[] {
  return COMMUNES.flatMap(({ code, name }) => (communes.includes(name) ? [code] : []));
}

function ruleOf({ opening, before, whom }: Rule) {
  return { opening, before: before.filter(isLead), whom };
}
