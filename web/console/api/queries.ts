import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { ApiError, api, read } from './client.ts';

export type RequestItem = InferResponseType<typeof api.requests.$get, 200>['items'][number];
export type RequestData = InferResponseType<(typeof api.requests)[':id']['$get'], 200>;
export type PaperData = InferResponseType<(typeof api.papers.requests)[':id']['$get'], 200>;
export type QuestionItem = InferResponseType<typeof api.questions.$get, 200>['items'][number];
export type QuestionData = InferResponseType<(typeof api.questions)[':id']['$get'], 200>;
export type ConversationEntry = InferResponseType<
  (typeof api.people)[':id']['conversation']['$get'],
  200
>['entries'][number];
export type OfficerItem = InferResponseType<typeof api.officers.$get, 200>['officers'][number];

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;
/** A person who answers an officer should not wait a minute to be read. */
const TALK_MS = 10_000;
/** While a message is on its way. */
const ON_ITS_WAY_MS = 2_000;

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () =>
    read(api.me.$get()).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'session.missing') return null;
      throw error;
    }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: () => read(api.counts.$get()),
  refetchInterval: FALLBACK_MS,
});

/** What waits and what is in trouble, for the shell and for today. */
export type Counts = InferResponseType<typeof api.counts.$get, 200>;

type RequestStatus = RequestItem['status'];

export type RequestFilter = { status?: RequestStatus; mine?: '1'; q?: string };

export const requestsQuery = (filter: RequestFilter, limit = '30') =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter, limit],
    queryFn: ({ pageParam }) => read(api.requests.$get({ query: { ...filter, limit, cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: FALLBACK_MS,
  });

export const requestQuery = (id: string) =>
  queryOptions({ queryKey: ['requests', id], queryFn: () => read(api.requests[':id'].$get({ param: { id } })) });

/** A request as the paper to be printed. */
export const paperQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id, 'paper'],
    queryFn: () => read(api.papers.requests[':id'].$get({ param: { id } })),
  });

export type QuestionFilter = { status?: 'waiting' | 'done'; q?: string };

export const questionsQuery = (filter: QuestionFilter, limit = '30') =>
  infiniteQueryOptions({
    queryKey: ['questions', 'list', filter, limit],
    queryFn: ({ pageParam }) => read(api.questions.$get({ query: { ...filter, limit, cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: FALLBACK_MS,
  });

export const questionQuery = (id: string) =>
  queryOptions({ queryKey: ['questions', id], queryFn: () => read(api.questions[':id'].$get({ param: { id } })) });

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['people', id], queryFn: () => read(api.people[':id'].$get({ param: { id } })) });

/** When a message written now would leave; asked again every half minute, since evening comes. */
export const sendingQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'sending'],
    queryFn: () => read(api.people[':id'].sending.$get({ param: { id } })),
    refetchInterval: 30_000,
  });

export const conversationQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['people', id, 'conversation'],
    queryFn: ({ pageParam }) =>
      read(api.people[':id'].conversation.$get({ param: { id }, query: { before: pageParam, limit: '30' } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.more ? last.entries[0]?.position : undefined),
    refetchInterval: ({ state }) => (state.data?.pages[0]?.entries.some(isOnItsWay) ? ON_ITS_WAY_MS : TALK_MS),
  });

/** A message that was written a moment ago and is being sent. One that waits for long is looked at like the rest. */
function isOnItsWay({ at, said }: ConversationEntry): boolean {
  if (said.by !== 'centre' || !['sending', 'waiting'].includes(said.status)) return false;
  const isDue = said.outcome !== undefined && Date.parse(said.outcome.notBefore) <= Date.now();
  return isDue && Date.now() - Date.parse(at) < FALLBACK_MS;
}

export const officersQuery = queryOptions({ queryKey: ['officers'], queryFn: () => read(api.officers.$get()) });
