import { afterAll, beforeAll } from 'vitest';
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
  const dossiersOf = async (talker: Talker) =>
    house.db.application.findMany({
      where: { personId: await talker.personId() },
      include: { answers: true, events: { orderBy: { seq: 'asc' } } },
      orderBy: { createdAt: 'asc' },
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
