import { bombPng } from '../../../support/photos.ts';
import type { InwardCase } from '../support/channel-cases.ts';
import type { Told } from '../support/told.ts';
import type { Post } from './under-test.ts';

const told = (body: Told['body']): Told[] => [
  { address: 'LAN', platformMessageId: 'ID', displayName: undefined, body },
];
/** The page is told why, and nothing is written down. */
const refused = (name: string, event: Post): InwardCase<Post> => ({ name, event, told: [] });

export const says = (text: string): Post => ({ text });

/** Posted → message. */
export const inwardCases: InwardCase<Post>[] = [
  { name: 'nothing but blanks', event: { text: '  ' }, told: told({ kind: 'text', text: '' }) },
  {
    name: 'a tap',
    event: { choice: 'register:answer:v1:place:yes' },
    told: told({ kind: 'choice', key: 'register:answer:v1:place:yes' }),
  },
  {
    name: 'a photo',
    event: { photos: (good) => [good] },
    told: told({ kind: 'photo', photos: 1, caption: '' }),
  },
  {
    name: 'several photos are one message, and the same one is in it once',
    event: { photos: (good) => [good, bombPng(60, 40), good] },
    told: told({ kind: 'photo', photos: 2, caption: '' }),
  },
  refused('a page instead of a photo', { photos: () => [Buffer.from('<html>')] }),
  refused('one broken photo among good ones', { photos: (good) => [good, Buffer.from('no')] }),
  refused('more photos than a message may have', { photos: (good) => [good, good, good, good, good] }),
  refused('a text above the limit', { text: 'ế'.repeat(10_001) }),
  refused('neither words nor a tap', {}),
];
