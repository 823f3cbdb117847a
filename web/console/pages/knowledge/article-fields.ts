import type { ArticleAsked } from './queries.ts';

export type ArticleContent = ArticleAsked['content'];
type Source = NonNullable<ArticleContent['sources']>[number];

/** What stands in the form. Dates are ISO, or empty; lists are lines of text. */
export type ArticleFields = {
  title: string;
  text: string;
  asks: string;
  /** A code; empty for every province. */
  province: string;
  sources: SourceFields[];
  /** "300 triệu đồng = Thông tư 28/2018/TT-BTC", one a line. */
  figures: string;
  effectiveFrom: string;
  effectiveTo: string;
  /** Not shown, and kept. */
  kept: Pick<ArticleContent, 'topics' | 'decisive'>;
};

export type SourceFields = {
  document: string;
  article: string;
  effectiveFrom: string;
  effectiveTo: string;
  superseded: boolean;
};

export const NO_SOURCE: SourceFields = {
  document: '',
  article: '',
  effectiveFrom: '',
  effectiveTo: '',
  superseded: false,
};

export function toFields(content: Partial<ArticleContent>): ArticleFields {
  const { sources = [], figures = [], asks = [] } = content;
  return {
    title: content.title ?? '',
    text: content.text ?? '',
    asks: asks.join('\n'),
    province: content.province ?? '',
    sources: sources.length === 0 ? [NO_SOURCE] : sources.map(toSourceFields),
    figures: figures.map(({ figure, source }) => `${figure} = ${source}`).join('\n'),
    effectiveFrom: content.effectiveFrom ?? '',
    effectiveTo: content.effectiveTo ?? '',
    kept: { topics: content.topics ?? [], decisive: content.decisive ?? [] },
  };
}

/** Undefined while the title, the text or every document is missing. */
export function toContent(fields: ArticleFields): ArticleContent | undefined {
  const sources = fields.sources.filter(({ document }) => document.trim() !== '');
  if (fields.title.trim() === '' || fields.text.trim() === '' || sources.length === 0) return undefined;
  return {
    ...fields.kept,
    title: fields.title,
    text: fields.text,
    asks: linesOf(fields.asks),
    sources: sources.map(toSource),
    figures: linesOf(fields.figures).flatMap(readFigure),
    ...given({ province: fields.province, effectiveFrom: fields.effectiveFrom, effectiveTo: fields.effectiveTo }),
  };
}

function toSourceFields(source: Source): SourceFields {
  const { document, article = '', effectiveFrom = '', effectiveTo = '', superseded = false } = source;
  return { document, article, effectiveFrom, effectiveTo, superseded };
}

function toSource({ document, superseded, ...rest }: SourceFields): Source {
  return { document, ...given(rest), ...(superseded ? { superseded } : {}) };
}

function readFigure(line: string): { figure: string; source: string }[] {
  const [figure = '', ...rest] = line.split('=');
  const source = rest.join('=').trim();
  return figure.trim() === '' || source === '' ? [] : [{ figure: figure.trim(), source }];
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without what was left empty. */
export function given<Name extends string>(values: Record<Name, string>): Partial<Record<Name, string>> {
  const filled = Object.entries<string>(values).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
