import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type EstablishmentItem = InferResponseType<typeof api.establishments.$get, 200>['items'][number];
export type EstablishmentData = InferResponseType<(typeof api.establishments)[':id']['$get'], 200>;
export type CertificateData = EstablishmentData['certificates'][number];
export type DuplicateData = EstablishmentData['duplicates'][number];
export type MergeData = EstablishmentData['merges'][number];
export type MergePreview = InferResponseType<(typeof api.establishments)[':id']['merge-preview']['$post'], 200>;

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export type EstablishmentFilter = { q?: string; commune?: string; twice?: '1' };

export const establishmentsQuery = (filter: EstablishmentFilter) =>
  infiniteQueryOptions({
    queryKey: ['establishments', 'list', filter],
    queryFn: ({ pageParam }) => read(api.establishments.$get({ query: { ...filter, limit: '30', cursor: pageParam } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: FALLBACK_MS,
  });

export const communesQuery = queryOptions({
  queryKey: ['establishments', 'communes'],
  queryFn: () => read(api.establishments.communes.$get()),
});

/** Certificates that end soon. */
export const endingCertificatesQuery = queryOptions({
  queryKey: ['establishments', 'certificates'],
  queryFn: () => read(api.certificates.ending.$get()),
  refetchInterval: FALLBACK_MS,
});

export const establishmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['establishments', id],
    queryFn: () => read(api.establishments[':id'].$get({ param: { id } })),
  });

/** What two would be as one; `keptId` is the one that stays. */
export const mergePreviewQuery = (keptId: string, mergedId: string) =>
  queryOptions({
    queryKey: ['establishments', keptId, 'merge', mergedId],
    queryFn: () =>
      read(api.establishments[':id']['merge-preview'].$post({ param: { id: keptId }, json: { mergedId } })),
    placeholderData: keepPreviousData,
    // That the two are one already, or one is gone, does not change by asking again.
    retry: false,
  });
