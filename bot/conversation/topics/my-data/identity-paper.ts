import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayTime } from '../../../../locales/say-time.ts';
import { recordDoneDataRequest } from '../../../../records/data-requests.ts';
import { listLatestPhotos } from '../../../../records/person-files.ts';
import { listKeptDossiers } from '../../../../records/personal-data.ts';
import { isPhotoOf, removePhoto } from '../../../../records/remove-photo.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { fileTag } from '../photos/keys.ts';

/** More than these are told apart with an officer. */
const MOST = 5;

/** An identity card was sent, asked by nobody: which photo it is, told by when it came. Deletes nothing. */
export async function showIdentityPapers(turn: Turn): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const photos = await listLatestPhotos(tx, { personId: person.id, limit: MOST });
  if (photos.length === 0) return { paragraphs: [words.t('my-data:card.none')], choices: [wayOn(turn)] };
  return {
    paragraphs: [words.t('my-data:card.which')],
    choices: [
      ...photos.map(({ id, createdAt }) => ({
        key: `my-data:card:${fileTag(id)}`,
        label: words.t('my-data:card.one', { time: sayTime(words, wordsForTime({ at: createdAt, now })) }),
      })),
      wayOn(turn),
    ],
  };
}

/**
 * Takes that photo away for good from everything that shows it; that it was there, and that its person took it away, stays.
 * One of a dossier that must be kept is left to officers, who see what it is.
 */
export async function removeIdentityPaper(turn: Turn, tag: string): Promise<Reply> {
  const { tx, ids, person, contact, words, now } = turn;
  const photos = await listLatestPhotos(tx, { personId: person.id, limit: MOST });
  const photo = photos.find(({ id }) => fileTag(id) === tag);
  if (photo === undefined) return { paragraphs: [words.t('my-data:card.gone')], choices: [wayOn(turn)] };
  const kept = await listKeptDossiers(tx, person.id);
  if (await isPhotoOf(tx, { id: photo.id, applicationIds: kept.map(({ id }) => id) })) {
    return {
      paragraphs: [words.t('my-data:card.kept')],
      choices: [{ key: 'officer:start', label: words.t('my-data:card.officer') }, wayOn(turn)],
    };
  }
  await removePhoto(tx, { id: photo.id, why: 'identity-card', now });
  await recordDoneDataRequest(tx, {
    ...{ id: ids.next(), personId: person.id, kind: 'delete', channel: contact.channel, now },
    facts: { photos: ['identity-card'] },
  });
  return { paragraphs: [words.t('my-data:card.removed')], choices: [wayOn(turn)] };
}
