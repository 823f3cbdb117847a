import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { CONSENT_VERSION } from '../../../bot/conversation/topics/form/consent.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { startApplication, submitApplication } from '../../../records/application-actions.ts';
import { keepAnswers } from '../../../records/application-answers.ts';
import { recordConsent } from '../../../records/consents.ts';
import type { Decision } from '../../../staff/requests/decision.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

export const ANSWERS = [
  'mua máy sấy miến',
  'Miến dong',
  'xã Côn Minh, Na Rì',
  'Hợp tác xã Tài Hoan',
  'hợp tác xã',
  'Nguyễn Thị Hoa',
  '0900000001',
  '400tr',
];

/** What these answers are kept as. */
const VALUES = {
  need: 'machinery',
  product: 'Miến dong',
  commune: {
    ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
    legacyAddressText: 'xã Côn Minh, Na Rì',
  },
  establishment: 'Hợp tác xã Tài Hoan',
  'legal-form': 'cooperative',
  'contact-name': 'Nguyễn Thị Hoa',
  phone: '0900000001',
  price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
};

/** A house for the tests of one file, with people who begin a request, and what is kept of them. */
export function prepareRequestHouse() {
  let house: TalkHouse;
  beforeAll(async () => {
    house = await openTalkHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  const meet = () => house.meet();
  /** Somebody who agreed and has answered so many questions. */
  const begun = async (count: number): Promise<Talker> => {
    const talker = meet();
    await talker.type('chào');
    await talker.tap('register:start');
    await talker.pick('Đồng ý');
    for (const text of ANSWERS.slice(0, count)) await talker.type(text);
    return talker;
  };
  /** Somebody who sent their request; with a label, a choice was made right after. */
  const sent = async (choice?: string): Promise<Talker> => {
    const talker = await begun(ANSWERS.length);
    await talker.type('gửi phiếu');
    if (choice !== undefined) await talker.pick(choice);
    return talker;
  };
  /** The same without the talk: what they said is written down at once. */
  const sentBefore = async (): Promise<Talker> => {
    const talker = meet();
    await talker.type('chào');
    const personId = await talker.personId();
    await house.db.$transaction(async (tx) => {
      const consent = { purpose: 'request', textVersion: CONSENT_VERSION, granted: true, channel: 'terminal' } as const;
      await recordConsent(tx, { id: randomUUID(), personId, ...consent, now: house.clock.now() });
    });
    await sendOnce(personId);
    return talker;
  };
  const sendOnce = async (personId: string, others: Partial<typeof VALUES> = {}): Promise<void> => {
    const { form } = supportRequest;
    const [now, ids] = [house.clock.now(), { next: () => randomUUID() }];
    await house.db.$transaction(async (tx) => {
      const programme = 'advanced-equipment';
      const id = await startApplication(tx, { personId, programme, form, requestId: ids.next(), now, ids });
      const changes = Object.entries({ ...VALUES, ...others }).map(([questionId, value]) => ({
        questionId,
        value,
        raw: undefined,
      }));
      await keepAnswers(tx, { id, changes, now });
      await submitApplication(tx, { id, personId, requestId: ids.next(), now, ids });
    });
  };
  const dossiersOf = async (talker: Talker) =>
    house.db.application.findMany({
      where: { personId: await talker.personId() },
      include: { answers: true, events: { orderBy: { seq: 'asc' } } },
      // The clock stands still: what was sent is older than what is being filled in.
      orderBy: [{ createdAt: 'asc' }, { code: { sort: 'asc', nulls: 'last' } }],
    });
  const kindsOf = async (talker: Talker) =>
    (await dossiersOf(talker)).map(({ events }) => events.map(({ kind }) => kind));
  const answersOf = async (talker: Talker) => {
    const [dossier] = await dossiersOf(talker);
    return Object.fromEntries((dossier?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
  };

  return {
    meet,
    begun,
    sent,
    sentBefore,
    sendOnce,
    decide: (talker: Talker, decision: Decision) => house.decide(talker, decision),
    dossiersOf,
    kindsOf,
    answersOf,
    get db() {
      return house.db;
    },
    get clock() {
      return house.clock;
    },
  };
}

export const codeIn = (text: string) => /KC-\d{4}-\d{4}/.exec(text)?.[0];

export function keyOf(talker: Talker, label: string): string {
  const choice = talker.last().choices.find((each) => each.label.includes(label));
  if (choice === undefined) throw new Error(`no choice ${label}`);
  return choice.key;
}
