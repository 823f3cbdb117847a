import { foldPhrase } from '../../../../core/text/fold.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { dossierTitle } from '../my-dossiers/describe.ts';
import { type ToldApart, tellApart } from '../my-dossiers/tell-apart.ts';
import { remarkOn } from '../photos/remark-on.ts';
import { countDetails } from './fill-details.ts';
import { openDetails } from './open-details.ts';
import { close, findWaitingPhotos, type Photos, setState } from './state.ts';

/** Photos came while nothing was open. They wait until it is known of which dossier they are, with those that wait already. */
export async function takeUpPhotos(turn: Turn, { fileIds, caption }: Photos): Promise<Reply | undefined> {
  const earlier = findWaitingPhotos(turn);
  const waiting = {
    fileIds: [...new Set([...(earlier?.fileIds ?? []), ...fileIds])],
    caption: [earlier?.caption, caption].filter((words) => words !== undefined && words !== '').join('\n'),
    isTold: false,
  };
  setState(turn, { step: 'photos', waiting });
  return await placePhotos(turn, fileIds);
}

/** `fresh`: those that just came. Waiting photos go to the one dossier they may be of; of several the person says which. Undefined when there is none. */
export async function placePhotos(turn: Turn, fresh: readonly string[] = []): Promise<Reply | undefined> {
  const homes = await listHomes(turn);
  const [only, another] = homes;
  if (only === undefined) {
    close(turn);
    return undefined;
  }
  if (another === undefined) return await openDetails(turn, { id: only.id });
  const { words } = turn;
  const waiting = findWaitingPhotos(turn);
  const among = waiting?.fileIds ?? [];
  const remarks = await remarkOn(turn, fresh, { purpose: 'unknown', among });
  if (waiting !== undefined) setState(turn, { step: 'photos', waiting: { ...waiting, isTold: true } });
  const number = among.length;
  return {
    paragraphs: [...remarks, words.t('details:photos.whichDossier', { number })],
    choices: [
      ...homes.map((home): Choice => ({ key: `details:open:${home.id}`, label: dossierTitle(turn, home) })),
      { key: 'menu:pause', label: words.t('details:photos.dossierLater') },
    ],
  };
}

/** A typed code, or its number, says of which dossier the waiting photos are. */
export async function typeDossier(turn: Turn, text: string): Promise<Reply | undefined> {
  const typed = ` ${foldPhrase(text)} `;
  const [only, another] = (await listHomes(turn)).filter(({ code }) => {
    const number = code?.split('-').at(-1);
    return number !== undefined && (typed.includes(` ${number} `) || typed.includes(` ${Number(number)} `));
  });
  return only === undefined || another !== undefined ? undefined : await openDetails(turn, { id: only.id });
}

/** The dossiers in which an item is back from the officer; else those to which something may still be added. */
async function listHomes(turn: Turn): Promise<ToldApart<Application>[]> {
  const dossiers = await tellApart(turn, await listApplications(turn.tx, turn.person.id));
  const back = dossiers.filter(isBack);
  return back.length > 0 ? back : dossiers.filter(isIncomplete);
}

export function isBack({ returned }: Application): boolean {
  return returned.some(({ isOpen }) => isOpen);
}

export function isIncomplete(application: Application): boolean {
  return countDetails(application).missing > 0;
}
