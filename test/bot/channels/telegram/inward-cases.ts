import type { FakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { type InwardCase, SAID } from '../support/channel-cases.ts';
import type { Told } from '../support/told.ts';

/** What a person does, or what Telegram tells in their name. */
export type Act = (around: { lan: FakePerson; goodPhoto: Uint8Array; fake: FakeTelegram }) => void | Promise<void>;

const told = (body: Told['body']): Told => ({
  address: 'LAN',
  platformMessageId: 'LAN/ID',
  displayName: 'Lan Nguyễn',
  body,
});
const means = (name: string, event: Act, ...bodies: Told['body'][]): InwardCase<Act> => ({
  name,
  event,
  told: bodies.map(told),
});
const text = (words: string): Told['body'] => ({ kind: 'text', text: words });
const ignored = (name: string, event: Act): InwardCase<Act> => ({ name, event, told: [] });
const command = (typed: string, words: string) => means(typed, ({ lan }) => lan.says(typed), text(words));
/** The first bytes of one. */
const HEIC = Buffer.from('\0\0\0\x18ftypheic');
const MEGABYTE = 1024 * 1024;

/** A message of the person with anything in it. */
const message =
  (body: object): Act =>
  ({ lan }) =>
    lan.causes({
      message: {
        message_id: 7,
        date: 0,
        chat: { id: lan.id, type: 'private' },
        from: { id: lan.id, is_bot: false, first_name: 'Lan Nguyễn' },
        ...body,
      },
    });

export const says =
  (words: string): Act =>
  ({ lan }) =>
    lan.says(words);

export const inwardCases: InwardCase<Act>[] = [
  command('/start', 'menu'),
  command('/menu', 'menu'),
  command('/help', 'menu'),
  command('/batdau', 'menu'),
  command('/quaylai', 'quay lại'),
  command('/back', 'quay lại'),
  command('/doclai', 'đọc lại'),
  command('/repeat', 'đọc lại'),
  command('/dung', 'dừng'),
  command('/stop', 'dừng'),
  command('/gapcanbo', 'gặp cán bộ'),
  command('/gap_can_bo', 'gặp cán bộ'),
  command('/officer', 'gặp cán bộ'),
  command('/trogiup', 'menu'),
  command('/cancel', 'huỷ'),
  command('/HUY', 'huỷ'),
  command('/menu@thu_khuyencong_bot', 'menu'),
  command('/may_say ho tro', 'may say ho tro'),
  command('/', '/'),
  means('a deep link to the form', ({ lan }) => lan.starts('register'), { kind: 'choice', key: 'register:start' }),
  means('a deep link to an article', ({ lan }) => lan.starts('ask-machine-rate'), {
    kind: 'choice',
    key: 'ask:article:machine-rate',
  }),
  means('a deep link that nobody knows', ({ lan }) => lan.starts('my-data-delete'), text('menu')),
  means('a sticker', ({ lan }) => lan.sendsSticker(), { kind: 'sticker' }),
  means('a voice message', ({ lan }) => lan.sendsVoice(), { kind: 'voice' }),
  means('a round video', message({ video_note: { file_id: 'v' } }), { kind: 'voice' }),
  means('a place', message({ location: { latitude: 22, longitude: 105 } }), { kind: 'unsupported' }),
  means('a kind of message that did not exist yet', message({ hologram: {} }), { kind: 'unsupported' }),

  means("one's own card", ({ lan }) => lan.sharesContact('+84900000001'), text('0900000001')),
  means("one's own card without a plus", ({ lan }) => lan.sharesContact('84900000001'), text('0900000001')),
  means("somebody else's card", ({ lan }) => lan.sharesContact('+84900000002', 'other'), { kind: 'unsupported' }),
  means('a card of nobody on Telegram', message({ contact: { phone_number: '+84900000002', first_name: 'Hoa' } }), {
    kind: 'unsupported',
  }),

  means('a photo with a caption', ({ lan, goodPhoto }) => lan.sendsPhoto(goodPhoto, { caption: SAID }), {
    kind: 'photo',
    photos: 1,
    caption: SAID,
  }),
  means(
    'an album: each photo counts',
    ({ lan, goodPhoto }) => lan.sendsAlbum([goodPhoto, goodPhoto, goodPhoto], 'báo giá'),
    { kind: 'photo', photos: 1, caption: 'báo giá' },
    { kind: 'photo', photos: 1, caption: '' },
    { kind: 'photo', photos: 1, caption: '' },
  ),
  means('a photo as a file', ({ lan, goodPhoto }) => lan.sendsDocument(goodPhoto, { mimeType: 'image/png' }), {
    kind: 'photo',
    photos: 1,
    caption: '',
  }),
  means(
    'words behind a photo stay behind it',
    ({ lan, goodPhoto }) => {
      lan.sendsPhoto(goodPhoto);
      lan.says(SAID);
    },
    { kind: 'photo', photos: 1, caption: '' },
    text(SAID),
  ),
  means(
    'a file of more than 20 MB',
    ({ lan, goodPhoto }) => lan.sendsDocument(goodPhoto, { mimeType: 'image/jpeg', fileSize: 20 * MEGABYTE + 1 }),
    { kind: 'photo-too-large' },
  ),
  means(
    'a file of more than 20 MB that did not say so',
    async ({ lan, goodPhoto, fake }) => {
      fake.fail('getFile', { kind: 'status', status: 400, description: 'Bad Request: file is too big' });
      lan.sendsDocument(goodPhoto, { mimeType: 'image/jpeg' });
    },
    { kind: 'photo-too-large' },
  ),
  means("an iPhone's own kind of photo, as a file", ({ lan }) => lan.sendsDocument(HEIC, { mimeType: 'image/heic' }), {
    kind: 'photo-wrong-type',
  }),
  means(
    'a file that calls itself a photo and is none',
    ({ lan }) => lan.sendsDocument(Buffer.from('<svg/>'), { mimeType: 'image/svg+xml' }),
    { kind: 'photo-wrong-type' },
  ),
  means('a file that is no photo', ({ lan, goodPhoto }) => lan.sendsDocument(goodPhoto, { mimeType: 'audio/mp3' }), {
    kind: 'unsupported',
  }),
  means('a PDF', ({ lan }) => lan.sendsDocument(Buffer.from('%PDF-1.7'), { mimeType: 'application/pdf' }), {
    kind: 'photo-wrong-type',
  }),
  means('a page instead of a photo', ({ lan }) => lan.sendsPhoto(Buffer.from('<html>')), { kind: 'photo-unread' }),
  means(
    'a photo that Telegram does not have any more',
    message({ photo: [{ file_id: 'gone', width: 9, height: 9, file_size: 9 }] }),
    { kind: 'photo-unread' },
  ),
  means(
    'a photo whose address comes late',
    ({ lan, goodPhoto, fake }) => {
      fake.fail('getFile', { kind: 'status', status: 500 });
      lan.sendsPhoto(goodPhoto);
    },
    { kind: 'photo', photos: 1, caption: '' },
  ),

  {
    name: 'a tap',
    event: tap({ data: 'register:answer:v1:place:yes' }),
    told: [{ ...told({ kind: 'choice', key: 'register:answer:v1:place:yes' }), platformMessageId: 'tap/ID' }],
  },
  {
    name: 'a tap on a message that is too old to be told',
    event: tap({ data: 'menu:show', message: undefined }),
    told: [{ ...told({ kind: 'choice', key: 'menu:show' }), platformMessageId: 'tap/ID' }],
  },
  ignored('a tap without data', tap({ data: undefined })),
  ignored('a tap in a group', tap({ data: 'menu:show', message: { chat: { id: -5, type: 'group' } } })),
  ignored('a changed message', ({ lan }) => lan.edits(SAID)),
  ignored('a group', ({ lan }) => lan.saysInGroup(SAID)),
  ignored('another bot', message({ text: SAID, from: { id: 9, is_bot: true, first_name: 'Máy' } })),
  ignored('a pinned message', message({ pinned_message: { text: SAID } })),
  ignored('who blocked before we knew them', ({ lan }) => lan.blocks()),
  ignored('a message without a chat', message({ text: SAID, chat: undefined })),
  ignored('a message that is a word', ({ lan }) => lan.causes({ message: SAID })),
  ignored('a kind of update that did not exist yet', ({ lan }) => lan.causes({ hologram: { text: SAID } })),
];

function tap(body: object): Act {
  return ({ lan }) =>
    lan.causes({
      callback_query: {
        id: '4382bfdwdsb323b2d9'.replace(/\D/g, ''),
        from: { id: lan.id, is_bot: false, first_name: 'Lan Nguyễn' },
        chat_instance: '1',
        message: { message_id: 3, date: 0, chat: { id: lan.id, type: 'private' } },
        ...body,
      },
    });
}
