import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const consentsOf = async (talker: Talker) =>
  await house.db.consentRecord.count({ where: { personId: await talker.personId() } });

const PAGE = 'Anh/chị được xem, tải về, sửa, xoá';
const CORRECT = 'Anh/chị muốn sửa chỗ nào';
const COPY = 'nhận bản sao dữ liệu';
/** Those that are nearest to an answer. */
const EVERYWHERE = [
  ['xem dlieu cua toi', PAGE],
  ['xoa dữ lịu của tôi', PAGE],
  ['delete my data', PAGE],
  ['tai ve du lieu cua toi', COPY],
  ['xuất dữ liệu', COPY],
] as const;
const SAID = [
  ...EVERYWHERE,
  ['xem du lieu cua toi', PAGE],
  ['dũ liệu của tôi', PAGE],
  ['trung tam dang giu thong tin gi cua toi', PAGE],
  ['xóa hết thông tin về tôi', PAGE],
  ['cho toi xin ban sao du lieu', COPY],
  ['sua du lieu cua toi', CORRECT],
  ['tên tôi ghi sai', CORRECT],
] as const;

describe("a wish about one's data, however it is typed", () => {
  it.each(SAID)('as the first message ever: "%s"', async (text, told) => {
    expect((await house.meet().type(text)).text).toContain(told);
  });

  it.each(EVERYWHERE)('in the middle of a form, where any words would do for an answer: "%s"', async (text, told) => {
    const lan = await house.begun(1);
    expect((await lan.type(text)).text).toContain(told);
    expect(await house.answersOf(lan)).not.toHaveProperty('product');
  });

  it.each(EVERYWHERE)(
    'under the question for consent: "%s"; "đồng ý" afterwards is no yes to it',
    async (text, told) => {
      const lan = house.meet();
      await lan.type('chào');
      await lan.tap('register:start');
      expect((await lan.type(text)).text).toContain(told);
      await lan.type('đồng ý');
      expect(await consentsOf(lan)).toBe(0);
      expect((await lan.tap('menu:resume')).text).toContain('Anh/chị có đồng ý không?');
      await lan.pick('Đồng ý');
      expect(await consentsOf(lan)).toBe(1);
    },
  );
});

describe('a picture of an identity paper that nobody asked for', () => {
  const sendStored = async (talker: Talker): Promise<string> => {
    const id = randomUUID();
    const kept = { id, personId: await talker.personId(), key: `aa/${id}.jpg`, mediaType: 'image/jpeg', sha256: '' };
    await house.db.storedFile.create({
      data: { ...kept, byteSize: 1, width: 900, height: 900, createdAt: house.clock.now() },
    });
    await talker.sendPhotos([id]);
    return id;
  };

  it.each(['em gui nham anh cccd xoa giup em', 'gỡ ảnh căn cước tôi gửi nhầm', 'lỡ gửi chứng minh thư rồi, xoá đi'])(
    '"%s": its person takes it away for good, and that it was there stays written down',
    async (text) => {
      const lan = house.meet();
      await lan.type('chào');
      const id = await sendStored(lan);
      expect((await lan.type(text)).text).toContain('Trung tâm không cần và không hỏi ảnh giấy tờ tuỳ thân');
      const [choice] = lan.last().choices;
      expect((await lan.pick(choice?.label ?? '')).text).toContain('Đã xoá hẳn ảnh đó');
      expect(await house.db.storedFile.findUniqueOrThrow({ where: { id } })).toMatchObject({
        ...{ removedAt: house.clock.now(), removedById: null, removedWhy: 'identity-card', byteSize: 0 },
        key: `removed/${id}`,
      });
      expect(await house.db.dataSubjectRequest.findMany({ where: { personId: await lan.personId() } })).toMatchObject([
        { kind: 'delete', state: 'done', facts: { photos: ['identity-card'] } },
      ]);
      expect((await lan.type(text)).text).toContain('Trung tâm không giữ ảnh nào');
    },
  );

  it('said in the middle of a form it is no answer, and the form goes on', async () => {
    const lan = await house.begun(1);
    await lan.type('em gửi nhầm ảnh cccd, xoá giúp em');
    expect((await lan.pick('Làm tiếp việc đang dở')).text).toContain('Câu 2/8');
    expect(await house.answersOf(lan)).not.toHaveProperty('product');
  });

  it.each(['có phải gửi ảnh căn cước không', 'mất chứng minh thư thì có được hỗ trợ không'])(
    '"%s" is a question, and is answered',
    async (text) => {
      const lan = house.meet();
      expect((await lan.type(text)).text).not.toContain('Trung tâm không giữ ảnh nào');
    },
  );

  it('of a dossier that must be kept it is left to an officer', async () => {
    const lan = await house.sentBefore();
    const [dossier] = await house.dossiersOf(lan);
    const id = await sendStored(lan);
    const applicationId = dossier?.id ?? '';
    const answer = { applicationId, questionId: 'quotation', value: { fileIds: [id] }, answeredAt: house.clock.now() };
    await house.db.applicationAnswer.create({ data: answer });
    const event = { kind: 'proposed', actorKind: 'officer', at: house.clock.now(), requestId: randomUUID(), data: {} };
    const seq = (dossier?.events.length ?? 0) + 1;
    await house.db.applicationEvent.create({ data: { id: randomUUID(), applicationId, seq, ...event } });
    await lan.tap('my-data:cards');
    const [choice] = lan.last().choices;
    expect((await lan.pick(choice?.label ?? '')).text).toContain('nằm trong hồ sơ phải giữ');
    expect(await house.db.storedFile.findUniqueOrThrow({ where: { id } })).toMatchObject({ removedAt: null });
  });
});
