import { progressReportedData } from '../../core/applications/project-data.ts';
import { type AnnouncementLedger, readAnnouncementLedgers } from '../../records/announcement-ledger.ts';
import type { AnnouncementStory, CertificateStory, Office, WindowStory } from './deeds-of-officers.ts';
import type { DeliveryFacts } from './delivery-facts.ts';
import type { Arrival, Attempt, Told } from './journal.ts';
import type { Villager } from './people.ts';
import { type Said, whatWasSaid } from './what-was-said.ts';
import type { Complaint, Phone, World } from './world-in-hand.ts';

/** Everything that the checks may look at: the database and what the world around saw. Instants are milliseconds. */
export type Evidence = {
  seed: number;
  now: number;
  /** Whether the month is over: then nothing more may be expected to come. */
  isOver: boolean;
  zaloMonthlyLimit: number;
  people: { id: string; name: string; erasedAt: number | undefined; contacts: ContactFacts[] }[];
  deliveries: DeliveryFacts[];
  inbound: {
    id: string;
    seq: number;
    personId: string;
    contactId: string;
    receivedAt: number;
    handledAt: number | undefined;
  }[];
  rounds: { windowId: string; version: number; which: string; dueAt: number; outcome: string; at: number }[];
  again: {
    id: string;
    personId: string;
    dueAt: number;
    subject: string;
    outcome: string | null;
    doneAt: number | undefined;
  }[];
  events: {
    applicationId: string;
    seq: number;
    kind: string;
    at: number;
    /** The month that a progress report tells of: "2026-12". */
    reportOf?: string | undefined;
  }[];
  applications: {
    id: string;
    personId: string;
    programme: string;
    createdAt: number;
    /** When its person did something with it, as far as that can still be known. */
    touches: number[];
    hasAnswers: boolean;
  }[];
  consents: { personId: string; purpose: string; granted: boolean; at: number; withdrawnAt: number | undefined }[];
  accounts: { channel: string; sentInMonth: number; countedMonth: string | null; pausedUntil: number | undefined }[];
  plans: { id: string; plannedAt: number | undefined; leavesAt: number | undefined; stoppedAt: number | undefined }[];
  /** What the console tells of each announcement. */
  ledgers: { id: string; ledger: AnnouncementLedger }[];
  zaloUsed: number;
  /** When the assistant's clock was set: what it showed before and after. */
  clockSets: number[];
  arrivals: Arrival[];
  attempts: Attempt[];
  told: Told[];
  complaints: Complaint[];
  windows: WindowStory[];
  announcements: AnnouncementStory[];
  certificates: CertificateStory[];
  members: { establishmentId: string; personId: string; since: number; endedAt: number | undefined }[];
  standstills: { from: number; until: number | undefined }[];
  /** When the assistant was killed, and at which step of its work. */
  crashes: { at: number; step: string }[];
  /** One for each phone; those that people had from the beginning. */
  villagersAtFirst: number;
  villagers: { name: string; phone: Pick<Phone, 'channel' | 'address'>; blocks: Villager['blocks'] }[];
  /** What the assistant told people that it has understood about reminders. */
  said: Said[];
};

export type ContactFacts = { id: string; channel: string; address: string; state: string; createdAt: number };

const ms = (at: Date | null): number | undefined => at?.getTime();

