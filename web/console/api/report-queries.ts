import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type ReportData = InferResponseType<typeof api.reports.$get, 200>;
export type ReportQuery = InferRequestType<typeof api.reports.$get>['query'];
export type TargetsData = InferResponseType<typeof api.reports.targets.$get, 200>;
export type TargetItem = TargetsData['targets'][number];
export type OwnerItem = InferResponseType<typeof api.reports.owners.$get, 200>['owners'][number];
export type TypedTarget = InferRequestType<(typeof api.reports.targets)[':id']['$put']>['json']['target'];

export const reportQuery = (query: ReportQuery) =>
  queryOptions({
    queryKey: ['reports', 'table', query],
    queryFn: () => read(api.reports.$get({ query })),
    placeholderData: keepPreviousData,
  });

export const targetsQuery = queryOptions({
  queryKey: ['reports', 'targets'],
  queryFn: () => read(api.reports.targets.$get()),
});

export const ownersQuery = queryOptions({
  queryKey: ['reports', 'owners'],
  queryFn: () => read(api.reports.owners.$get()),
});
