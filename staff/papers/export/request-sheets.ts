import type { FormDefinition } from '../../../core/forms/form.ts';
import { isContent } from '../../../core/forms/group.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import type { RequestListItem } from '../../../records/request-list.ts';
import { type KeptItem, listKeptItems } from '../../requests/kept-items.ts';
import type { Cell } from '../workbook/cell.ts';
import type { OpenSheet } from '../workbook/sheet-xml.ts';
import type { Sheet } from '../workbook/write-workbook.ts';
import { type QuestionColumns, questionColumns, type Speaker } from './question-columns.ts';
import { type Judge, nameOfProgramme, type SharedColumn, sharedColumns } from './shared-columns.ts';

type Options = {
  /** Which requests, in the order of their rows. */
  heads: readonly { id: string; programme: string }[];
  /** Reads some of them, in the same order. */
  read: (ids: string[]) => AsyncIterable<RequestListItem>;
  judge: Judge;
};

/** By programme: the items of repeated groups ("machines.2") that some request of it has. */
type SeenItems = Map<string, Set<string>>;

/**
 * A sheet of all requests with what every kind of support shares, and one for each kind that is among them with its own
 * questions. Kinds, questions and words are those of `core/programmes` and `locales`, so a new kind has its sheet by itself.
 */
export function requestSheets(options: Options, speaker: Speaker): Sheet[] {
  const { heads, read } = options;
  // Filled by the first sheet, which has passed every request when the others are opened.
  const seen: SeenItems = new Map();
  const ofKinds = PROGRAMMES.flatMap(({ id, details }): Sheet[] => {
    const ids = heads.filter(({ programme }) => programme === id).map((head) => head.id);
    if (details === undefined || ids.length === 0) return [];
    const open = () => sheetOfKind({ details, requests: read(ids), seen: seen.get(id) }, speaker);
    return [{ name: nameOfProgramme(id, speaker), open }];
  });
  return [{ name: speaker.words.t('papers:export.all'), open: () => sheetOfAll(options, seen, speaker) }, ...ofKinds];
}

function sheetOfAll({ heads, read, judge }: Options, seen: SeenItems, speaker: Speaker): OpenSheet {
  const { before, after } = sharedColumns(speaker, judge);
  const asked = supportRequest.form.questions.map((each) => questionColumns(supportRequest.form, each, speaker));
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const request of read(heads.map(({ id }) => id))) {
      const items = listKeptItems(request);
      noteSeen(seen, request.programme, items);
      const cells = (shared: SharedColumn[]): Cell[] => shared.map(({ cellOf }) => cellOf(request, items));
      yield [...cells(before), ...answerCells(asked, items), ...cells(after)];
    }
  }
  return { columns: [...before, ...headingsOf(asked), ...after], rows: rows() };
}

/** By what a row is known, beside its code. */
const KNOWN_BY = ['establishment', 'contact-name', 'commune'];

function sheetOfKind(
  {
    details,
    requests,
    seen,
  }: { details: FormDefinition; requests: AsyncIterable<RequestListItem>; seen: Set<string> | undefined },
  speaker: Speaker,
): OpenSheet {
  const known = supportRequest.form.questions.filter(({ id }) => KNOWN_BY.includes(id));
  // Of a repeated group the first item always has its columns, a further one when some request has it.
  const own = details.questions.filter(
    ({ group }) =>
      group === undefined || (isContent(group) && (group.number === 1 || seen?.has(`${group.id}.${group.number}`))),
  );
  const asked = [
    ...known.map((question) => questionColumns(supportRequest.form, question, speaker)),
    ...own.map((question) => questionColumns(details, question, speaker)),
  ];
  const { code } = sharedColumns(speaker);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const request of requests) {
      const items = listKeptItems(request);
      yield [code.cellOf(request, items), ...answerCells(asked, items)];
    }
  }
  return { columns: [code, ...headingsOf(asked)], rows: rows() };
}

function headingsOf(asked: readonly QuestionColumns[]) {
  return asked.flatMap(({ columns }) => columns);
}

function answerCells(asked: readonly QuestionColumns[], items: readonly KeptItem[]): Cell[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return asked.flatMap(({ question, cellsOf }) => cellsOf(byId.get(question.id)));
}

function noteSeen(seen: SeenItems, programme: string, items: readonly KeptItem[]): void {
  const ofKind = seen.get(programme) ?? new Set<string>();
  seen.set(programme, ofKind);
  for (const { asked, answer } of items) {
    const group = asked?.question.group;
    if (group !== undefined && answer !== undefined) ofKind.add(`${group.id}.${group.number}`);
  }
}
