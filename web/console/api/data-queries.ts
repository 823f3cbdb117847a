import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type DataRequestsData = InferResponseType<typeof api.data.$get, 200>;
export type DataRequestItem = DataRequestsData['items'][number];
export type DataRequestData = InferResponseType<(typeof api.data)[':id']['$get'], 200>;
export type HeldData = InferResponseType<(typeof api.people)[':id']['data']['$get'], 200>;
export type IncidentItem = InferResponseType<typeof api.incidents.$get, 200>['incidents'][number];
export type IncidentData = InferResponseType<(typeof api.incidents)[':id']['$get'], 200>;
export type LeakScope = InferRequestType<typeof api.incidents.count.$post>['json'];

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export const dataRequestsQuery = (state: 'open' | 'done') =>
  queryOptions({
    queryKey: ['data', 'list', state],
    queryFn: () => read(api.data.$get({ query: { state } })),
    refetchInterval: FALLBACK_MS,
  });

export const dataRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['data', id],
    queryFn: () => read(api.data[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

/** Whom an officer means; nobody before a word is typed. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['data', 'people', q],
    queryFn: () => read(api.people.$get({ query: { q } })),
    enabled: q !== '',
  });

export const heldDataQuery = (id: string) =>
  queryOptions({ queryKey: ['data', 'held', id], queryFn: () => read(api.people[':id'].data.$get({ param: { id } })) });

/** What a deletion would take and leave now: looked at anew each time it is opened. */
export const deletionQuery = (id: string) =>
  queryOptions({
    queryKey: ['data', 'deletion', id],
    queryFn: () => read(api.data[':id'].deletion.$get({ param: { id } })),
    gcTime: 0,
    retry: false,
  });

export const incidentsQuery = queryOptions({
  queryKey: ['incidents', 'list'],
  queryFn: () => read(api.incidents.$get()),
});

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: () => read(api.incidents[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

/** How many a leak would concern, before it is written down. */
export const affectedQuery = (scope: LeakScope | undefined) =>
  queryOptions({
    queryKey: ['incidents', 'count', scope],
    queryFn: () => (scope === undefined ? null : read(api.incidents.count.$post({ json: scope }))),
    enabled: scope !== undefined,
  });
