import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSendingHour, nextSendingTime } from '../../../core/schedule/sending-hours.ts';
import { isStillTalking, type SendingKind, whenToSend } from '../../../core/schedule/when-to-send.ts';

/** An instant told in office time, e.g. office('2026-11-24 07:00:00.000'). */
const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);

const HOUR_MS = 3_600_000;
const kinds: SendingKind[] = ['reply', 'officer', 'reminder', 'announcement'];
const anInstant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('sending hours', () => {
  it.each([
    ['2026-11-24 06:59:59.999', false],
    ['2026-11-24 07:00:00.000', true],
    ['2026-11-24 07:00:00.001', true],
    ['2026-11-24 19:59:59.999', true],
    ['2026-11-24 20:00:00.000', false],
    ['2026-11-24 20:00:00.001', false],
    ['2026-11-24 00:00:00.000', false],
  ])('%s is a sending hour: %s', (text, expected) => {
    expect(isSendingHour(office(text))).toBe(expected);
  });

  it('are office hours wherever the server stands', () => {
    // Midnight in Greenwich is seven in the morning in Hà Nội.
    expect(isSendingHour(new Date('2026-11-24T00:00:00Z'))).toBe(true);
    expect(isSendingHour(new Date('2026-11-23T23:59:59.999Z'))).toBe(false);
    expect(isSendingHour(new Date('2026-11-24T13:00:00Z'))).toBe(false);
  });
});

describe('a reply', () => {
  it('leaves at once at any hour', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        expect(whenToSend({ kind: 'reply', now })).toEqual(now);
      }),
    );
  });
});

describe("an officer's message", () => {
  const now = office('2026-11-24 22:30:00.000');
  const morning = office('2026-11-25 07:00:00.000');

  it.each([
    ['just under 2 hours', 2 * HOUR_MS - 1, now],
    ['exactly 2 hours', 2 * HOUR_MS, now],
    ['just over 2 hours', 2 * HOUR_MS + 1, morning],
  ])("at night, %s after the person's own last message", (_, agoMs, expected) => {
    const lastInboundAt = new Date(now.getTime() - agoMs);
    expect(whenToSend({ kind: 'officer', now, lastInboundAt })).toEqual(expected);
  });

  it('waits for the morning when the person never wrote', () => {
    expect(whenToSend({ kind: 'officer', now })).toEqual(morning);
  });

  it('leaves at once by day, however long ago the person wrote', () => {
    const day = office('2026-11-24 10:00:00.000');
    expect(whenToSend({ kind: 'officer', now: day, lastInboundAt: office('2026-01-01 10:00:00.000') })).toEqual(day);
  });

  it('does not lend its window to reminders and announcements', () => {
    const lastInboundAt = new Date(now.getTime() - 60_000);
    expect(whenToSend({ kind: 'reminder', now, lastInboundAt })).toEqual(morning);
    expect(whenToSend({ kind: 'announcement', now, lastInboundAt })).toEqual(morning);
  });
});

describe('a message that the assistant starts', () => {
  it.each([
    ['2026-11-24 06:59:59.999', '2026-11-24 07:00:00.000'],
    ['2026-11-24 07:00:00.000', '2026-11-24 07:00:00.000'],
    ['2026-11-24 12:34:56.789', '2026-11-24 12:34:56.789'],
    ['2026-11-24 19:59:59.999', '2026-11-24 19:59:59.999'],
    ['2026-11-24 20:00:00.000', '2026-11-25 07:00:00.000'],
    ['2026-11-24 23:59:59.999', '2026-11-25 07:00:00.000'],
    ['2026-12-31 20:00:00.000', '2027-01-01 07:00:00.000'],
  ])('written at %s leaves at %s', (now, expected) => {
    expect(whenToSend({ kind: 'reminder', now: office(now) })).toEqual(office(expected));
  });

  it('due later leaves then, by day, and in the morning after, by night', () => {
    const now = office('2026-11-24 10:00:00.000');
    expect(whenToSend({ kind: 'reminder', now, dueAt: office('2026-11-26 09:15:00.000') })).toEqual(
      office('2026-11-26 09:15:00.000'),
    );
    expect(whenToSend({ kind: 'reminder', now, dueAt: office('2026-11-26 03:00:00.000') })).toEqual(
      office('2026-11-26 07:00:00.000'),
    );
  });

  it('due in the past leaves now', () => {
    const now = office('2026-11-24 10:00:00.000');
    expect(whenToSend({ kind: 'reminder', now, dueAt: office('2026-11-20 22:00:00.000') })).toEqual(now);
  });
});

