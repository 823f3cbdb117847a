// The arrows of the house (docs/architecture.md), as rules. `npm run check` runs them through scripts/checks/arrows.ts,
// which also fails when some file of code was not seen. `npx depcruise .` works too.
//
// Each room names the only places of this repository that it may import from, itself included; type-only imports
// count, since a type is knowledge of another room too.

const room = (name, may, why) => ({
  name: `${name}-reaches-out`,
  comment: why,
  severity: 'error',
  from: { path: name.endsWith('.ts') ? `^${name.replace('.', '\\.')}$` : `^${name}/` },
  to: { pathNot: ['(^|/)node_modules/', ...may], dependencyTypesNot: ['core'], couldNotResolve: false },
});

const PRISMA = ['(^|/)node_modules/(@prisma|prisma)/', '^generated/prisma/'];
const PRODUCT = '^(main\\.ts$|config\\.ts$|(host|core|records|bot|jobs|staff|locales|knowledge|data|web)/)';

const forbidden = [
  room('core', ['^core/'], 'core decides, and knows nothing outside itself.'),
  {
    name: 'core-uses-a-package',
    comment: 'core is pure: of the packages only zod, which parses.',
    severity: 'error',
    from: { path: '^core/' },
    to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/zod/' },
  },
  {
    name: 'core-uses-node',
    comment:
      'core is pure: no builtin of Node. Only the list of programmes is a folder, read with the modules themselves.',
    severity: 'error',
    from: { path: '^core/', pathNot: '^core/programmes/kinds\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  room('locales', ['^locales/', '^core/'], 'Words know the core at most.'),
  room('knowledge', ['^knowledge/', '^core/'], 'Knowledge is data in the shapes of the core.'),
  room('data', ['^data/', '^core/'], 'Tables are data in the shapes of the core.'),
  room('records', ['^records/', '^core/', '^generated/prisma/'], 'records remember; they know the core only.'),
  room(
    'bot/channels',
    ['^bot/channels/', '^records/', '^core/', '^locales/'],
    'A channel knows its platform, not what is said over it: it is handed `receive`.',
  ),
  room(
    'bot/library',
    ['^bot/(library|channels)/', '^records/', '^core/', '^locales/'],
    'conversation → library → channels.',
  ),
  room(
    'bot/outbox',
    ['^bot/(outbox|channels)/', '^records/', '^core/', '^locales/'],
    'conversation → outbox → channels.',
  ),
  room('bot', ['^bot/', '^records/', '^core/', '^locales/'], 'bot → records → core.'),
  room(
    'jobs',
    ['^jobs/', '^bot/outbox/', '^bot/conversation/receive\\.ts$', '^records/', '^core/', '^locales/'],
    'jobs see of the bot the outbox and the entry of a turn.',
  ),
  room(
    'staff',
    ['^staff/', '^bot/outbox/', '^bot/library/', '^records/', '^core/', '^locales/'],
    'The office never sends: it sees of the bot only previews and the library.',
  ),
  room(
    'web',
    ['^web/', '^locales/', '^staff/', '^core/', '^bot/channels/web-chat/'],
    'The pages share words and types with the server, nothing else.',
  ),
  {
    name: 'web-imports-more-than-types',
    comment: 'Browser code takes types from the server, and of the words only the files of its own namespaces.',
    severity: 'error',
    from: { path: '^web/' },
    to: {
      path: '^(staff|core|bot|locales)/',
      pathNot: '^locales/[a-z]+/[a-z-]+\\.json$',
      dependencyTypesNot: ['type-only', 'type-import'],
    },
  },
  room('config.ts', ['^core/'], 'The settings depend on nothing.'),
  {
    name: 'host-imports-main',
    comment: 'main → host, never back.',
    severity: 'error',
    from: { path: '^host/' },
    to: { path: '^main\\.ts$' },
  },
  {
    name: 'only-main-imports-host',
    comment:
      'host runs the parts; a part that knew it would turn the arrow round. Tools and tests stand outside the house.',
    severity: 'error',
    from: { pathNot: '^(main\\.ts$|(host|test|scripts|bench)/)' },
    to: { path: '^host/' },
  },
  {
    name: 'only-main-and-host-import-settings',
    comment: 'Settings are read once and passed in.',
    severity: 'error',
    from: { pathNot: '^(main\\.ts$|(host|test|scripts|bench)/)' },
    to: { path: '^config\\.ts$' },
  },
  {
    name: 'prisma-outside-records',
    comment: 'Only records speak to Prisma; host/migrations uses its schema engine.',
    severity: 'error',
    from: { pathNot: '^(records|generated|host/migrations|test)/' },
    to: { path: PRISMA },
  },
  {
    name: 'product-imports-its-tools',
    comment: 'What runs at a centre imports no test and no benchmark.',
    severity: 'error',
    from: { path: PRODUCT },
    to: { path: '^(test|bench)/' },
  },
  {
    name: 'product-imports-a-dev-dependency',
    comment: 'A package that production does not install.',
    severity: 'error',
    from: { path: PRODUCT },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only', 'type-import'],
      pathNot: '(^|/)node_modules/@types/',
    },
  },
  {
    name: 'leaves-the-repository',
    comment: 'Nothing at run, build or test time reads what lies beside the repository.',
    severity: 'error',
    from: {},
    to: { path: ['^\\.\\./', '^/'], pathNot: '(^|/)node_modules/' },
  },
  {
    name: 'not-resolvable',
    comment: 'This import leads nowhere: a wrong path, or a package that is not in package.json.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'circle',
    comment: 'Two files that need each other are one file, or three.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '^generated/'] },
    exclude: { path: '^(dist|\\.data|coverage)/' },
    // Imports of types are seen only before compilation.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'node', 'default', 'types'],
    },
  },
};
