import type { Here } from '../../../../core/forms/answer-form.ts';
import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { isTitledName } from '../../../../core/forms/fields/person-name.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findPlace } from '../../../../core/forms/fields/said-place.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { readElsewhere } from '../../../../core/forms/read-elsewhere.ts';
import { type AnswerValue, isSkipped } from '../../../../core/forms/values.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';

const PHONE_ALONE = /^\+?[\d .()-]{9,}$/;
const UNIT = /^(?:(?:o|tai|toi|em|minh|nha) )*(?:xa|phuong|thi tran) \S/;
const MOST_WORDS = 4;
/** "E ở bằng phúc chợ đồn": who says where they are names a place. */
const LIVES_AT =
  /^(?:(?:da|vang|thi|nha|ben|co so|xuong|htx|e|em|toi|t|minh|m|chau|chi|anh|co|chu|bac|hien|dang|que) )*(?:o|tai|que) /;
const MOST_PLACE_WORDS = 6;

/**
 * A message that is one answer and nothing else, before anything was asked: "0912 333 444", "xã Tân Cương", "phúc thuận", "anh
 * Hùng". What has no mark of what it is must be near, or have a title.
 */
export function readAlone(
  here: Here,
  asked: Question,
  text: string,
): { question: Question; value: AnswerValue } | undefined {
  const typed = foldPhrase(text);
  if (PHONE_ALONE.test(text.trim()) || UNIT.test(typed)) return readElsewhere(here, asked, text);
  if (isTitledName(text)) return read(here, ({ field }) => field.kind === 'name' && field.of === 'person', text);
  const place = openQuestions(here).find(({ field }) => field.kind === 'place');
  const lead = LIVES_AT.exec(typed)?.[0].trim().split(' ').length ?? 0;
  const said = text.trim().split(/\s+/).slice(lead).join(' ');
  const words = typed.split(' ').length - lead;
  const isShort = words <= (lead > 0 ? MOST_PLACE_WORDS : MOST_WORDS) && words > 1 && !/\d/.test(typed);
  const found = place === undefined || !isShort ? undefined : findPlace(said, here.tools, { isNear: true });
  return place === undefined || found === undefined ? undefined : { question: place, value: found.value };
}

function read(here: Here, isMeant: (question: Question) => boolean, text: string) {
  const question = openQuestions(here).find(isMeant);
  const reading = question && readField(here.form, question, text, here.tools);
  if (question === undefined || reading?.kind !== 'value' || isSkipped(reading.value)) return undefined;
  return { question, value: reading.value };
}

/** Of who speaks: the owner for whom somebody else speaks is asked by name. */
function openQuestions({ form, answers }: Here): Question[] {
  return applicableQuestions(form, answers).filter(({ id, isAside }) => answers[id] === undefined && isAside !== true);
}