describe('a message due in the night before a closing', () => {
  const dueAt = office('2026-11-27 03:00:00.000');

  it.each([
    ['leaves 2 hours and a moment', '2026-11-27 09:00:00.001', '2026-11-27 07:00:00.000'],
    ['leaves exactly 2 hours', '2026-11-27 09:00:00.000', '2026-11-27 07:00:00.000'],
    ['leaves a moment less than 2 hours', '2026-11-27 08:59:59.999', '2026-11-26 19:00:00.000'],
    ['would be after the closing', '2026-11-27 06:00:00.000', '2026-11-26 19:00:00.000'],
  ])('when the morning %s', (_, closesAt, expected) => {
    const now = office('2026-11-24 10:00:00.000');
    expect(whenToSend({ kind: 'reminder', now, dueAt, closesAt: office(closesAt) })).toEqual(office(expected));
  });

  it.each([
    ['a moment before that evening', '2026-11-26 18:59:59.999', '2026-11-26 19:00:00.000'],
    ['when it begins', '2026-11-26 19:00:00.000', '2026-11-26 19:00:00.000'],
    ['a moment after it began', '2026-11-26 19:00:00.001', '2026-11-26 19:00:00.001'],
    ['a moment before it is over', '2026-11-26 19:59:59.999', '2026-11-26 19:59:59.999'],
    ['when it is over', '2026-11-26 20:00:00.000', '2026-11-27 07:00:00.000'],
  ])('decided %s', (_, now, expected) => {
    const closesAt = office('2026-11-27 08:00:00.000');
    expect(whenToSend({ kind: 'reminder', now: office(now), dueAt, closesAt })).toEqual(office(expected));
  });

  it('due before midnight leaves earlier on the same evening', () => {
    const now = office('2026-11-26 10:00:00.000');
    const closesAt = office('2026-11-27 08:00:00.000');
    expect(whenToSend({ kind: 'reminder', now, dueAt: office('2026-11-26 21:00:00.000'), closesAt })).toEqual(
      office('2026-11-26 19:00:00.000'),
    );
  });
});

describe('for any time and any closing', () => {
  const anyMessage = fc.record({
    kind: fc.constantFrom(...kinds),
    now: anInstant,
    dueAt: fc.option(anInstant, { nil: undefined }),
    lastInboundAt: fc.option(anInstant, { nil: undefined }),
    closesAt: fc.option(anInstant, { nil: undefined }),
  });

  it('nothing leaves in the past, and nothing the assistant starts leaves at night', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const at = whenToSend(message);
        expect(at.getTime()).toBeGreaterThanOrEqual(message.now.getTime());
        const isTalk =
          message.kind === 'reply' ||
          (message.kind === 'officer' &&
            message.lastInboundAt !== undefined &&
            isStillTalking(message.lastInboundAt, at));
        if (!isTalk) expect(isSendingHour(at)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('nothing waits longer than the night', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const wanted = message.dueAt !== undefined && message.dueAt > message.now ? message.dueAt : message.now;
        const waitMs = whenToSend(message).getTime() - wanted.getTime();
        expect(waitMs).toBeLessThanOrEqual(11 * HOUR_MS);
      }),
      { numRuns: 2_000 },
    );
  });

  it('asking again when it leaves changes nothing', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        const at = nextSendingTime(now);
        expect(nextSendingTime(at)).toEqual(at);
        expect(whenToSend({ kind: 'announcement', now: at })).toEqual(at);
      }),
    );
  });
});
