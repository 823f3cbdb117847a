import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAll } from '../simulation/checks/check-all.ts';
import type { Evidence } from '../simulation/evidence.ts';
import { HOUR_MS, startOfDay } from '../simulation/office-time.ts';
import { type Month, playMonth } from '../simulation/play-month.ts';
import { tellMonth } from '../simulation/tell-month.ts';
import { createTestDatabase } from '../support/database.ts';
import { loadRealParts } from '../support/test-bot.ts';

/** A seed with everything in it: standstills, changed and withdrawn windows, papers asked for, people who block. */
const MONTH = { seed: 21, days: 20, people: 16 };

let month: Month;

beforeAll(async () => {
  const database = await createTestDatabase();
  try {
    month = await playMonth({ ...MONTH, databaseUrl: database.url, parts: await loadRealParts() });
  } finally {
    await database.drop();
  }
}, 600_000);

describe('a month of a small centre', () => {
  it('keeps every promise about reminders and announcements, whatever happens', () => {
    expect(month.breaches, tellMonth(month, { tookMs: 0 })).toEqual([]);
    // Not an empty month: people talked, were reminded, and something went wrong on the way.
    const { tally } = month;
    expect(tally.inbound).toBeGreaterThan(100);
    expect(tally['reminder sent']).toBeGreaterThan(50);
    expect(tally['round planned']).toBeGreaterThan(10);
    expect(tally.standstills).toBeGreaterThan(0);
  });
});

describe('the checks of a month', () => {
  afterAll(() => {
    expect(checkAll(month.evidence), 'no test may leave its spoiling behind').toEqual([]);
  });

  /** What the checks say of the month after somebody has spoilt it. */
  const promisesBroken = (spoil: (evidence: Evidence) => void): string[] => {
    const spoilt = structuredClone(month.evidence);
    spoil(spoilt);
    return checkAll(spoilt).map(({ promise }) => promise);
  };
  const reminderIn = (of: Evidence) => {
    const ids = new Set(of.deliveries.filter(({ windowId }) => windowId !== null).map(({ id }) => id));
    const arrival = of.arrivals.find(({ deliveryId }) => deliveryId !== undefined && ids.has(deliveryId));
    if (arrival === undefined) throw new Error('Nobody was reminded of anything.');
    return arrival;
  };

  it('notice a reminder that came twice', () => {
    const broken = promisesBroken((of) => {
      of.arrivals.push({ ...reminderIn(of), n: Number.MAX_SAFE_INTEGER });
    });
    expect(broken).toContain('Each round of reminders is told once to each person');
  });

  it('notice a message at nine in the evening', () => {
    const broken = promisesBroken((of) => {
      const reminder = reminderIn(of);
      reminder.at = startOfDay(reminder.at) + 21 * HOUR_MS;
    });
    expect(broken).toContain('What the assistant starts leaves between 07:00 and 20:00');
  });

  it('notice a time left that is not true', () => {
    const broken = promisesBroken((of) => {
      const reminder = reminderIn(of);
      reminder.text = reminder.text.replace(/còn \d+ /i, 'còn 99 ');
    });
    expect(broken).toContain('A reminder tells the time that is left when it leaves, and the closing as it stands');
  });

  it('notice a message that nobody answered', () => {
    const broken = promisesBroken((of) => {
      const index = of.deliveries.findIndex(({ kind }) => kind === 'reply');
      of.deliveries.splice(index, 1);
    });
    expect(broken).toContain('Every message, in every state, gets one reply');
  });

  it('notice a second answer', () => {
    const broken = promisesBroken((of) => {
      const reply = of.deliveries.find(({ kind }) => kind === 'reply');
      if (reply !== undefined) of.deliveries.push({ ...reply, id: 'another', key: `${reply.key}/more` });
    });
    expect(broken).toContain('On Zalo one message in is at most one out');
  });

  it('notice a reminder after somebody said stop', () => {
    const broken = promisesBroken((of) => {
      const { at, deliveryId } = reminderIn(of);
      const personId = of.deliveries.find(({ id }) => id === deliveryId)?.personId ?? '';
      of.said.push({ n: Number.MAX_SAFE_INTEGER, at: at - 1, personId, kind: 'stop', programme: 'any' });
    });
    expect(broken).toContain('What the assistant starts never reaches somebody who said stop');
  });

  it('notice a reminder that was due and of which there is nothing', () => {
    const broken = promisesBroken((of) => {
      const opening = of.deliveries.filter(({ key, status }) => status === 'sent' && key.split('/')[4] === 'opening');
      expect(opening.length).toBeGreaterThan(0);
      of.deliveries = of.deliveries.filter((row) => !opening.includes(row));
    });
    expect(broken).toContain(
      'Each round of reminders is told once to each person, at its instant, or written down as missed',
    );
  });

  it('notice a reminder to somebody who never wanted it, and one of dates that no longer hold', () => {
    const unwanted = promisesBroken((of) => {
      of.said = [];
      of.applications = [];
    });
    expect(unwanted).toContain('Only those hear whom its rule names, and who have not said stop');
    const old = promisesBroken((of) => {
      const { at, deliveryId } = reminderIn(of);
      const windowId = of.deliveries.find(({ id }) => id === deliveryId)?.windowId;
      const story = of.windows.find(({ id }) => id === windowId);
      const last = story?.versions.at(-1);
      if (last !== undefined) story?.versions.push({ ...last, n: last.n + 1, since: at - 1 });
    });
    expect(old).toContain('Nothing is told before its time, at or after the closing, or of dates that no longer hold');
  });

  it('notice that somebody who was told an old date was not told the new one', () => {
    const broken = promisesBroken((of) => {
      const { at, deliveryId } = reminderIn(of);
      const windowId = of.deliveries.find(({ id }) => id === deliveryId)?.windowId;
      const story = of.windows.find(({ id }) => id === windowId);
      const last = story?.versions.at(-1);
      if (last === undefined) return;
      story?.versions.push({ ...last, n: last.n + 1, since: at + 1, closesAt: last.closesAt + HOUR_MS });
    });
    expect(broken).toContain('A changed date replaces what waits, and who knew the old one hears the new one once');
  });

  it('notice a row that says sent of what never came', () => {
    const broken = promisesBroken((of) => {
      of.arrivals.splice(of.arrivals.indexOf(reminderIn(of)), 1);
    });
    expect(broken).toContain('A send ends in a named outcome, and the ledger says what became of each message');
  });

  it('notice two answers in the wrong order', () => {
    const broken = promisesBroken((of) => {
      const [first] = of.arrivals;
      if (first !== undefined) of.arrivals.push({ ...first, text: `${first.text} ` });
    });
    expect(broken).toContain('Messages to one person leave in the order in which they were written');
  });
});
