import { isAllowed } from '../../../../core/applications/actions.ts';
import { officeDay } from '../../../../core/time.ts';
import { actOnApplication } from '../../../../records/application-actions.ts';
import type { Reply, Turn } from '../../topic.ts';
import { listChoices } from '../my-dossiers/show.ts';
import { remarkOn } from '../photos/remark-on.ts';
import { findReportDue, sayIsoDay, sayMonth } from './due.ts';
import type { ProjectDossier } from './project-dossier.ts';
import { findState, openBefore, type ReportState, release, setState } from './state.ts';

/** Asks how far the work has come; what was begun of this month's report stands. */
export function askReport(turn: Turn, dossier: ProjectDossier): Reply {
  const before = findState(turn);
  if (before?.step === 'report' && before.applicationId === dossier.id) return showReport(turn, dossier, before);
  const month = officeDay(turn.now).slice(0, 7);
  const state: ReportState = {
    step: 'report',
    applicationId: dossier.id,
    month,
    texts: [],
    fileIds: [],
    returnTo: openBefore(turn),
  };
  setState(turn, state);
  return showReport(turn, dossier, state);
}

/** What stands in it so far, and what to do with it. */
export function showReport(turn: Turn, dossier: ProjectDossier, state: ReportState): Reply {
  const { words } = turn;
  const { month, texts, fileIds } = state;
  const later = { key: 'project:leave', label: words.t('project:later') };
  if (texts.length === 0 && fileIds.length === 0) {
    const due = findReportDue(turn, dossier);
    return {
      paragraphs: [
        words.t('project:report.ask', { code: dossier.code ?? '', month: sayMonth(month) }),
        ...(due === undefined ? [] : [words.t('project:report.until', { day: sayIsoDay(turn, due.on) })]),
      ],
      choices: [later],
    };
  }
  const photos = words.t('project:report.photos', { number: fileIds.length });
  const written = words.t('project:quoted', { text: texts.join('\n') });
  const parts = [...(texts.length === 0 ? [] : [written]), ...(fileIds.length === 0 ? [] : [photos])];
  return {
    paragraphs: [words.t('project:report.soFar', { parts: parts.join('; ') }), words.t('project:report.more')],
    choices: [
      { key: 'project:send', label: words.t('project:report.send') },
      { key: 'project:again', label: words.t('project:writeAgain') },
      later,
    ],
  };
}

/** Words and photos come in any order, and stay until they are sent. */
export async function addToReport(
  turn: Turn,
  dossier: ProjectDossier,
  { state, text, fileIds = [] }: { state: ReportState; text?: string; fileIds?: readonly string[] },
): Promise<Reply> {
  const fresh = fileIds.filter((id) => !state.fileIds.includes(id));
  const all = [...state.fileIds, ...fresh];
  const said = text === undefined || text === '' || state.texts.includes(text) ? [] : [text];
  const next = { ...state, fileIds: all, texts: [...state.texts, ...said] };
  setState(turn, next);
  const remarks = await remarkOn(turn, fresh, { purpose: 'thing', among: all });
  const reply = showReport(turn, dossier, next);
  return { ...reply, paragraphs: [...remarks, ...reply.paragraphs] };
}

/** It leaves for the office, once, however often the button is pressed. */
export async function sendReport(turn: Turn, dossier: ProjectDossier, state: ReportState): Promise<Reply> {
  const { tx, inbound, now, ids, person, words } = turn;
  const { month, texts, fileIds } = state;
  if (texts.length === 0 && fileIds.length === 0) return showReport(turn, dossier, state);
  const { id, code = '', status } = dossier;
  release(turn);
  if (!isAllowed({ action: 'report-progress', status, actor: 'person' })) {
    return { paragraphs: [words.t('project:report.over', { code })], choices: listChoices(turn) };
  }
  const text = texts.length === 0 ? {} : { text: texts.join('\n') };
  const data = { month, ...text, fileIds };
  const actor = { kind: 'person' as const, id: person.id };
  await actOnApplication(tx, { id, action: 'report-progress', data, actor, requestId: inbound.id, now, ids });
  const due = findReportDue(turn, dossier, [month]);
  const said = { code, month: sayMonth(month), number: fileIds.length };
  return {
    paragraphs: [
      words.t(fileIds.length === 0 ? 'project:report.sent' : 'project:report.sentWithPhotos', said),
      ...(due === undefined ? [] : [words.t('project:report.next', { day: sayIsoDay(turn, due.on) })]),
    ],
    choices: listChoices(turn),
  };
}
