import * as z from 'zod';
import { FUNDS } from '../../core/applications/project-data.ts';
import { DIMENSIONS, type Dimension, type ReportFilter } from '../../core/reports/make-report.ts';
import { REQUEST_STATUSES } from '../../records/request-list.ts';

/** In an address: what nobody has told, or of the fund: in no plan. */
const UNKNOWN = 'unknown';
const orUnknown = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal(UNKNOWN).transform((): null => null), schema]).optional();

const year = z.coerce.number().int().min(2000).max(2100).optional();
const id = z.string().min(1).max(60);

/** By what, and of which requests, as it stands in the address of the page. */
export const reportQuery = z.object({
  by: z.enum(DIMENSIONS).default('year'),
  fromYear: year,
  toYear: year,
  fund: orUnknown(z.enum(FUNDS)),
  programme: id.optional(),
  status: z.enum(REQUEST_STATUSES).optional(),
  commune: orUnknown(id),
  sector: orUnknown(id),
  womanOwned: orUnknown(z.enum(['true', 'false']).transform((text) => text === 'true')),
});

export type ReportAsked = { by: Dimension; filter: ReportFilter };

export function toAsked({ by, commune, ...filter }: z.infer<typeof reportQuery>): ReportAsked {
  return { by, filter: { ...filter, communeCode: commune } };
}
