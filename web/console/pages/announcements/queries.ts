import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { api, read } from '../../api/client.ts';
import type { Audience } from './audience.ts';
import { conditionOf } from './audience.ts';
import type { ChoiceId } from './choices-field.tsx';
import type { Picture } from './picture.ts';

const route = api.announcements;

export type AnnouncementItem = InferResponseType<typeof route.$get, 200>['items'][number];
/** `aheadMs`: by how much the office's clock is ahead of this machine's. */
export type AnnouncementData = InferResponseType<(typeof route)[':id']['$get'], 200> & { aheadMs: number };
export type AudienceCount = InferResponseType<typeof route.count.$post, 200>;
export type AudienceChoices = InferResponseType<typeof route.choices.$get, 200>;
export type CallSheetData = InferResponseType<(typeof route)[':id']['calls']['$get'], 200>;
export type CallsAheadData = InferResponseType<(typeof route)[':id']['calls']['ahead']['$get'], 200>;
export type Ledger = AnnouncementData['ledger'];

/** While something moves by itself. */
const MOVING_MS = 2_000;
const FALLBACK_MS = 60_000;
const PAGE = '30';

const isMoving = (state: string | undefined): boolean => ['asked', 'held', 'sending', 'paused'].includes(state ?? '');

export const announcementsQuery = infiniteQueryOptions({
  queryKey: ['announcements', 'list'],
  queryFn: async ({ pageParam }) => {
    const page = await read(route.$get({ query: { limit: PAGE, cursor: pageParam } }));
    return { ...page, aheadMs: Date.parse(page.now) - Date.now() };
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: ({ state }) =>
    state.data?.pages.some((page) => page.items.some((item) => isMoving(item.state))) ? MOVING_MS : FALLBACK_MS,
});

export const announcementQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', id],
    queryFn: async () => {
      const data = await read(route[':id'].$get({ param: { id } }));
      return { ...data, aheadMs: Date.parse(data.now) - Date.now() };
    },
    refetchInterval: ({ state }) => (isMoving(state.data?.state) ? MOVING_MS : FALLBACK_MS),
  });

export const callsQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', id, 'calls'],
    queryFn: () => read(route[':id'].calls.$get({ param: { id } })),
    // Phones: not kept longer than they are looked at, and each look is asked for.
    gcTime: 0,
  });

export const callsAheadQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', id, 'calls-ahead'],
    queryFn: () => read(route[':id'].calls.ahead.$get({ param: { id } })),
    gcTime: 0,
  });

export const choicesQuery = queryOptions({
  queryKey: ['announcements', 'choices'],
  queryFn: () => read(route.choices.$get()),
  staleTime: FALLBACK_MS,
});

export const communesQuery = (text: string) =>
  queryOptions({
    queryKey: ['announcements', 'communes', text],
    queryFn: () => read(route.communes.$get({ query: { text } })),
    enabled: text !== '',
    staleTime: FALLBACK_MS,
  });

export const rulesQuery = queryOptions({
  queryKey: ['announcements', 'rules'],
  queryFn: () => read(route.rules.$get()),
});

export const countQuery = (topic: NewsTopic, audience: Audience, wantedAt?: string) =>
  queryOptions({
    queryKey: ['announcements', 'count', topic, audience, wantedAt],
    queryFn: () => read(route.count.$post({ json: { topic, audience: conditionOf(audience), wantedAt } })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    gcTime: FALLBACK_MS,
  });

type Previewed = { text: string; topic: NewsTopic; choices: ChoiceId[]; picture: Picture | undefined };

export const previewQuery = ({ text: written, topic, choices, picture: shown }: Previewed) => {
  const text = written.trim();
  const picture = shown && { id: shown.id, alt: shown.alt };
  return queryOptions({
    queryKey: ['announcements', 'preview', text, topic, choices, picture],
    queryFn: () => read(route.preview.$post({ json: { text, topic, choices, picture } })),
    placeholderData: keepPreviousData,
    enabled: text !== '',
    gcTime: 0,
  });
};
