import type { HostedPhoto } from '../../../platforms/zalo/photos.ts';
import { type InwardCase, SAID } from '../support/channel-cases.ts';
import type { Told } from '../support/told.ts';
import { LAN } from './outward-cases.ts';

/** What a case needs of the fake: a link to a photo as described. */
export type Surroundings = { goodPhoto: Uint8Array; hostPhoto: (photo: HostedPhoto) => string };
/** An event, or what makes one once the photos are there. */
export type Event = object | null | string | ((around: Surroundings) => object);

const sender = { id: LAN, display_name: 'Lan Nguyễn', is_bot: false };
const chat = { id: LAN, chat_type: 'PRIVATE' };
let numbered = 0;

/** An event as Zalo tells it; each has an id of its own. */
function event(kind: string, more: object = {}) {
  numbered += 1;
  const message_id = `2d758cb5e2221${String(numbered).padStart(7, '0')}`;
  return {
    event_name: `message.${kind}.received`,
    message: { message_id, date: 1_795_000_000_000, from: sender, chat, ...more },
  };
}
const told = (given: ReturnType<typeof event>, body: Told['body'], more: Partial<Told> = {}): Told => ({
  address: LAN,
  platformMessageId: `${LAN}/${given.message.message_id}`,
  displayName: 'Lan Nguyễn',
  ...more,
  body,
});
const understood = (name: string, given: ReturnType<typeof event>, body: Told['body'], more: Partial<Told> = {}) => ({
  name,
  event: given,
  told: [told(given, body, more)],
});
const ignored = (name: string, given: Event): InwardCase<Event> => ({ name, event: given, told: [] });

/** A photo message whose photo is on Zalo's server, or anywhere else. */
function photo(
  name: string,
  hosted: (around: Surroundings) => HostedPhoto | string,
  body: Told['body'],
  more: object = {},
): InwardCase<Event> {
  const given = event('image', more);
  const withLink = (around: Surroundings): object => {
    const made = hosted(around);
    const link = typeof made === 'string' ? made : around.hostPhoto(made);
    return { ...given, message: { ...given.message, photo_url: link } };
  };
  return { name, event: withLink, told: [told(given, body)] };
}
const unread: Told['body'] = { kind: 'photo-unread' };
const tooLarge: Told['body'] = { kind: 'photo-too-large' };
const good = ({ goodPhoto }: Surroundings): HostedPhoto => ({ bytes: goodPhoto });

const flat = event('text', { text: SAID });
const wrapped = event('text', { text: SAID });
const documented = event('image', { caption: 'báo giá' });

export const says = (text: string): Event => event('text', { text });

/** Event in → message. */
export const inwardCases: InwardCase<Event>[] = [
  understood('flat, as on real traffic', flat, { kind: 'text', text: SAID }),
  {
    name: 'wrapped in result, as documented',
    event: { ok: true, result: wrapped },
    told: [told(wrapped, { kind: 'text', text: SAID })],
  },
  understood(
    'the name in its older field',
    event('text', { text: SAID, from: { id: LAN, name: ' Hoa ' } }),
    { kind: 'text', text: SAID },
    { displayName: 'Hoa' },
  ),
  understood(
    'without a sender',
    event('text', { text: SAID, from: undefined }),
    { kind: 'text', text: SAID },
    { displayName: undefined },
  ),
  understood(
    'an id that came as a number',
    event('text', { text: SAID, chat: { id: 17 } }),
    { kind: 'text', text: SAID },
    { address: '17', platformMessageId: `17/2d758cb5e2221${String(numbered).padStart(7, '0')}` },
  ),
  understood('a text event without text', event('text'), { kind: 'text', text: '' }),
  understood('a sticker', event('sticker', { sticker: 'fake0001' }), { kind: 'sticker' }),
  understood('a voice message', event('voice', { voice_url: 'https://voices.example/a.aac' }), { kind: 'voice' }),
  understood('what Zalo does not pass on', event('unsupported'), { kind: 'unsupported' }),
  understood('a kind of message that did not exist yet', event('link', { text: SAID }), { kind: 'text', text: SAID }),

  photo('a photo with a caption', good, { kind: 'photo', photos: 1, caption: SAID }, { caption: SAID }),
  {
    name: 'a photo in the documented field',
    event: ({ goodPhoto, hostPhoto }) => ({
      ...documented,
      message: { ...documented.message, photo: hostPhoto({ bytes: goodPhoto }) },
    }),
    told: [told(documented, { kind: 'photo', photos: 1, caption: 'báo giá' })],
  },
  photo(
    'a photo that moved on the same host',
    ({ goodPhoto, hostPhoto }) => ({ redirectTo: hostPhoto({ bytes: goodPhoto }) }),
    { kind: 'photo', photos: 1, caption: '' },
  ),
  understood('a photo without an address', event('image'), unread),
  photo('a photo from anywhere else', () => 'https://evil.example/a.jpg', unread),
  photo('a photo from a host that only looks like Zalo', () => 'https://evilzdn.vn/a.jpg', unread),
  photo('a photo from this very machine', () => 'https://localhost/a.jpg', unread),
  photo('a photo over a plain line', () => 'http://f1.photo.zdn.vn/a.jpg', unread),
  photo('a photo that moves elsewhere', () => ({ redirectTo: 'https://evil.example/a.jpg' }), unread),
  photo('a photo that moves in circles', () => ({ redirectTo: '' }), unread),
  photo('no address at all', () => 'ảnh của tôi', unread),
  photo('a photo that Zalo threw away', () => ({ status: 404 }), unread),
  photo('a photo server that fails', () => ({ status: 500 }), unread),
  photo('a photo that never ends', ({ goodPhoto }) => ({ bytes: goodPhoto, stalls: true }), unread),
  photo('a photo that breaks off', ({ goodPhoto }) => ({ bytes: goodPhoto, breaksOff: true }), unread),
  photo('a photo that is too large', () => ({ bytes: new Uint8Array(10 * 1024 * 1024 + 1) }), tooLarge),
  photo(
    'a photo that is too large and does not say so',
    () => ({ bytes: new Uint8Array(10 * 1024 * 1024 + 1), hidesLength: true }),
    tooLarge,
  ),
  photo('a page instead of a photo', () => ({ bytes: Buffer.from('<html>') }), unread),

  ignored('a group', event('text', { text: SAID, chat: { id: 'a1', chat_type: 'GROUP' } })),
  ignored('our own words', event('text', { text: SAID, from: { ...sender, is_bot: true } })),
  ignored('a reaction', event('reaction', { text: SAID })),
  ignored('an event without a message', { event_name: 'message.text.received' }),
  ignored('a follower', { event_name: 'user.follow', message: event('x').message }),
  ignored('a chat without an id', event('text', { text: SAID, chat: { chat_type: 'PRIVATE' } })),
  ignored('a chat whose id is no id', event('text', { text: SAID, chat: { id: 'a\u0000b' } })),
  ignored('a message that is a list', { event_name: 'message.text.received', message: [SAID] }),
  ignored('nothing', {}),
  ignored('null', null),
  ignored('a word', SAID),
  ignored('a list', [SAID]),
];
