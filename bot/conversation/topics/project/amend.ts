import { isAllowed } from '../../../../core/applications/actions.ts';
import { AMENDMENTS, type Amendment } from '../../../../core/applications/project-data.ts';
import { whoDecides } from '../../../../core/applications/who-decides.ts';
import { capitalize } from '../../../../locales/say-time.ts';
import { actOnApplication } from '../../../../records/application-actions.ts';
import { phraseDeciders } from '../../../library/phrase-deciders.ts';
import type { Reply, Turn } from '../../topic.ts';
import { listChoices } from '../my-dossiers/show.ts';
import type { ProjectDossier } from './project-dossier.ts';
import { type AmendmentState, openBefore, release, setState } from './state.ts';

/** What is to be other than the contract says? */
export function askWhich(turn: Turn, { id, code = '' }: ProjectDossier): Reply {
  const { words } = turn;
  setState(turn, { step: 'which', applicationId: id, returnTo: openBefore(turn) });
  return {
    paragraphs: [words.t('project:amend.which', { code })],
    choices: [
      ...AMENDMENTS.map((each) => ({
        key: `project:amend:${id}:${each}`,
        label: capitalize(words.t(`projects:amendment.${each}`)),
      })),
      { key: 'project:leave', label: words.t('project:leave') },
    ],
  };
}

/** How, and why? In the person's own words. */
export function askHow(turn: Turn, { id }: ProjectDossier, amendment: Amendment): Reply {
  const state: AmendmentState = {
    step: 'amendment',
    applicationId: id,
    amendment,
    text: undefined,
    returnTo: openBefore(turn),
  };
  setState(turn, state);
  return showAmendment(turn, state);
}

export function writeHow(turn: Turn, state: AmendmentState, text: string): Reply {
  const next = { ...state, text };
  setState(turn, next);
  return showAmendment(turn, next);
}

/** Before anything is written it asks; afterwards it shows what would be sent. */
export function showAmendment(turn: Turn, { applicationId, amendment, text }: AmendmentState): Reply {
  const { words } = turn;
  const leave = { key: 'project:leave', label: words.t('project:leave') };
  const what = words.t(`projects:amendment.${amendment}`);
  if (text === undefined) return { paragraphs: [words.t(`project:amend.how.${amendment}`)], choices: [leave] };
  return {
    paragraphs: [words.t('project:amend.check', { what }), words.t('project:quoted', { text })],
    choices: [
      { key: 'project:send', label: words.t('project:amend.send') },
      { key: `project:amend:${applicationId}:${amendment}`, label: words.t('project:writeAgain') },
      leave,
    ],
  };
}

/** It leaves for the office, once, and the person reads who decides. */
export async function sendAmendment(turn: Turn, dossier: ProjectDossier, state: AmendmentState): Promise<Reply> {
  const { tx, inbound, now, ids, person, words } = turn;
  const { amendment, text } = state;
  if (text === undefined) return showAmendment(turn, state);
  const { id, code = '', status } = dossier;
  release(turn);
  const what = words.t(`projects:amendment.${amendment}`);
  if (!isAllowed({ action: 'ask-amendment', status, actor: 'person' })) return tellNoAmendment(turn, dossier);
  const actor = { kind: 'person' as const, id: person.id };
  const data = { amendment, text };
  const who = phraseDeciders(words, whoDecides({ amendment, fund: dossier.project.fund }));
  await actOnApplication(tx, { id, action: 'ask-amendment', data, actor, requestId: inbound.id, now, ids });
  return {
    paragraphs: [
      words.t('project:amend.sent', { code, what }),
      ...(who === undefined ? [] : [who]),
      words.t('project:amend.meanwhile'),
    ],
    choices: listChoices(turn),
  };
}

/** One is asked for already, or there is no contract to amend. */
export function tellNoAmendment(turn: Turn, { status, code = '' }: ProjectDossier): Reply {
  const { words } = turn;
  const isAsked = status === 'amendment-asked';
  return {
    paragraphs: [words.t(isAsked ? 'project:amend.waiting' : 'project:amend.over', { code })],
    choices: [{ key: 'officer:start', label: words.t('conversation:menu.officer') }, ...listChoices(turn)],
  };
}
