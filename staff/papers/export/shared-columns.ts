import { findProgramme } from '../../../core/programmes/programmes.ts';
import type { RequestListItem } from '../../../records/request-list.ts';
import { describeItem } from '../../requests/describe-answers.ts';
import type { KeptItem } from '../../requests/kept-items.ts';
import type { ToldAdvice } from '../../requests/tell-advice.ts';
import type { Cell } from '../workbook/cell.ts';
import type { Column } from '../workbook/sheet-xml.ts';
import { type Speaker, textCell } from './question-columns.ts';

/** How a request stands by the rules, and what it could get; undefined when there is nothing to judge. */
export type Judge = (request: RequestListItem) => Pick<ToldAdvice, 'verdict' | 'estimate'> | undefined;

/** A column that no question fills. */
export type SharedColumn = Column & { cellOf: (request: RequestListItem, items: readonly KeptItem[]) => Cell };

/** What every request has beside its answers: before them which it is, after them how it stands. */
export function sharedColumns(speaker: Speaker, judge: Judge = () => undefined) {
  const { t, word } = speaker.words;
  const code: SharedColumn = {
    title: t('papers:export.column.code'),
    width: 15,
    cellOf: (request) => textCell(request.code),
  };
  const before: SharedColumn[] = [
    code,
    {
      title: t('papers:export.column.status'),
      width: 16,
      cellOf: ({ status }) => textCell(word(`console:request.status.${status}`)),
    },
    {
      title: t('papers:export.column.submittedAt'),
      width: 17,
      cellOf: ({ submittedAt }) => ({ kind: 'moment', at: submittedAt }),
    },
    {
      title: t('papers:export.column.programme'),
      width: 32,
      cellOf: ({ programme }) => textCell(nameOfProgramme(programme, speaker)),
    },
  ];
  const after: SharedColumn[] = [
    {
      title: t('papers:export.column.eligibility'),
      width: 18,
      cellOf: (request) => {
        const verdict = judge(request)?.verdict;
        return textCell(verdict && word(`console-review:advice.verdict.${verdict}`));
      },
    },
    {
      title: t('papers:export.column.couldGet'),
      width: 48,
      cellOf: (request) => {
        const sums = judge(request)?.estimate?.sums ?? [];
        return textCell(sums.map((sum) => t('papers:export.couldGet', sum)).join('; '));
      },
    },
    {
      title: t('papers:export.column.other'),
      width: 32,
      cellOf: (_request, items) => textCell(otherAnswers(items, speaker)),
    },
    {
      title: t('papers:export.column.note'),
      width: 24,
      cellOf: ({ isSample }) => textCell(isSample ? t('papers:export.sample') : undefined),
    },
  ];
  return { code, before, after };
}

/** What no form of its kind asks any more: nothing that was kept is left out. */
function otherAnswers(items: readonly KeptItem[], { locale }: Speaker): string {
  const others = items.filter(({ part }) => part === 'other').map((item) => describeItem(item, locale));
  return others.map(({ label, text }) => `${label}: ${text}`).join('; ');
}

export function nameOfProgramme(id: string, { words }: Pick<Speaker, 'words'>): string {
  return findProgramme(id) === undefined ? id : words.word(`programmes:${id}.name`);
}
