// Who may use what (CONTRIBUTING.md says it in words). Each comment is the sentence to read when the rule is broken.
const tests = '\\.test\\.tsx?$'
const rooms =
  '^src/(welcome|framework|library|study|packages|self-check|journey|desk|people|program|support|credentials|api)/'
const stages = [
  'record',
  'request',
  'interview',
  'diagnostic',
  'report-card',
  'action-plan',
  'validation',
  'final-plan',
  'learning',
  'endline',
  'overview',
]

const stageOrder = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-never-asks-a-later-stage`,
  comment: `A stage may ask an earlier stage, never a later one: ${stage} comes before ${stages.slice(index + 1).join(', ')}.`,
  severity: 'error',
  from: { path: `^src/journey/${stage}/` },
  to: { path: `^src/journey/(${stages.slice(index + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The domain uses only itself and types from content/schema.ts, so that it runs the same in Node and in a browser. Hand in what it needs as arguments.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { pathNot: ['^src/domain/', '^src/content/schema\\.ts$'] },
    },
    {
      name: 'domain-takes-types-only',
      comment: 'From content/schema.ts the domain takes types, not the checks: write "import type".',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { path: '^src/content/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ground-floor-knows-no-room',
      comment:
        'ui, platform, content and documents know no room: pass the room’s values in, or move the part that knows it into the room.',
      severity: 'error',
      from: { path: '^src/(ui|platform|content|documents|domain)/', pathNot: tests },
      to: { path: [rooms, '^src/(app|main)\\.ts$', '^src/(commands|browser)/'] },
    },
    {
      name: 'platform-and-content-know-no-pages',
      comment: 'platform and content come below pages, documents and addresses: hand in what they need of them.',
      severity: 'error',
      from: { path: '^src/(platform|content)/', pathNot: tests },
      to: { path: ['^src/(ui|documents)/', '^src/paths\\.ts$'] },
    },
    {
      name: 'only-the-start-knows-the-app',
      comment:
        'app.ts puts the rooms together; only main.ts and tests know it. A room that needs another goes through its index.ts.',
      severity: 'error',
      from: { pathNot: ['^src/main\\.ts$', tests, '^test/', '^bench/'] },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    {
      name: 'rooms-by-their-front-door',
      comment: 'Another room is used only through its index.ts. If the front door lacks something, open it there.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [tests, '^src/browser/'] },
      to: { path: rooms, pathNot: ['^src/$1/', '/index\\.tsx?$'] },
    },
    {
      name: 'app-by-front-doors',
      comment: 'app.ts mounts rooms through their index.ts.',
      severity: 'error',
      from: { path: '^src/app\\.ts$' },
      to: { path: rooms, pathNot: '/index\\.tsx?$' },
    },
    {
      name: 'stages-by-their-front-door',
      comment: 'A stage uses another stage only through its index.ts.',
      severity: 'error',
      from: { path: '^src/journey/([^/]+)/', pathNot: tests },
      to: { path: '^src/journey/', pathNot: ['^src/journey/$1/', '/index\\.tsx?$'] },
    },
    ...stageOrder,
    {
      name: 'sql-stays-in-stores',
      comment: 'SQL stays in a store (store.ts or …-store.ts) or in platform/database. Ask the store.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['(^|/|-)store\\.ts$', '^src/platform/database/', '^src/content/publish\\.ts$', tests],
      },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'pages-draw-and-never-fetch',
      comment: 'Pages draw what they are given; the route loads it from the store and hands it over.',
      severity: 'error',
      from: { path: '(^|/|-)pages?\\.tsx$' },
      to: {
        path: ['(^|/|-)store\\.ts$', '(^|/|-)routes\\.tsx?$', '^src/platform/(database|web)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'browser-without-server',
      comment:
        'What runs in a browser may use pages, charts and the domain, never routes, stores or the server’s platform.',
      severity: 'error',
      from: { path: '^src/browser/', pathNot: tests },
      to: {
        path: ['(^|/|-)store\\.ts$', '(^|/|-)routes\\.tsx?$', '^src/platform/(database|web)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-test-in-the-program',
      comment: 'The program uses nothing from tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: [tests, '^test/', '^bench/'] },
    },
    {
      name: 'no-tools-in-the-program',
      comment:
        'The program runs where only "dependencies" are installed: move the package there, with a page in docs/decisions/.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one subject or hide a third: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
