import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type QuotaAccount = InferResponseType<typeof api.budget.$get, 200>['accounts'][number];
export type ReminderCall = InferResponseType<typeof api.budget.calls.$get, 200>['people'][number];

export const budgetQuery = queryOptions({
  queryKey: ['budget', 'now'],
  queryFn: () => read(api.budget.$get()),
  refetchInterval: 60_000,
});

export const reminderCallsQuery = queryOptions({
  queryKey: ['budget', 'calls'],
  queryFn: () => read(api.budget.calls.$get()),
  // Phones: not kept longer than they are looked at.
  gcTime: 0,
});
