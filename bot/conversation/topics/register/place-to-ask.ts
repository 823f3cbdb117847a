import { findUnclearPlace } from '../../../../core/forms/fields/said-place.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { setState } from './state.ts';

const MOST_WORDS = 4;

/** The words that name one of several communes, in a sentence or alone: "tôi ở Tân Thành", "tân thành". */
export function findPlaceToAsk(turn: Turn, text: string): string | undefined {
  const tools = toolsOf(turn);
  const words = text.trim().split(/\s+/).length;
  if (words < 2 || words > MOST_WORDS || /\d/.test(text)) return findUnclearPlace(text, tools);
  const { places, nearProvinceCode } = tools;
  const finding = places.find(text, { provinceCode: nearProvinceCode });
  const isNear =
    finding.kind === 'choose' && finding.options.some(({ commune }) => commune.provinceCode === nearProvinceCode);
  return isNear ? text : findUnclearPlace(text, tools);
}

/** What was said before the first question of a draft: where its place is asked, only which one it is. */
export function keepPlaceToAsk(turn: Turn, draft: FilledForm, texts: readonly string[]): void {
  if (draft.answers.commune !== undefined) return;
  const place = texts.flatMap((text) => findPlaceToAsk(turn, text) ?? [])[0];
  if (place === undefined) return;
  setState(turn, { step: 'form', applicationId: draft.application.id, form: { ...openForm(draft).state, place } });
}
