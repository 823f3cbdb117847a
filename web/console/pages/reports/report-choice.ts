import type { ReportQuery } from '../../api/report-queries.ts';

/** What can be chosen besides the years, as it stands in the address. */
export const FILTERS = ['fund', 'programme', 'status', 'commune', 'sector', 'womanOwned'] as const;
export type FilterName = (typeof FILTERS)[number];

export const BYS = ['year', 'programme', 'commune', 'sector', 'fund', 'status', 'womanOwned'] as const;
export type By = (typeof BYS)[number];

/** The numbers, in groups that fit beside each other. */
export const GROUPS = {
  work: ['requests', 'accepted', 'projects', 'approvedProjects', 'doneProjects', 'supportVnd', 'paidSupportVnd'],
  money: [
    ...['proposedVnd', 'nationalVnd', 'localVnd', 'supportVnd', 'counterpartVnd'],
    ...['paidNationalVnd', 'paidLocalVnd', 'paidSupportVnd', 'paidCounterpartVnd'],
    ...['advancedVnd', 'leftAdvanceVnd'],
  ],
  results: [
    ...['establishments', 'supportedEstablishments', 'womanOwned', 'products', 'trademarks'],
    ...['traineesAsked', 'trainees', 'fairTurns', 'fairBooths'],
  ],
} as const satisfies Record<string, readonly string[]>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = ['work', 'money', 'results'] as const satisfies Group[];

/** What the address asks for; what makes no sense in it is left out. */
export function readChoice(get: (name: string) => string): { query: ReportQuery & { by: By }; group: Group } {
  const by = BYS.find((known) => known === get('by')) ?? 'year';
  const year = (name: string): string | undefined => /^2[01]\d{2}$/.exec(get(name))?.[0];
  const chosen = (name: FilterName): string | undefined => get(name) || undefined;
  const query = {
    ...{ by, fromYear: year('from'), toYear: year('to') },
    ...Object.fromEntries(FILTERS.map((name) => [name, chosen(name)])),
  };
  return { query, group: GROUP_NAMES.find((known) => known === get('show')) ?? 'work' };
}
