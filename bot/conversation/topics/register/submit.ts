import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { submitApplication } from '../../../../records/application-actions.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { close } from './state.ts';

/** However often it is sent, the code is the same. Then the rest is offered, when the programme asks for more. */
export async function submit(turn: Turn, { id, programme }: Pick<Application, 'id' | 'programme'>): Promise<Reply> {
  const { tx, words, centre, person, now, ids, inbound } = turn;
  const { code, isRepeated } = await submitApplication(tx, {
    id,
    personId: person.id,
    requestId: inbound.id,
    now,
    ids,
  });
  close(turn);
  const hasDetails = findProgramme(programme)?.details !== undefined;
  return {
    paragraphs: isRepeated
      ? [words.t('register:submitted.again', { code })]
      : [
          words.t('register:submitted.code', { code }),
          ...(hasDetails
            ? [words.t('details:offer.next', { centre: centre.name }), words.t('details:offer.why')]
            : [words.t('register:submitted.next', { centre: centre.name }), words.t('register:submitted.noPromise')]),
        ],
    choices: [
      ...(hasDetails ? [{ key: `details:open:${id}`, label: words.t('details:offer.open') }] : []),
      { key: 'my-dossiers:list', label: words.t('register:submitted.mine') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
