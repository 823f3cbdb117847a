import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const requestsOf = async (talker: Talker) =>
  house.db.dataSubjectRequest.findMany({ where: { personId: await talker.personId() }, orderBy: { at: 'asc' } });
const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);

/** Their dossier gets into a proposed plan, as an officer would put it there. */
async function putInPlan(talker: Talker): Promise<string> {
  const [dossier] = await house.dossiersOf(talker);
  if (dossier?.code == null) throw new Error('nothing was sent');
  const seq = dossier.events.length + 1;
  const event = { kind: 'proposed', actorKind: 'officer', at: house.clock.now(), requestId: randomUUID() };
  await house.db.applicationEvent.create({
    data: { id: randomUUID(), applicationId: dossier.id, seq, ...event, data: {} },
  });
  return dossier.code;
}

describe('"Dữ liệu của tôi"', () => {
  it('says what is held, and has a button for every right', async () => {
    const lan = await house.sentBefore();
    expect((await lan.type('dữ liệu của tôi')).text).toContain('1 phiếu');
    expect(labels(lan)).toEqual([
      ...['Xem phiếu của tôi', 'Tải dữ liệu về', 'Sửa chỗ sai', 'Rút đồng ý', 'Không cho dùng một phần'],
      ...['Xoá dữ liệu của tôi', 'Về menu'],
    ]);
  });

  it('what cannot be done at once goes to officers with the clocks of the law, which the person is told', async () => {
    house.clock.set('2026-11-22T02:00:00Z');
    const lan = house.meet();
    await lan.type('dữ liệu của tôi');
    await lan.pick('Sửa chỗ sai');
    const said = await lan.type('Tên tôi là Hoa, không phải Hoà');
    expect(said.text).toContain('trả lời chậm nhất hết thứ Tư 25/11');
    expect(said.text).toContain('làm xong chậm nhất hết thứ Tư 2/12');
    expect(await requestsOf(lan)).toMatchObject([
      {
        ...{ kind: 'correct', state: 'waiting', text: 'Tên tôi là Hoa, không phải Hoà', channel: 'terminal' },
        answerBy: office('2026-11-25 23:59:59.999'),
        doBy: office('2026-12-02 23:59:59.999'),
        clockNotes: { undecided: ['2026-11-23'] },
      },
    ]);
    expect((await lan.type('dữ liệu của tôi')).text).toContain('Đang chờ cán bộ: sửa dữ liệu');
  });

  it('asked for again, the words join the request that waits, and its clock stays', async () => {
    house.clock.set('2026-11-23T02:00:00Z');
    const lan = house.meet();
    for (const [days, text] of [
      [0, 'số điện thoại của tôi'],
      [3, 'và cả tên xã'],
    ] as const) {
      house.clock.advance(days * 86_400_000);
      await lan.tap('my-data:ask:object');
      await lan.type(text);
    }
    const requests = await requestsOf(lan);
    expect(requests).toMatchObject([{ kind: 'object', text: 'số điện thoại của tôi\nvà cả tên xã' }]);
    expect(requests[0]?.doBy).toEqual(office('2026-12-08 23:59:59.999'));
  });

  it('heard in the middle of a form, the form goes on afterwards', async () => {
    const lan = await house.begun(2);
    await lan.type('dữ liệu của tôi');
    await lan.pick('Không cho dùng một phần');
    await lan.pick('Tạm không dùng');
    await lan.pick('Thôi, để nguyên');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
    expect(await requestsOf(lan)).toEqual([]);
  });

  it.each([
    ['tải dữ liệu của tôi về', 'my-data:copy'],
    ['cho em xuất thông tin cá nhân của em', 'my-data:copy'],
    ['tôi phản đối việc dùng số điện thoại của tôi', 'my-data:limit'],
    ['hạn chế dùng dữ liệu của tôi', 'my-data:limit'],
    ['sửa thông tin của tôi', 'my-data:ask:correct'],
    ['xoá dữ liệu của tôi', 'my-data:show'],
    ['dữ liệu của tôi', 'my-data:show'],
    ['xem dữ liệu của tôi tại trung tâm', 'my-data:show'],
  ])('"%s" leads to %s', async (text, key) => {
    const [typing, tapping] = [house.meet(), house.meet()];
    for (const talker of [typing, tapping]) await talker.type('chào');
    expect((await typing.type(text)).choices).toEqual((await tapping.tap(key)).choices);
  });

  it('a correction said in the middle of a form is not taken away from the form', async () => {
    const lan = await house.begun(2);
    await lan.type('sửa thông tin của tôi');
    expect(await requestsOf(lan)).toEqual([]);
    expect(lan.last().text).not.toContain('Gõ vào một tin nhắn giúp');
  });

  it('without an address that people can reach, officers hand the copy over', async () => {
    const lan = house.meet();
    expect((await lan.tap('my-data:copy')).text).toContain('nhận bản sao dữ liệu');
    expect(await requestsOf(lan)).toMatchObject([{ kind: 'download', state: 'waiting' }]);
  });
});

