import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDelivery } from '../../../records/deliveries.ts';
import { createWindow, type WindowFields } from '../../../records/windows.ts';
import { announce, EVERYBODY, planSlice, type Reader } from '../../support/announced.ts';
import { rationedZalo } from './rationed.ts';

const { clock, db, first, zalo, allow, readers, planned, ledgerOf, write, statusOf } = rationedZalo();

describe('what matters most', () => {
  async function addWindow(given: Partial<WindowFields> = {}): Promise<string> {
    const id = randomUUID();
    await db().$transaction((tx) =>
      createWindow(tx, {
        ...{ id, now: new Date('2026-11-01T02:00:00Z'), programme: 'advanced-equipment' },
        ...{ opensAt: new Date('2026-11-02T01:00:00Z'), closesAt: new Date('2026-11-26T10:00:00Z') },
        ...{ provinceCodes: [], communeCodes: [], note: '', ...given },
      }),
    );
    return id;
  }
  async function wish({ personId }: Reader): Promise<void> {
    await db().reminderWish.create({
      data: {
        id: randomUUID(),
        personId,
        programme: 'advanced-equipment',
        createdAt: new Date('2026-11-01T02:00:00Z'),
      },
    });
  }
  async function draft({ personId }: Reader): Promise<void> {
    const at = clock.now();
    const event = { id: randomUUID(), seq: 1, kind: 'started', at, actorKind: 'person', requestId: 'start' };
    await db().application.create({
      data: {
        ...{ id: randomUUID(), personId, programme: 'advanced-equipment', formId: 'request', formVersion: 1 },
        ...{ createdAt: at, updatedAt: at, events: { create: event } },
      },
    });
  }
  async function remind({ personId, contactId }: Reader, windowId: string): Promise<string> {
    const id = randomUUID();
    await addDelivery(db(), {
      ...{ id, key: `reminder/window/${windowId}/v1/3-days/${contactId}`, personId, contactId, kind: 'reminder' },
      ...{ content: { text: 'còn 3 ngày', choices: [] }, notBefore: clock.now(), now: clock.now() },
      ...{ windowId, windowVersion: 1, notAfter: new Date('2026-11-26T10:00:00Z') },
    });
    return id;
  }
  /** All rounds are dealt with: nothing is to come of it. */
  async function noMore(windowId: string): Promise<void> {
    const at = clock.now();
    const rounds = ['opening', '14-days', '7-days', '3-days', '1-day', '3-hours'];
    await db().windowRound.createMany({
      data: rounds.map((which) => ({ windowId, version: 1, which, dueAt: at, outcome: 'planned', at })),
    });
  }

  it('leaves first, though it was written last: an unfinished request that closes soon, then the closing, then news', async () => {
    await allow(10, 8);
    const [begun, wisher] = await readers(3);
    const windowId = await addWindow();
    for (const person of [begun, wisher] as Reader[]) await wish(person);
    await draft(begun as Reader);
    await noMore(windowId);
    // Nobody is in a talk.
    await db().contact.updateMany({ data: { lastInboundAt: new Date('2026-11-20T02:00:00Z') } });
    const news = await planned();
    const closing = await remind(wisher as Reader, windowId);
    const unfinished = await remind(begun as Reader, windowId);
    await first().sendDue();
    expect(await statusOf(unfinished)).toMatchObject({ status: 'sent' });
    expect(await statusOf(closing)).toMatchObject({ status: 'sent' });
    expect(await ledgerOf(news)).toMatchObject({ sent: 0, skippedBy: { budget: 3 } });
    expect(zalo().person('person-2').texts()).toEqual([]);
  });

  it('and is known to come holds its place against news that wait now', async () => {
    await allow(10, 7);
    const [wisher] = await readers(4);
    // Two rounds are to come: one day and three hours before the closing.
    await addWindow({ closesAt: new Date('2026-11-25T10:00:00Z') });
    await wish(wisher as Reader);
    const { id: windowId } = await db().applicationWindow.findFirstOrThrow();
    const dealt = ['opening', '14-days', '7-days', '3-days'];
    await db().windowRound.createMany({
      data: dealt.map((which) => ({
        windowId,
        version: 1,
        which,
        dueAt: clock.now(),
        outcome: 'planned',
        at: clock.now(),
      })),
    });
    const news = await planned();
    await first().sendDue();
    expect(await ledgerOf(news)).toMatchObject({ sent: 1, skippedBy: { budget: 3 } });
  });

  it('but has no room waits for the new month where it helps then, and is skipped where it does not', async () => {
    await allow(10, 10);
    const [lan, hoa] = await readers(2);
    const morning = new Date('2026-12-01T00:00:00Z');
    const late = await write('reminder', lan as Reader, { notAfter: morning });
    const helps = await write('reminder', hoa as Reader, { notAfter: new Date(morning.getTime() + 1) });
    await first().sendDue();
    expect(await statusOf(late)).toMatchObject({ status: 'skipped', reason: 'budget' });
    expect(await statusOf(helps)).toEqual({ status: 'waiting', reason: 'budget', notBefore: morning });
    await db().messageQuota.updateMany({ data: { reserve: 9 } });
    clock.set(morning.toISOString());
    await first().sendDue();
    expect(await statusOf(helps)).toMatchObject({ status: 'sent' });
  });

  it('is asked of the whole audience: a topic that one follows comes before general news', async () => {
    await allow(10, 9);
    const [lan] = await readers(2);
    await db().personInterest.create({
      data: { personId: lan?.personId ?? '', topic: 'fairs', lastAskedAt: clock.now() },
    });
    const general = await announce(db(), { audience: EVERYBODY, now: clock.now() });
    const followed = await announce(db(), { audience: { kind: 'topic', isOneOf: ['fairs'] }, now: clock.now() });
    clock.advance(5 * 60_000);
    for (const { id } of [general, followed]) await planSlice(db(), { id, now: clock.now() });
    await first().sendDue();
    expect(await ledgerOf(followed.id)).toMatchObject({ targeted: 1, sent: 1 });
    expect(await ledgerOf(general.id)).toMatchObject({ targeted: 2, sent: 0, skippedBy: { budget: 2 } });
  });
});
