import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from '../../api/client.ts';

export type ArticleEntry = InferResponseType<(typeof api.articles)[':id']['$get'], 200>;
export type RateEntry = InferResponseType<(typeof api.rates)[':id']['$get'], 200>;
export type Entry = ArticleEntry | RateEntry;
export type EntryList =
  | InferResponseType<typeof api.articles.$get, 200>
  | InferResponseType<typeof api.rates.$get, 200>;
export type CaseItem = InferResponseType<typeof api.cases.$get, 200>['cases'][number];
export type Overview = InferResponseType<typeof api.knowledge.$get, 200>;
export type ArticleAsked = InferRequestType<typeof api.articles.preview.$post>['json'];
export type RateAsked = InferRequestType<typeof api.rates.preview.$post>['json'];
export type EntryPreview = InferResponseType<typeof api.articles.preview.$post, 200>;
export type Foreseen = InferResponseType<(typeof api.articles)[':id']['foresee']['$post'], 200>;
export type Kind = 'article' | 'rate';
/** A deed that needs no words. */
export type PlainDeed = 'reviewed' | 'published' | 'withdrawn' | 'undone' | 'discarded';

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;
const KEY = 'knowledge';

export const overviewQuery = queryOptions({
  queryKey: [KEY, 'overview'],
  queryFn: () => read(api.knowledge.$get()),
  refetchInterval: FALLBACK_MS,
});

export const listQuery = (kind: Kind, q: string) =>
  queryOptions({
    queryKey: [KEY, kind, 'list', q],
    queryFn: async (): Promise<EntryList> => {
      const query = q === '' ? {} : { q };
      return kind === 'article' ? await read(api.articles.$get({ query })) : await read(api.rates.$get({ query }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: FALLBACK_MS,
  });

export const casesQuery = queryOptions({ queryKey: [KEY, 'cases'], queryFn: () => read(api.cases.$get()) });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'article', id],
    queryFn: () => read(api.articles[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

export const rateQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'rate', id],
    queryFn: () => read(api.rates[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

/** What came with the product does not change while the page is open. */
export const shippedArticleQuery = (name: string) =>
  queryOptions({
    queryKey: [KEY, 'shipped', 'article', name],
    queryFn: () => read(api.articles.shipped[':name'].$get({ param: { name } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== '',
  });

export const shippedRateQuery = (name: string) =>
  queryOptions({
    queryKey: [KEY, 'shipped', 'rate', name],
    queryFn: () => read(api.rates.shipped[':name'].$get({ param: { name } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: name !== '',
  });

export const articlePreviewQuery = (asked: ArticleAsked | undefined) =>
  queryOptions({
    queryKey: [KEY, 'preview', 'article', asked],
    queryFn: () => (asked === undefined ? null : read(api.articles.preview.$post({ json: asked }))),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const ratePreviewQuery = (asked: RateAsked | undefined) =>
  queryOptions({
    queryKey: [KEY, 'preview', 'rate', asked],
    queryFn: () => (asked === undefined ? null : read(api.rates.preview.$post({ json: asked }))),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export async function foresee(kind: Kind, id: string, deed: 'published' | 'withdrawn' | 'undone'): Promise<Foreseen> {
  const asked = { param: { id }, json: { deed } };
  return kind === 'article'
    ? await read(api.articles[':id'].foresee.$post(asked))
    : await read(api.rates[':id'].foresee.$post(asked));
}

export async function perform(
  kind: Kind,
  id: string,
  json: { requestId: string; revision: number; deed: { kind: PlainDeed } },
): Promise<unknown> {
  return kind === 'article'
    ? await read(api.articles[':id'].deeds.$post({ param: { id }, json }))
    : await read(api.rates[':id'].deeds.$post({ param: { id }, json }));
}
