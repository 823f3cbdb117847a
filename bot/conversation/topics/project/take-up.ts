import { isAllowed } from '../../../../core/applications/actions.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { isBack } from '../details/place-photos.ts';
import { dossierTitle, isShown } from '../my-dossiers/describe.ts';
import { tellApart } from '../my-dossiers/tell-apart.ts';
import { askWhich } from './amend.ts';
import { isProject, type ProjectDossier } from './project-dossier.ts';
import { addToReport, askReport } from './report.ts';
import { findState } from './state.ts';

const WANTS = '(?:(?:toi|em|minh|chau|con|cho|muon|xin|can|de|gui|lam|nop) )*';
const TAIL = '(?: (?:thang nay|thang|cho can bo|cua toi|cua em|de an|nhe|a|di))*';
const REPORT = new RegExp(`^${WANTS}(?:bao cao|bao) tien do${TAIL}$`);
const AMEND = new RegExp(
  `^${WANTS}(?:dieu chinh|sua) (?:de an|hop dong)${TAIL}$|^(?:(?:toi|em|minh|chau|con|cho|muon|can) )*xin (?:dieu chinh|gia han|doi dia diem|dung de an|ngung de an)${TAIL}$`,
);

/**
 * Nothing is open, but the person sends a photo of the work, or says that they want to report or to change something. A photo
 * goes to the details instead while an officer waits for papers.
 */
export async function takeUp(turn: Turn): Promise<Reply | undefined> {
  const { input } = turn;
  if (input.kind === 'photo') {
    const dossiers = await listProjects(turn, 'report-progress');
    const [only, another] = dossiers;
    if (only === undefined || another !== undefined || (await hasPapersBack(turn))) return undefined;
    askReport(turn, only);
    const state = findState(turn);
    if (state?.step !== 'report') return undefined;
    return await addToReport(turn, only, { state, text: input.caption, fileIds: input.fileIds });
  }
  if (input.kind !== 'text') return undefined;
  const said = foldPhrase(input.text);
  if (REPORT.test(said)) return await startOne(turn, 'report-progress');
  return AMEND.test(said) ? await startOne(turn, 'ask-amendment') : undefined;
}

async function startOne(turn: Turn, action: 'report-progress' | 'ask-amendment'): Promise<Reply | undefined> {
  const { words } = turn;
  const dossiers = await listProjects(turn, action);
  const [only, another] = dossiers;
  // Who has no project asks about the rule: the articles answer.
  if (only === undefined) return undefined;
  if (another === undefined) return action === 'report-progress' ? askReport(turn, only) : askWhich(turn, only);
  const verb = action === 'report-progress' ? 'report' : 'amend';
  const choices = dossiers.map(
    (each): Choice => ({ key: `project:${verb}:${each.id}`, label: dossierTitle(turn, each) }),
  );
  return { paragraphs: [words.t('project:whichOne')], choices };
}

async function listProjects(turn: Turn, action: 'report-progress' | 'ask-amendment'): Promise<ProjectDossier[]> {
  const all = await listApplications(turn.tx, turn.person.id);
  const open = all.filter(({ status }) => isAllowed({ action, status, actor: 'person' }));
  return await tellApart(turn, open.filter(isShown).filter(isProject));
}

async function hasPapersBack({ tx, person }: Turn): Promise<boolean> {
  return (await listApplications(tx, person.id)).some((each: Application) => isBack(each));
}
