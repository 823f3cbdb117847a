import { readPhotoRemoval } from '../../../core/photos/read-removal.ts';
import { foldPhrase } from '../../../core/text/fold.ts';
import { listApplications } from '../../../records/applications.ts';
import { findPhotoByTag } from '../../../records/paper-photos.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { tellClosed } from './details/leave.ts';
import { hasTag } from './form/keys.ts';
import { fileTag } from './photos/keys.ts';
import { photosAt } from './photos/photo-place.ts';
import { putBack, takeAway, takeAwayMeant } from './photos/take-away.ts';

/**
 * Photos are taken away one by one, and put back. Its choices: `remove:<number|last|all>` (what was typed, wherever somebody
 * stands), and of one photo `drop:<dossier>:<question>:<file>` and `back:<dossier>:<question>:<file>:<place>`.
 */
export const photosTopic: Topic = {
  name: 'photos',
  choose: async (turn, [verb, ...args]) => {
    if (verb === 'remove') return await takeAwayMeant(turn, readWhich(args[0] ?? ''));
    if (verb === 'drop' || verb === 'back') return await changeOne(turn, verb, args);
    return undefined;
  },
  takeUp: async (turn) => {
    const wish = turn.input.kind === 'text' ? readPhotoRemoval(turn.input.text) : undefined;
    return wish === undefined ? undefined : await takeAwayMeant(turn, wish);
  },
};

/** The choice that a text asks for, even in the middle of a question that would take any words for its answer. */
export function findPhotoWish({ conversation }: Turn, text: string): string | undefined {
  const back = conversation.pending.find(({ key }) => key.startsWith('photos:back:'));
  if (back !== undefined && UNDO.test(foldPhrase(text))) return back.key;
  const wish = readPhotoRemoval(text);
  return wish === undefined ? undefined : `photos:remove:${wish}`;
}

/** Right after a photo was taken away. */
const UNDO =
  /^(?:cho (?:toi|em|minh) )?(?:lay lai|hoan tac|khoi phuc|tra lai|dung xoa|thoi dung xoa)(?: (?:anh|hinh|anh do|no|di|nhe|a|vua xoa|vua bo))*$/;

function readWhich(which: string): number | 'last' | 'all' {
  return which === 'all' ? 'all' : Number(which) || 'last';
}

async function changeOne(turn: Turn, verb: 'drop' | 'back', args: readonly string[]): Promise<Reply | undefined> {
  const { tx, person } = turn;
  const [tag = '', questionId = '', photo = '', at = '0'] = args;
  const application = (await listApplications(tx, person.id)).find(({ id }) => hasTag(id, tag));
  if (application === undefined) return await tellClosed(turn, '');
  const fileIds = photosAt(application, questionId);
  const place = { application, questionId, fileIds };
  if (verb === 'drop') return await takeAway(turn, place, fileIds.find((id) => fileTag(id) === photo) ?? '');
  const fileId = await findPhotoByTag(tx, { personId: person.id, tag: photo });
  return fileId === undefined
    ? await takeAway(turn, place, '')
    : await putBack(turn, place, { fileId, at: Number(at) });
}
