import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type CalendarData = InferResponseType<typeof api.calendar.$get, 200>;
export type PlanDateRow = CalendarData['planYears'][number]['dates'][number];
export type HolidayYear = CalendarData['years'][number];
export type HolidayRun = HolidayYear['runs'][number];
export type CalendarEntry = CalendarData['entries'][number];
export type CalendarPreview = InferResponseType<typeof api.calendar.preview.$post, 200>;
export type CalendarDeed = InferRequestType<typeof api.calendar.preview.$post>['json'];

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export const calendarQuery = queryOptions({
  queryKey: ['calendar', 'page'],
  queryFn: () => read(api.calendar.$get()),
  refetchInterval: FALLBACK_MS,
});

/** What an entry or its withdrawal would mean; asked again with other words, and when the calendar changes. */
export const calendarPreviewQuery = (deed: CalendarDeed | undefined) =>
  queryOptions({
    queryKey: ['calendar', 'preview', deed],
    queryFn: () => (deed === undefined ? null : read(api.calendar.preview.$post({ json: deed }))),
    enabled: deed !== undefined,
    placeholderData: keepPreviousData,
  });
