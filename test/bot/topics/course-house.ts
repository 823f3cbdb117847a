import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { loadPlaces } from '../../../host/load-places.ts';
import { findCourse } from '../../../records/courses.ts';
import { alterCourse, doToCourse } from '../../../staff/courses/course-deeds.ts';
import { addCourse, BOOKS } from '../../support/courses.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

/** A house for the tests of one file, in which courses are held, changed and chosen. */
export function openCourseHouse() {
  let house: TalkHouse;
  beforeAll(async () => {
    house = await openTalkHouse();
  });
  afterEach(async () => {
    house.clock.set('2026-11-23T02:00:00Z');
    await house.db.delivery.deleteMany();
    await house.db.course.deleteMany();
  });
  afterAll(async () => {
    await house.close();
  });

  const officer = { id: 'officer', name: 'Lan', email: 'lan@example.vn', role: 'officer' as const };
  const hold = (fields: Partial<typeof BOOKS> = {}) => addCourse(house.db, house.clock.now(), fields);
  const deps = async () => {
    const places = await loadPlaces();
    return { db: house.db, clock: house.clock, listCommunes: async (code: string) => places.listCommunes(code) };
  };
  const asked = async (id: string) => {
    const revision = (await findCourse(house.db, id))?.revision ?? 0;
    return { id, revision, requestId: randomUUID(), officer };
  };
  const change = async (id: string, fields: Partial<typeof BOOKS>) =>
    await alterCourse(await deps(), { ...(await asked(id)), fields: { ...BOOKS, ...fields } });
  const doIt = async (id: string, deed: 'cancel' | 'undo', reason = '') =>
    await doToCourse(await deps(), { ...(await asked(id)), deed, reason });

  async function greeted(): Promise<Talker> {
    const talker = house.meet();
    await talker.type('chào');
    return talker;
  }
  /** Answers what a request asks of its establishment and sends it. */
  async function complete(talker: Talker): Promise<string> {
    for (const text of [
      'miến dong',
      'xã Côn Minh, Na Rì',
      'HTX Tài Hoan',
      'hợp tác xã',
      'Nguyễn Thị Hoa',
      '0900000001',
    ])
      await talker.type(text);
    return (await talker.pick('Gửi phiếu')).text;
  }
  /** Chooses a course and begins its request. */
  async function choose(id: string): Promise<Talker> {
    const talker = await greeted();
    await talker.tap(`courses:choose:${id}`);
    await talker.pick('Đồng ý');
    return talker;
  }
  async function enrol(id: string): Promise<{ talker: Talker; said: string }> {
    const talker = await choose(id);
    return { talker, said: await complete(talker) };
  }

  return {
    get house() {
      return house;
    },
    ...{ hold, change, doIt, asked, deps, greeted, complete, choose, enrol },
  };
}
