import { isLead, type Lead, readLead } from '../schedule/window-leads.ts';

/** Where a product was recognised, the lowest first (sản phẩm công nghiệp nông thôn tiêu biểu cấp xã, tỉnh, khu vực, quốc gia). */
export const CERTIFICATE_LEVELS = ['commune', 'province', 'region', 'national'] as const;
export type CertificateLevel = (typeof CERTIFICATE_LEVELS)[number];

/** Why a certificate counts no more: a newer one took its place, it was taken away, or it was entered by mistake. */
export const CERTIFICATE_ENDINGS = ['replaced', 'withdrawn', 'mistaken'] as const;
export type CertificateEnding = (typeof CERTIFICATE_ENDINGS)[number];

/** What an officer reads from the paper. Days are ISO; `leads` empty: reminded as usual. */
export type CertificateFields = {
  number: string;
  level: CertificateLevel;
  product: string;
  issuedOn: string;
  /** As printed: the rule that sets it has changed over the years, so it is never computed from the day of issue. */
  validUntil: string;
  leads: Lead[];
};

/** A last day further than this after the day of issue is a slip in the year. */
const LONGEST_YEARS = 20;

export type CertificateFault =
  | 'certificate.ends-before-issue'
  | 'certificate.issued-in-future'
  | 'certificate.too-long';

/** What is wrong with the days that an officer typed; undefined when nothing is. One that is over may be entered. */
export function findCertificateFault(
  { issuedOn, validUntil }: Pick<CertificateFields, 'issuedOn' | 'validUntil'>,
  { today }: { today: string },
): CertificateFault | undefined {
  if (validUntil <= issuedOn) return 'certificate.ends-before-issue';
  if (issuedOn > today) return 'certificate.issued-in-future';
  const last = Temporal.PlainDate.from(issuedOn).add({ years: LONGEST_YEARS }).toString();
  return validUntil > last ? 'certificate.too-long' : undefined;
}

/** Certificates end with a day, so people are reminded so many days before. */
export function isDayLead(text: string): text is Lead {
  return isLead(text) && readLead(text)?.unit === 'days';
}
