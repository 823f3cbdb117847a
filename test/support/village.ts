import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Db } from '../../records/database.ts';
import type { FileStore } from '../../records/file-store.ts';
import { storeFile } from '../../records/stored-files.ts';
import { addPerson, addQuestion, addRequest, type Neighbour } from './office-people.ts';

const MINUTE_MS = 60_000;

type Line = { from: 'person' | 'centre'; text: string; choices?: string[] };

/** People of a province who have been here, as a console would show them on a working morning. */
export async function addVillage({ db, files, now }: { db: Db; files: FileStore; now: Date }) {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE_MS);
  await db.centre.create({
    data: {
      id: 1,
      name: 'Trung tâm Khuyến công tỉnh Thái Nguyên',
      provinceCode: '19',
      createdAt: now,
      updatedAt: now,
    },
  });

  const talk = async ({ personId, contactId }: Neighbour, startedMinutesAgo: number, lines: Line[]): Promise<void> => {
    for (const [index, line] of lines.entries()) {
      const at = ago(startedMinutesAgo - index);
      if (line.from === 'person') {
        const ids = { id: randomUUID(), platformMessageId: randomUUID(), channel: 'web-chat', account: 'main' };
        await db.inboundMessage.create({
          data: { ...ids, contactId, personId, kind: 'text', text: line.text, receivedAt: at, handledAt: at },
        });
      } else {
        const choices = (line.choices ?? []).map((label, key) => ({ key: `x:${key}`, label }));
        const times = { notBefore: at, createdAt: at, claimedAt: at, settledAt: at, seenAt: at };
        await db.delivery.create({
          data: {
            ...{ id: randomUUID(), key: `reply/${randomUUID()}`, contactId, personId, kind: 'reply', status: 'sent' },
            content: { text: line.text, choices },
            ...times,
          },
        });
      }
    }
  };

  const mai = await addPerson(db, { name: 'Nông Thị Mai', wroteAt: ago(35) });
  const request = await addRequest(db, {
    personId: mai.personId,
    code: 'KC-2026-0123',
    at: ago(40),
    answers: {
      need: 'machinery',
      product: 'Miến dong Côn Minh',
      commune: {
        communeCode: '02185',
        commune: 'Xã Côn Minh',
        provinceCode: '19',
        province: 'Tỉnh Thái Nguyên',
        legacyAddressText: 'xã Côn Minh, huyện Na Rì, Bắc Kạn',
      },
      establishment: 'Hợp tác xã Tài Hoan',
      'legal-form': 'cooperative',
      'contact-name': 'Nông Thị Mai',
      phone: '0900000001',
      price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
    },
    said: { need: 'mua may say', 'legal-form': 'htx', price: '400tr' },
  });
  await talk(mai, 55, [
    { from: 'person', text: 'may say mien 400tr dc ho tro bn' },
    {
      from: 'centre',
      text: 'Máy sấy 400 triệu: được hỗ trợ nhiều nhất 200 triệu đồng (một nửa giá máy, trần 300 triệu một cơ sở). Máy phải là máy mới.',
      choices: ['Gửi phiếu nhu cầu', 'Xem nguồn', 'Chưa đúng', 'Gặp cán bộ'],
    },
    { from: 'person', text: 'gui phieu' },
    { from: 'centre', text: 'Đã nhận phiếu KC-2026-0123. Cán bộ sẽ xem và nhắn lại cho anh/chị.' },
    { from: 'person', text: 'the bao gia chup bang dien thoai co dc ko' },
    { from: 'centre', text: 'Được ạ. Anh/chị chụp đủ sáng, rõ bốn góc, rồi gửi vào đây.' },
  ]);
  const photoIds: string[] = [];
  for (const tone of ['#e9e2cf', '#d8e4dc', '#e6d9d2']) {
    const id = randomUUID();
    const bytes = await sketch(tone);
    const size = { width: 900, height: 1200 };
    await storeFile(db, files, {
      ...{ id, personId: mai.personId, bytes, mediaType: 'image/jpeg', extension: 'jpg', ...size },
      now: ago(36),
    });
    photoIds.push(id);
  }
  const photoMessage = { id: randomUUID(), platformMessageId: randomUUID(), channel: 'web-chat', account: 'main' };
  await db.inboundMessage.create({
    data: {
      ...photoMessage,
      ...{ contactId: mai.contactId, personId: mai.personId, kind: 'photo', fileIds: photoIds },
      receivedAt: ago(36),
      handledAt: ago(36),
    },
  });
  const consent = { personId: mai.personId, purpose: 'request', textVersion: '1', granted: true, channel: 'web-chat' };
  await db.consentRecord.create({ data: { id: randomUUID(), ...consent, at: ago(50) } });

  const trades = [
    ['Đặng Văn Bằng', 'Rượu men lá Bằng Phúc', 'packaging', 60_000_000],
    ['Lường Thế Đô', 'Phở khô Phủ Thông', 'machinery', 250_000_000],
    ['Triệu Thị Lan', 'Chè La Bằng', 'trademark', 35_000_000],
    ['Hoàng Thị Sen', 'Đồ mây tre', 'fair', 20_000_000],
  ] as const;
  for (const [index, [name, product, need, vnd]] of trades.entries()) {
    const person = await addPerson(db, { name, wroteAt: ago(300 + index * 400), isSample: index === 3 });
    const answers = { need, product, 'contact-name': name, price: { minVnd: vnd, maxVnd: vnd } };
    const code = index === 3 ? 'KC-MAU-0001' : `KC-2026-01${String(22 - index)}`;
    await addRequest(db, { personId: person.personId, code, at: ago(300 + index * 400), answers });
  }

  const binh = await addPerson(db, { name: 'Lý Văn Bình', wroteAt: ago(26 * 60) });
  const question = await addQuestion(db, {
    personId: binh.personId,
    text: 'phong trung bay san pham dc ho tro bao nhieu tien, lam o nha minh co dc ko',
    at: ago(26 * 60),
    promisedAt: ago(60),
  });
  await talk(binh, 26 * 60 + 2, [
    { from: 'person', text: 'phong trung bay san pham dc ho tro bao nhieu tien, lam o nha minh co dc ko' },
    {
      from: 'centre',
      text: 'Có hỗ trợ phòng trưng bày, nhưng mức tiền thì Trợ lý chưa có nguồn chắc chắn nên không nói số.\nCán bộ có thể trả lời anh/chị trước 16 giờ thứ Hai 23/11.',
    },
  ]);
  const hai = await addPerson(db, { wroteAt: ago(15) });
  await addQuestion(db, { personId: hai.personId, text: '', kind: 'meet', at: ago(15), promisedAt: ago(-31 * 60) });
  return { mai, binh, hai, request, question };
}

/** A sheet of paper with lines on it. */
async function sketch(tone: string): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 14 },
    (_, line) =>
      `<rect x="90" y="${150 + line * 70}" width="${line % 3 === 0 ? 480 : 700}" height="16" fill="#55615a"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="${tone}"/><rect x="50" y="50" width="800" height="1100" fill="#fff"/>${lines.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
