import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAN_CALENDAR } from '../../../core/schedule/plan-calendar.ts';
import { RETENTION } from '../../../core/schedule/retention.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import type { JobParts } from '../../../jobs/job.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { type FileStore, openFileStore } from '../../../records/file-store.ts';
import { quietLog } from '../../support/test-bot.ts';

export const DAY_MS = 24 * 3_600_000;

/** An instant told in office time. */
export const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);

export type Village = {
  db: Db;
  files: FileStore;
  parts: JobParts;
  /** How often each passed-in function was called. */
  calls: { sweepInbound: number; sendDue: number; recoverStuck: number };
  addPerson: (given?: {
    isSample?: boolean;
    erasedAt?: Date;
    lastInboundAt?: Date;
    state?: string;
    locale?: string;
  }) => Promise<{
    personId: string;
    contactId: string;
  }>;
  /** A person who agreed and left a draft with two answers, untouched since. */
  addDraft: (given: {
    touchedAt: Date;
    personId?: string;
    withConsent?: boolean;
    answers?: number;
    isSample?: boolean;
  }) => Promise<{ applicationId: string; personId: string; contactId: string }>;
  addInbound: (given: {
    personId: string;
    contactId: string;
    receivedAt: Date;
    handled?: boolean;
    text?: string | null;
    choiceKey?: string;
    fileIds?: string[];
    trace?: object;
  }) => Promise<string>;
  close: () => Promise<void>;
};

/** People, drafts and messages in a real database, and the parts that jobs are given. */
export async function openVillage(url: string, { poolSize = 5 } = {}): Promise<Village> {
  const db = openDatabase({ url, poolSize });
  const folder = await mkdtemp(join(tmpdir(), 'khuyencong-files-'));
  const files = openFileStore(folder);
  const calls = { sweepInbound: 0, sendDue: 0, recoverStuck: 0 };
  const born = new Date('2026-01-01T00:00:00Z');

  const addPerson: Village['addPerson'] = async (given = {}) => {
    const personId = randomUUID();
    const contactId = randomUUID();
    const { isSample = false, erasedAt, lastInboundAt, state, locale } = given;
    await db.person.create({ data: { id: personId, isSample, erasedAt, locale, createdAt: born } });
    await db.contact.create({
      data: {
        id: contactId,
        personId,
        channel: 'terminal',
        account: 'test',
        address: contactId,
        createdAt: born,
        lastInboundAt,
        state,
      },
    });
    return { personId, contactId };
  };

  return {
    db,
    files,
    calls,
    parts: {
      db,
      files,
      ids: { next: randomUUID },
      log: quietLog,
      retention: RETENTION,
      holidays: loadHolidays,
      plan: () => PLAN_CALENDAR,
      bot: {
        sweepInbound: async () => {
          calls.sweepInbound += 1;
        },
      },
      outbox: {
        sendDue: async () => {
          calls.sendDue += 1;
        },
        recoverStuck: async () => {
          calls.recoverStuck += 1;
        },
      },
    },
    addPerson,
    addDraft: async ({ touchedAt, personId: known, withConsent = true, answers = 2, isSample }) => {
      const added = known === undefined ? await addPerson({ lastInboundAt: touchedAt, isSample }) : undefined;
      const personId = known ?? added?.personId ?? '';
      const contact = await db.contact.findFirstOrThrow({ where: { personId } });
      const applicationId = randomUUID();
      await db.application.create({
        data: {
          id: applicationId,
          personId,
          programme: 'support-request',
          formId: 'support-request',
          formVersion: 1,
          createdAt: touchedAt,
          updatedAt: touchedAt,
          events: {
            create: {
              id: randomUUID(),
              seq: 1,
              kind: 'started',
              at: touchedAt,
              actorKind: 'person',
              requestId: 'start',
            },
          },
          answers: {
            create: Array.from({ length: answers }, (_, index) => ({
              questionId: `question-${index}`,
              value: { text: 'miến dong' },
              raw: 'mien dong',
              answeredAt: touchedAt,
            })),
          },
        },
      });
      if (withConsent) {
        await db.consentRecord.create({
          data: {
            id: randomUUID(),
            personId,
            purpose: 'request',
            textVersion: 'request-3',
            granted: true,
            channel: 'terminal',
            at: touchedAt,
          },
        });
      }
      return { applicationId, personId, contactId: contact.id };
    },
    addInbound: async ({ handled = true, trace, ...message }) => {
      const id = randomUUID();
      await db.inboundMessage.create({
        data: {
          id,
          channel: 'terminal',
          account: 'test',
          platformMessageId: id,
          kind: 'text',
          handledAt: handled ? message.receivedAt : null,
          trace,
          ...message,
        },
      });
      return id;
    },
    close: async () => {
      await db.$disconnect();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
