export type PersonalNumber = 'phone' | 'personal-id';

/** Runs of digits as people group them. */
const RUNS = /\+?\d(?:[ .\-\u00a0]?\d){8,}/g;
const PHONE = /^(?:0|\+?84)(?:[35789]\d{8}|2\d{8,9})$/;
/** Citizen's number: twelve digits that begin with a province's; the older card has nine. */
const PERSONAL_ID = /^(?:0\d{11}|[1-3]\d{8})$/;

/**
 * What in a text looks like a phone number or a personal id. A warning only: the centre's own number looks the same, and
 * sums of money are told apart by how they are grouped.
 */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  const found = new Set<PersonalNumber>();
  for (const run of text.normalize('NFKC').match(RUNS) ?? []) {
    if (/^\d{1,3}(?:\.\d{3})+$/.test(run)) continue;
    const digits = run.replace(/[^\d+]/g, '');
    if (PHONE.test(digits)) found.add('phone');
    else if (PERSONAL_ID.test(digits)) found.add('personal-id');
  }
  return [...found];
}