describe('withdrawing consent', () => {
  it('tells the consequence first, and nothing happens before the second yes', async () => {
    const lan = await house.begun(3);
    await lan.type('tôi rút lại đồng ý');
    expect((await lan.pick('Rút đồng ý làm phiếu')).text).toContain('Phiếu đang làm dở bị bỏ');
    await lan.pick('Thôi, vẫn đồng ý');
    expect(Object.keys(await house.answersOf(lan))).toHaveLength(3);
  });

  it('takes the draft away at once, and the next request asks for consent anew', async () => {
    const lan = await house.begun(3);
    await lan.type('tôi rút lại đồng ý');
    await lan.pick('Rút đồng ý làm phiếu');
    expect((await lan.pick('Rút đồng ý')).text).toContain('Đã rút đồng ý.');
    expect(await house.answersOf(lan)).toEqual({});
    expect(await requestsOf(lan)).toMatchObject([
      { kind: 'withdraw', state: 'done', facts: { purposes: ['request'] } },
    ]);
    expect(await house.db.consentRecord.findMany({ where: { personId: await lan.personId() } })).toMatchObject([
      { purpose: 'request', withdrawnAt: expect.any(Date) },
    ]);
    expect((await lan.tap('register:start')).text).toContain('Anh/chị có đồng ý không?');
  });

  it('what officers have in hand waits for them, within 15 days', async () => {
    house.clock.set('2026-11-23T02:00:00Z');
    const lan = await house.sentBefore();
    const [dossier] = await house.dossiersOf(lan);
    await lan.tap('my-data:ask-withdraw');
    expect(lan.last().text).toContain(`Phiếu đã gửi (${dossier?.code})`);
    expect((await lan.pick('Rút đồng ý')).text).toContain('làm xong chậm nhất hết thứ Ba 8/12');
    expect(await requestsOf(lan)).toMatchObject([{ kind: 'withdraw', state: 'waiting', text: dossier?.code }]);
  });

  it('each purpose apart: without news the consent to requests stays', async () => {
    const lan = await house.sentBefore();
    await lan.tap('news:on');
    await lan.tap('my-data:consents');
    await lan.pick('Thôi nhận tin');
    await lan.pick('Dừng nhận tin');
    await lan.tap('my-data:consents');
    expect(labels(lan)).toEqual(['Rút đồng ý làm phiếu', 'Quay lại']);
  });
});

describe('deletion', () => {
  it('leaves a dossier that stands in a plan and says why, before and after; all else goes', async () => {
    const lan = await house.sentBefore();
    const code = await putInPlan(lan);
    await house.sendOnce(await lan.personId(), { establishment: 'Hợp tác xã Khác' });
    await lan.tap('my-data:ask:correct');
    await lan.type('sai tên');
    expect((await lan.tap('my-data:ask-delete')).text).toContain(`${code} đã vào kế hoạch hỗ trợ`);
    expect((await lan.type('XOÁ HẾT')).text).toContain('phải giữ theo quy định về lưu trữ và kế toán');

    const [kept, gone] = await house.dossiersOf(lan);
    expect(kept?.answers).toHaveLength(8);
    expect(kept?.events.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'proposed']);
    expect(gone?.answers).toEqual([]);
    expect(gone?.events.at(-1)?.kind).toBe('erased');
    const requests = await requestsOf(lan);
    expect(requests.map(({ kind, state, text }) => [kind, state, text])).toEqual([
      ['correct', 'done', ''],
      ['delete', 'done', ''],
    ]);
    expect(requests[1]?.facts).toEqual({ kept: [code] });
    const said = await house.db.inboundMessage.findMany({ where: { personId: await lan.personId() } });
    expect(said.filter(({ text }) => text !== null)).toEqual([]);
    const person = await house.db.person.findUniqueOrThrow({ where: { id: await lan.personId() } });
    // Officers must still reach them about what goes on.
    expect(person).toMatchObject({ displayName: null, erasedAt: null });
  });
});
