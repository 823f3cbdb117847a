import * as z from 'zod';
import { CERTIFICATE_ENDINGS, CERTIFICATE_LEVELS, isDayLead } from '../../core/certificates/certificate.ts';
import { sortLeads } from '../../core/schedule/window-leads.ts';
import { requestId } from '../http/validate.ts';

const NUMBER_LENGTH = 60;
const PRODUCT_LENGTH = 200;
const MOST_LEADS = 6;

const line = (length: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(length));

/** What the paper says; days are ISO. */
const fields = {
  number: line(NUMBER_LENGTH),
  level: z.enum(CERTIFICATE_LEVELS),
  product: line(PRODUCT_LENGTH),
  issuedOn: z.iso.date(),
  validUntil: z.iso.date(),
  /** How many days before its end its people are reminded; empty: as usual. */
  leads: z
    .array(z.string().refine(isDayLead))
    .max(MOST_LEADS)
    .default([])
    .transform((leads) => sortLeads(leads)),
};

/** The revision that the officer saw. */
const revision = z.int().min(1);

export const enterBody = z.object({
  requestId,
  establishmentId: z.uuid(),
  applicationId: z.uuid().optional(),
  ...fields,
});
export const correctBody = z.object({ requestId, revision, ...fields });
export const endBody = z.object({ requestId, revision, why: z.enum(CERTIFICATE_ENDINGS) });
export const resumeBody = z.object({ requestId, revision });
