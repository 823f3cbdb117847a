/**
 * General articles with their special cases: a question for the one is answered by the other too, if less well. Only for
 * fitting weights; what a person is told is the best article alone.
 */
const SPECIAL_CASES: Readonly<Record<string, string>> = {
  'eligible-sectors':
    'food-processing tea-processing wood-bamboo weaving-sewing mechanics-repair unburnt-bricks minerals new-sectors farm-chemicals-supporting-industry',
  'who-is-eligible':
    'cooperative-eligible cooperative-group-eligible household-eligible rural-establishment cluster-investor-eligible enterprise-size',
  'enterprise-size': 'micro-small-enterprise old-enterprise-size cleaner-production-size',
  'no-fees': 'impostors complaints',
  'fired-brick': 'unburnt-bricks',
  'farming-is-not-included': 'farming-extension',
  'consulting-packaging': 'packaging-design consulting-topics',
  'pollution-relocation': 'pollution-treatment-rate relocation-interest',
  training: 'management-training',
  'digital-commerce': 'sme-digital marketplace-fees selling-online-identity',
  'advance-payment': 'advance-by-kind',
  'change-of-plan': 'amendment-authority repay-advance',
  'not-a-loan': 'repay-advance',
  'local-rates-lai-chau': 'lai-chau-machine lai-chau-model lai-chau-startup lai-chau-fair',
  'local-rates-differ':
    'local-resolutions-elsewhere local-rates-lai-chau local-rates-cao-bang local-rates-lang-son local-rates-quang-tri local-rates-thai-nguyen local-rates-dak-lak old-quang-tri-thai-nguyen',
  'industrial-cluster': 'cluster-investor-eligible cluster-planning',
  'fair-domestic': 'fair-organisers lai-chau-fair',
  'other-offices': 'tax-office food-safety-office environment-land-office cooperative-founding enterprise-registration',
  'whom-to-ask':
    'no-more-districts collaborators centre-cao-bang centre-lai-chau centre-lang-son centre-quang-tri centre-thai-nguyen',
  'selection-products': 'selection-unique selection-several',
  'selection-benefits': 'product-awards',
  'selection-levels': 'selection-higher-level',
  'selection-schedule': 'selection-thai-nguyen selection-other-provinces',
  'acceptance-papers': 'trademark-acceptance acceptance-who keep-vouchers',
  'data-rights': 'data-withdraw data-breach data-consent',
  'priority-areas': 'area-multiplier hard-area-list hard-area-cao-bang hard-area-lai-chau hard-area-lang-son',
  'which-year': 'year-calendar',
  'national-deadlines': 'year-calendar',
  'is-it-certain': 'money-may-stop appraisal',
  'machine-rate': 'technology-transfer lai-chau-machine which-machines',
  'demonstration-model': 'lai-chau-model',
  'startup-enterprise': 'lai-chau-startup',
  'where-eligible': 'craft-village',
  'old-commune-names': 'provinces-merged',
  steps: 'who-writes-project copies-to-department not-online-service',
  'papers-needed': 'project-parts',
  'register-business-household': 'household-who-may household-name household-changes household-tax-certificate',
  trademark: 'trademark-filing',
  'how-to-meet-officer': 'data-machine',
  'ocop-difference': 'ocop-money',
  'two-sources': 'national-or-local',
  'decree-235-news': 'decree-45-still-valid',
};

/** Articles whose question is answered by another too, and not the other way round. */
const ONE_WAY: Readonly<Record<string, string>> = {
  // That a province has its own way is said by both; its example is no answer to how it goes everywhere.
  'local-steps-example': 'steps',
  // How it is kept is also: no longer than needed. How long is not said by the rights.
  'data-rights': 'data-how-long',
  // That each round has days of its own, and those of earlier ones.
  'selection-schedule': 'selection-timeline',
};

const others = new Map<string, string[]>();
for (const [general, specials] of Object.entries(SPECIAL_CASES)) {
  for (const special of specials.split(' ')) {
    others.set(general, [...(others.get(general) ?? []), special]);
    others.set(special, [...(others.get(special) ?? []), general]);
  }
}

/** An article, its general case, its special cases, and what else answers its question. */
export function alsoAnswers(id: string): string[] {
  return [id, ...(others.get(id) ?? []), ...(ONE_WAY[id]?.split(' ') ?? [])];
}
