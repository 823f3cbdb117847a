import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type ProjectsData = InferResponseType<typeof api.projects.$get, 200>;
export type ProjectItem = ProjectsData['projects'][number];
export type ProjectData = InferResponseType<(typeof api.projects)[':id']['$get'], 200>;
export type Deed = InferRequestType<(typeof api.projects)[':id']['deeds']['$post']>['json']['deed'];
export type Doubt = InferResponseType<(typeof api.projects)[':id']['preview']['$post'], 200>['doubts'][number];
export type DeedAction = Deed['action'];
export type ProjectFilter = { planYear?: string; fund?: 'national' | 'local' };

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export const projectsQuery = (filter: ProjectFilter) =>
  queryOptions({
    queryKey: ['projects', 'list', filter],
    queryFn: () => read(api.projects.$get({ query: filter })),
    placeholderData: keepPreviousData,
    refetchInterval: FALLBACK_MS,
  });

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id],
    queryFn: () => read(api.projects[':id'].$get({ param: { id } })),
  });

/** What the person would read if this deed were done now; asked again with other words. */
export const deedPreviewQuery = (id: string, deed: Deed | undefined) =>
  queryOptions({
    queryKey: ['projects', id, 'preview', deed],
    queryFn: () =>
      deed === undefined ? null : read(api.projects[':id'].preview.$post({ param: { id }, json: { deed } })),
    enabled: deed !== undefined,
    placeholderData: keepPreviousData,
    // Evening comes while an officer writes.
    refetchInterval: 30_000,
    gcTime: 0,
  });