export async function gatherEvidence(
  world: World,
  { village, office, isOver }: { village: readonly Villager[]; office: Office; isOver: boolean },
): Promise<Evidence> {
  const { db, seed, journal } = world;
  const people = await db.person.findMany({ include: { contacts: true }, orderBy: { id: 'asc' } });
  const rows = await db.delivery.findMany({ orderBy: { seq: 'asc' } });
  const deliveries = rows.map(
    ({ content, createdAt, notBefore, claimedAt, settledAt, resentAt, ...row }): DeliveryFacts => {
      const { text, choiceKeys } = readContent(content);
      const instants = { createdAt: createdAt.getTime(), notBefore: notBefore.getTime(), claimedAt: ms(claimedAt) };
      return { ...row, ...instants, text, choiceKeys, settledAt: ms(settledAt), resentAt: ms(resentAt) };
    },
  );
  const inbound = await db.inboundMessage.findMany({ orderBy: { seq: 'asc' } });
  const rounds = await db.windowRound.findMany();
  const again = await db.reminderAgain.findMany();
  const events = await db.applicationEvent.findMany({ orderBy: { seq: 'asc' } });
  const applications = await db.application.findMany({ include: { answers: { select: { answeredAt: true } } } });
  const members = await db.establishmentMember.findMany();
  const consents = await db.consentRecord.findMany({ orderBy: { at: 'asc' } });
  const accounts = await db.channelAccount.findMany();
  const plans = await db.announcement.findMany();
  const ledgers = await readAnnouncementLedgers(
    db,
    plans.map(({ id }) => id),
  );
  return {
    ...{ seed, now: world.now(), isOver, zaloMonthlyLimit: world.zaloMonthlyLimit, zaloUsed: world.zaloUsed() },
    people: people.map(({ id, displayName, erasedAt, contacts }) => ({
      ...{ id, name: displayName ?? '?', erasedAt: ms(erasedAt) },
      contacts: contacts.map(({ createdAt, ...contact }) => ({ ...contact, createdAt: createdAt.getTime() })),
    })),
    deliveries,
    inbound: inbound.map(({ receivedAt, handledAt, ...row }) => ({
      ...{ ...row, receivedAt: receivedAt.getTime(), handledAt: ms(handledAt) },
    })),
    rounds: rounds.map(({ dueAt, at, ...row }) => ({ ...row, dueAt: dueAt.getTime(), at: at.getTime() })),
    again: again.map(({ dueAt, doneAt, ...row }) => ({ ...row, dueAt: dueAt.getTime(), doneAt: ms(doneAt) })),
    events: events.map(({ applicationId, seq, kind, at, data }) => ({
      ...{ applicationId, seq, kind, at: at.getTime() },
      reportOf: kind === 'progress-reported' ? progressReportedData.parse(data).month : undefined,
    })),
    applications: applications.map(({ id, personId, programme, createdAt, updatedAt, answers }) => ({
      ...{ id, personId, programme, createdAt: createdAt.getTime(), hasAnswers: answers.length > 0 },
      touches: [updatedAt, ...answers.map(({ answeredAt }) => answeredAt)].map((at) => at.getTime()),
    })),
    consents: consents.map(({ at, withdrawnAt, ...row }) => ({
      ...row,
      at: at.getTime(),
      withdrawnAt: ms(withdrawnAt),
    })),
    accounts: accounts.map(({ pausedUntil, ...row }) => ({ ...row, pausedUntil: ms(pausedUntil) })),
    plans: plans.map(({ id, plannedAt, leavesAt, stoppedAt }) => ({
      ...{ id, plannedAt: ms(plannedAt), leavesAt: ms(leavesAt), stoppedAt: ms(stoppedAt) },
    })),
    ...{ arrivals: [...journal.arrivals], attempts: [...journal.attempts], told: [...journal.told] },
    ...{ complaints: [...world.complaints] },
    ...structuredClone({
      windows: office.windows,
      announcements: office.announcements,
      certificates: office.certificates,
      standstills: world.standstills,
      crashes: world.crashes,
    }),
    villagersAtFirst: village.length,
    villagers: village
      .flatMap((villager) => (villager.second === undefined ? [villager] : [villager, villager.second]))
      .map(({ name, phone: { channel, address }, blocks }) => ({
        ...{ name, phone: { channel, address }, blocks: [...blocks] },
      })),
    members: members.map(({ establishmentId, personId, joinedAt, endedAt }) => ({
      ...{ establishmentId, personId, since: joinedAt.getTime(), endedAt: ms(endedAt) },
    })),
    ledgers: [...ledgers].map(([id, ledger]) => ({ id, ledger })),
    clockSets: [...world.clockSets],
    said: whatWasSaid(deliveries),
  };
}

function readContent(content: unknown): { text: string; choiceKeys: string[] } {
  if (typeof content !== 'object' || content === null) return { text: '', choiceKeys: [] };
  const text = 'text' in content && typeof content.text === 'string' ? content.text : '';
  const choices: unknown[] = 'choices' in content && Array.isArray(content.choices) ? content.choices : [];
  const choiceKeys = choices.flatMap((choice) =>
    typeof choice === 'object' && choice !== null && 'key' in choice ? [String(choice.key)] : [],
  );
  return { text, choiceKeys };
}
