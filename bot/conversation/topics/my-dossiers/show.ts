import { isAllowed } from '../../../../core/applications/actions.ts';
import { officeDay } from '../../../../core/time.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { describeChosen } from '../courses/chosen.ts';
import { offerCourses } from '../courses/offer-courses.ts';
import { countDetails, fillDetails } from '../details/fill-details.ts';
import { sayMonth } from '../project/due.ts';
import { describeDossier, dossierLine, type ShownDossier } from './describe.ts';

/** More would not be read. */
const MOST_LISTED = 8;

/** All of a person's dossiers, the newest first; a single one is shown at once. */
export async function showList(turn: Turn, dossiers: readonly ShownDossier[]): Promise<Reply> {
  const { words } = turn;
  const [only] = dossiers;
  if (only === undefined) {
    return {
      paragraphs: [words.t('dossiers:none')],
      choices: [{ key: 'register:start', label: words.t('dossiers:start') }, menuChoice(turn)],
    };
  }
  if (dossiers.length === 1) return await showDossier(turn, only);
  const listed = dossiers.slice(0, MOST_LISTED);
  const more = listed.length < dossiers.length ? [words.t('dossiers:more', { count: listed.length })] : [];
  return {
    paragraphs: [words.t('dossiers:title', { count: dossiers.length }), ...more],
    choices: [
      ...listed.map((dossier) => ({ key: `my-dossiers:show:${dossier.id}`, label: dossierLine(turn, dossier) })),
      menuChoice(turn),
    ],
  };
}

/** One dossier: what it is, where it stands, what happens next, and what the person may do. */
export async function showDossier(turn: Turn, dossier: ShownDossier): Promise<Reply> {
  const { words } = turn;
  const { id, status } = dossier;
  const ofDraft: Choice[] = [
    { key: `register:continue:${id}`, label: words.t('dossiers:goOn') },
    { key: `register:ask-discard:${id}`, label: words.t('dossiers:giveUp') },
  ];
  const withdrawal: Choice = { key: `my-dossiers:withdraw:${id}`, label: words.t('dossiers:withdraw') };
  return {
    paragraphs: [...describeDossier(turn, dossier), ...(await describeChosen(turn, dossier))],
    choices: [
      ...(status === 'draft' ? ofDraft : []),
      ...completion(turn, dossier),
      ...ofProject(turn, dossier),
      ...(status === 'draft' ? [] : await offerCourses(turn, dossier)),
      ...(mayWithdraw(turn, dossier) ? [withdrawal] : []),
      ...(status === 'draft' ? [] : [{ key: 'register:start', label: words.t('dossiers:start') }]),
      ...(isChecked(status) ? [{ key: `my-dossiers:check:${id}`, label: words.t('eligibility:check') }] : []),
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      menuChoice(turn),
    ],
  };
}

/** Only who filed a request takes it back, not everybody who acts for the establishment. */
export function mayWithdraw({ person }: Turn, { status, personId }: ShownDossier): boolean {
  return personId === person.id && isAllowed({ action: 'withdraw', status, actor: 'person' });
}

/** What a producer tells of a project that is carried out. */
function ofProject({ words, now }: Turn, { id, status }: ShownDossier): Choice[] {
  const may = (action: 'report-progress' | 'ask-amendment'): boolean => isAllowed({ action, status, actor: 'person' });
  const month = sayMonth(officeDay(now).slice(0, 7));
  return [
    ...(may('report-progress')
      ? [{ key: `project:report:${id}`, label: words.t('project:report.button', { month }) }]
      : []),
    ...(may('ask-amendment') ? [{ key: `project:amend:${id}`, label: words.t('project:amend.button') }] : []),
  ];
}

/** While nothing is decided, what the rules seem to say of it is worth knowing; a draft learns it at its review. */
function isChecked(status: ShownDossier['status']): boolean {
  return status === 'submitted' || status === 'in-review' || status === 'needs-papers';
}

/** The way to complete it, or to mend what came back. */
export function completion({ words }: Turn, dossier: ShownDossier): Choice[] {
  if (fillDetails(dossier) === undefined) return [];
  const { missing } = countDetails(dossier);
  const key = `details:open:${dossier.id}`;
  if (dossier.status === 'needs-papers') return [{ key, label: words.t('details:mend') }];
  return [{ key, label: words.t(missing > 0 ? 'details:offer.open' : 'details:look') }];
}

/** After something was done with one of them. */
export function listChoices(turn: Turn): Choice[] {
  const { words, conversation } = turn;
  const resume: Choice = { key: 'menu:resume', label: words.t('conversation:menu.resume') };
  return [
    ...(conversation.open === undefined ? [] : [resume]),
    { key: 'my-dossiers:list', label: words.t('dossiers:others') },
    menuChoice(turn),
  ];
}

function menuChoice({ words }: Turn): Choice {
  return { key: 'menu:show', label: words.t('common:backToMenu') };
}
