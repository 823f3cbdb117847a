import type { Db, Tx } from './database.ts';

/** How somebody can be written to: the contact they wrote from last, while it can be reached. */
export type WritableContact = { id: string; channel: string; lastInboundAt: Date | null };

async function findWritableContact(db: Db | Tx, personId: string): Promise<WritableContact | undefined> {
  const contact = await db.contact.findFirst({
    where: { personId, state: 'active' },
    orderBy: [{ lastInboundAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
    select: { id: true, channel: true, lastInboundAt: true },
  });
  return contact ?? undefined;
}

export type Addressee = {
  id: string;
  locale: string;
  isSample: boolean;
  erasedAt: Date | null;
  contact: WritableContact | undefined;
};

/** Whom an officer is about to write to. */
export async function findAddressee(db: Db | Tx, personId: string): Promise<Addressee | undefined> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { id: true, locale: true, isSample: true, erasedAt: true },
  });
  if (person === null) return undefined;
  return { ...person, contact: await findWritableContact(db, personId) };
}

/** What somebody is called on their channel. */
export async function findPersonName(db: Db | Tx, id: string): Promise<string | undefined> {
  const person = await db.person.findUnique({ where: { id }, select: { displayName: true } });
  return person?.displayName ?? undefined;
}

export type PersonProfile = {
  id: string;
  displayName: string | null;
  isSample: boolean;
  wantsNews: boolean;
  createdAt: Date;
  erasedAt: Date | null;
  contacts: { channel: string; state: string; lastInboundAt: Date | null }[];
  consents: { purpose: string; granted: boolean; at: Date; withdrawnAt: Date | null }[];
  requests: { id: string; code: string }[];
  questions: { id: string; text: string; status: string; askedAt: Date }[];
  photos: { id: string; width: number; height: number; createdAt: Date }[];
};

const LATEST = 50;

/** What the centre knows of a person, beside what was said. The latest first everywhere. */
export async function findPersonProfile(db: Db, personId: string): Promise<PersonProfile | undefined> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      displayName: true,
      isSample: true,
      wantsNews: true,
      createdAt: true,
      erasedAt: true,
      contacts: {
        select: { channel: true, state: true, lastInboundAt: true },
        orderBy: { lastInboundAt: { sort: 'desc', nulls: 'last' } },
      },
      consents: {
        select: { purpose: true, granted: true, at: true, withdrawnAt: true },
        orderBy: { at: 'desc' },
        distinct: ['purpose'],
      },
      applications: {
        where: { code: { not: null } },
        select: { id: true, code: true },
        orderBy: { createdAt: 'desc' },
        take: LATEST,
      },
      handoffs: {
        select: { id: true, text: true, status: true, askedAt: true },
        orderBy: { askedAt: 'desc' },
        take: LATEST,
      },
      files: {
        where: { removedAt: null },
        select: { id: true, width: true, height: true, createdAt: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: LATEST,
      },
    },
  });
  if (person === null) return undefined;
  const { applications, handoffs, files, ...rest } = person;
  const requests = applications.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }]));
  return { ...rest, requests, questions: handoffs, photos: files };
}
