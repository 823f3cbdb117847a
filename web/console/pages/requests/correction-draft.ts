import type { InferRequestType } from 'hono/client';
import type { api } from '../../api/client.ts';
import type { RequestData } from '../../api/queries.ts';

/** A correction as the API takes it. */
export type Correction = InferRequestType<(typeof api.requests)[':id']['corrections']['$post']>['json']['correction'];
export type Entry = NonNullable<RequestData['items'][number]['entry']>;

export const ASKED_BY = ['phone', 'visit', 'paper', 'office'] as const satisfies readonly Correction['askedBy'][];

/** What an officer has entered so far. */
export type Fields = { text: string; optionIds: string[]; pick: number | null; askedBy: string; reason: string };

export function beginFields(entry: Entry | undefined): Fields {
  const optionIds = entry === undefined || entry.kind === 'text' ? [] : entry.chosen;
  const text = entry?.kind === 'text' ? entry.text : '';
  return { text, optionIds, pick: null, askedBy: 'phone', reason: '' };
}

/** The new answer as the API takes it; undefined while there is none. */
export function givenOf({ text, optionIds, pick }: Fields, entry: Entry | undefined): Correction['given'] | undefined {
  if (entry === undefined) return undefined;
  if (entry.kind !== 'text') return optionIds.length === 0 ? undefined : { optionIds };
  const said = text.trim();
  return said === '' ? undefined : { text: said, ...(pick !== null && { pick }) };
}

/** What was typed before, where it can still be read. */
export function readKept(text: string): Partial<Fields> {
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // What cannot be read is nothing.
    return {};
  }
}
