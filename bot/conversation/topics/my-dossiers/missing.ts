import { labelWords } from '../../../../core/forms/form-words.ts';
import { inSentence, type Saying } from '../../../../core/forms/saying.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { countDetails, fillDetails, listDetails } from '../details/fill-details.ts';
import { toolsOf } from '../form/form-tools.ts';

/** How many items are named; of the others it is said how many there are. */
const MOST_NAMED = 3;

/** "Hồ sơ đã có 3/12 mục, chưa có: báo giá, ảnh xưởng." While items are back from the officer, how many. */
export function sayMissing(turn: Turn, dossier: Application): string[] {
  const { words } = turn;
  const counts = countDetails(dossier);
  if (counts.total === 0) return counts.returned === 0 ? [] : [words.t('details:count.onlyReturned', counts)];
  if (counts.returned > 0) return [words.t('details:count.returned', counts)];
  const missing = listDetails(dossier).flatMap(({ isMissing, label }) => (isMissing ? [label] : []));
  if (missing.length === 0) return [words.t('details:count.answered', counts)];
  return [words.t('dossiers:missing.some', { ...counts, items: nameItems(turn, missing) })];
}

/** What the person does with what came back: each item by its name, or to send it again when all are mended. */
export function sayMending(turn: Turn, dossier: Application): string | undefined {
  const filled = fillDetails(dossier);
  if (filled === undefined || filled.returned.length === 0) return undefined;
  const labels = filled.returned.flatMap(({ questionId, isOpen }) => {
    const question = filled.form.questions.find(({ id }) => id === questionId);
    return isOpen && question !== undefined ? [labelWords(filled.form, question)] : [];
  });
  const { words } = turn;
  if (labels.length === 0) return words.t('dossiers:missing.mended');
  return words.t('dossiers:missing.mend', { items: nameItems(turn, labels) });
}

/** "báo giá, ảnh xưởng, mã số thuế và 8 mục nữa" */
function nameItems(turn: Turn, labels: readonly Saying[]): string {
  const { say } = toolsOf(turn);
  const named = labels
    .slice(0, MOST_NAMED)
    .map((label) => inSentence(say(label)))
    .join(', ');
  const more = labels.length - MOST_NAMED;
  return more > 0 ? turn.words.t('dossiers:missing.andMore', { named, more }) : named;
}
