import type { FormDefinition, Question } from '../../../core/forms/form.ts';
import { answerWords, labelWords } from '../../../core/forms/form-words.ts';
import {
  type AnswerValue,
  countValue,
  moneyValue,
  percentValue,
  photosValue,
  placeValue,
  whenValue,
} from '../../../core/forms/values.ts';
import { say } from '../../../locales/say.ts';
import type { Locale, Words } from '../../../locales/words.ts';
import { plainText } from '../../requests/describe-answers.ts';
import type { KeptItem } from '../../requests/kept-items.ts';
import type { Cell } from '../workbook/cell.ts';
import type { Column } from '../workbook/sheet-xml.ts';

export type Speaker = { words: Words; locale: Locale };

/** The columns of one question, and what stands in them of one request. */
export type QuestionColumns = {
  question: Question;
  columns: readonly Column[];
  cellsOf: (item: KeptItem | undefined) => Cell[];
};

const WIDE = 32;
const MIDDLE = 22;
const NARROW = 16;

/**
 * Headed by the label of the question: sums, counts, shares and days as such. What was said as a range fills a second
 * column; the first has its upper end, or of days its beginning. "Not known yet" and what fits no more stay words.
 */
export function questionColumns(form: FormDefinition, question: Question, speaker: Speaker): QuestionColumns {
  const label = say(speaker.words, speaker.locale, labelWords(form, question));
  const columns = headings(question, label, speaker);
  const inWords = wordsOf(form, question, speaker);
  const cellsOf = (item: KeptItem | undefined): Cell[] => {
    const cells = item?.value === undefined ? undefined : cellsOfValue(question, item.value);
    const [first, ...others] = cells ?? [inWords(item)];
    return columns.map((_, at) => (at === 0 ? first : others[at - 1]));
  };
  return { question, columns, cellsOf };
}

function headings({ field }: Question, label: string, { words }: Speaker): Column[] {
  switch (field.kind) {
    case 'money':
      return [
        { title: words.t('papers:export.column.money', { label }), width: NARROW },
        { title: words.t('papers:export.column.leastMoney', { label }), width: NARROW },
      ];
    case 'count':
    case 'percent':
      return [
        { title: label, width: NARROW },
        { title: words.t('papers:export.column.least', { label }), width: NARROW },
      ];
    case 'when':
      return [
        { title: label, width: NARROW },
        { title: words.t('papers:export.column.until', { label }), width: NARROW },
      ];
    case 'photos':
      return [{ title: words.t('papers:export.column.photos', { label }), width: NARROW }];
    case 'place':
      return [
        { title: label, width: MIDDLE },
        { title: words.t('papers:export.column.province', { label }), width: MIDDLE },
        { title: words.t('papers:export.column.ownWords', { label }), width: WIDE },
      ];
    default:
      return [{ title: label, width: field.kind === 'phone' ? NARROW : WIDE }];
  }
}

/** Undefined for what is told in words. */
function cellsOfValue({ field }: Question, value: AnswerValue): Cell[] | undefined {
  switch (field.kind) {
    case 'money': {
      const sum = moneyValue.safeParse(value).data;
      return sum && range(sum.minVnd, sum.maxVnd, (number) => ({ kind: 'number', number }));
    }
    case 'count': {
      const count = countValue.safeParse(value).data;
      return count && range(count.minCount, count.maxCount, (number) => ({ kind: 'number', number }));
    }
    case 'percent': {
      const share = percentValue.safeParse(value).data;
      return share && range(share.minPercent, share.maxPercent, (percent) => ({ kind: 'percent', percent }));
    }
    case 'when': {
      const when = whenValue.safeParse(value).data;
      if (when === undefined) return undefined;
      const [from, to] = [dayOrMonth(when.fromDay, when.fromMonth), dayOrMonth(when.toDay, when.toMonth)];
      const isOne = when.fromMonth === when.toMonth && when.fromDay === when.toDay;
      return isOne ? [from] : [from, to];
    }
    case 'photos': {
      const photos = photosValue.safeParse(value).data;
      return photos && [{ kind: 'number', number: photos.fileIds.length }];
    }
    case 'place': {
      const place = placeValue.safeParse(value).data;
      return place && [textCell(place.commune), textCell(place.province), textCell(place.legacyAddressText)];
    }
    case 'phone':
      // Without the gaps that make it readable: it is searched for and copied.
      return typeof value === 'string' ? [textCell(value)] : undefined;
    default:
      return undefined;
  }
}

function range(from: number, to: number, cellOf: (value: number) => Cell): Cell[] {
  return from === to ? [cellOf(to)] : [cellOf(to), cellOf(from)];
}

function dayOrMonth(day: string | undefined, month: string): Cell {
  return day === undefined ? { kind: 'month', month } : { kind: 'day', day };
}

/** Words of a choice are the same in each row, so they are looked up once. */
function wordsOf(form: FormDefinition, question: Question, { words, locale }: Speaker) {
  const known = new Map<string, string>();
  return ({ value, answer }: Pick<KeptItem, 'value' | 'answer'> = {}): Cell => {
    if (value === undefined) return textCell(plainText(answer));
    const key = question.field.kind === 'choice' ? JSON.stringify(value) : undefined;
    const said = (key && known.get(key)) ?? say(words, locale, answerWords(form, question, value));
    if (key !== undefined) known.set(key, said);
    return textCell(said);
  };
}

export function textCell(text: string | undefined): Cell {
  return text === undefined || text === '' ? undefined : { kind: 'text', text };
}
