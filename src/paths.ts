import type { Language } from './platform/languages.ts'

/** Where a self-check lives: on the visitor's own device, or on the server under a private link. */
export type SelfCheckPlace = { kind: 'device' } | { kind: 'kept'; token: string }

export const onDevice: SelfCheckPlace = { kind: 'device' }

const selfCheckBase = (language: Language, place: SelfCheckPlace) =>
  place.kind === 'device' ? `/${language}/self-check` : `/${language}/self-check/kept/${place.token}`

/** Every address of the service. A language switch changes the first part only. */
export const paths = {
  home: (language: Language) => `/${language}`,
  about: (language: Language) => `/${language}/about`,
  framework: (language: Language) => `/${language}/framework`,
  domain: (language: Language, domain: string) => `/${language}/framework/${domain}`,
  component: (language: Language, domain: string, component: string) => `/${language}/framework/${domain}/${component}`,
  catalogue: (language: Language) => `/${language}/catalogue`,
  item: (language: Language, item: string) => `/${language}/catalogue/${item}`,
  /** What an item holds, open to all: `lessons/<lesson>`, `check`, `print`, `download`, `figures/<name>.svg`, `files/<file>`. */
  itemPart: (language: Language, item: string, ...rest: string[]) =>
    [`/${language}/catalogue/${item}`, ...rest].join('/'),
  /** Search over catalogue, lessons, guidelines, templates and published answers. */
  librarySearch: (language: Language) => `/${language}/catalogue-search`,
  method: (language: Language) => `/${language}/method`,
  /** The sentence of a rule of the method, by its number: "4.2". */
  rule: (language: Language, number: string) => `/${language}/method#${ruleAnchor(number)}`,
  questionnaire: (language: Language, form: 'short' | 'full', variant: string) =>
    `/${language}/questionnaire/${variant}-${form}.pdf`,

  selfCheck: selfCheckBase,
  profile: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/profile`,
  setUp: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/set-up`,
  question: (language: Language, place: SelfCheckPlace, component: string) =>
    `${selfCheckBase(language, place)}/${component}`,
  review: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/review`,
  reportCard: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/report-card`,
  plan: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/plan`,
  compare: (language: Language) => `/${language}/self-check/compare`,
  files: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/files`,
  documents: (language: Language, place: SelfCheckPlace) => `${selfCheckBase(language, place)}/documents`,
  /** What a device needs of a release to draw results; the hash makes it safe to keep for good. */
  devicePack: (language: Language, release: string) => `/${language}/self-check/content/${release}.json`,
  withoutScripts: (language: Language) => `/${language}/self-check/without-scripts`,
  resumeLink: (language: Language) => `/${language}/self-check/resume-link`,
  /** The answers of a kept self-check as a file. */
  keptAnswers: (language: Language, token: string, format: 'json' | 'csv') =>
    `/${language}/self-check/kept/${token}/answers.${format}`,
  /** The whole record of a kept self-check, for bringing it to a device. */
  keptRecord: (language: Language, token: string) => `/${language}/self-check/kept/${token}/record.json`,
  /** Where a deletion ends: no token, since there is none any more. */
  forgotten: (language: Language) => `/${language}/self-check/kept/forgotten`,
  forget: (language: Language, token: string) => `/${language}/self-check/kept/${token}/forget`,

  // People
  signIn: (language: Language, to?: string) => withReturn(`/${language}/sign-in`, to),
  signInLink: (language: Language, token?: string) =>
    `/${language}/sign-in/link${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`,
  signInCode: (language: Language) => `/${language}/sign-in/code`,
  signInName: (language: Language, to?: string) => withReturn(`/${language}/sign-in/name`, to),
  signInPasskey: (language: Language, part?: 'options') => `/${language}/sign-in/passkey${part ? `/${part}` : ''}`,
  signInDirectory: (language: Language, part?: 'refused') =>
    `/${language}/sign-in/directory${part === undefined ? '' : `/${part}`}`,
  firstAdministrator: (language: Language, token: string) =>
    `/${language}/sign-in/first?token=${encodeURIComponent(token)}`,
  secondFactor: (language: Language, to?: string) => withReturn(`/${language}/sign-in/second-factor`, to),
  signOut: (language: Language) => `/${language}/sign-out`,
  /** Where a signed-in person starts: their communities, their work. */
  start: (language: Language) => `/${language}/start`,
  account: (language: Language, part?: AccountPart, ...rest: string[]) =>
    [`/${language}/account`, ...(part ? [part] : []), ...rest].join('/'),
  invitation: (language: Language, token: string) => `/${language}/invitations/${token}`,
  newCommunity: (language: Language) => `/${language}/communities/new`,
  community: (language: Language, community: string, part?: CommunityPart, ...rest: string[]) =>
    [`/${language}/communities/${community}`, ...(part ? [part] : []), ...rest].join('/'),
  /** Where a community starts a journey by itself. */
  newJourney: (language: Language, community: string) => `/${language}/communities/${community}/journeys/new`,
  contact: (language: Language) => `/${language}/contact`,
  privacy: (language: Language) => `/${language}/privacy`,
  accessibility: (language: Language) => `/${language}/accessibility`,
  terms: (language: Language) => `/${language}/terms`,

  // The journey
  request: (language: Language) => `/${language}/request`,
  requestSent: (language: Language, token: string) => `/${language}/request/sent/${token}`,
  /** A page of a journey: its overview, a stage, or what stands beside the stages. */
  journey: (language: Language, journey: string, part?: JourneyPart, ...rest: string[]) =>
    [`/${language}/journeys/${journey}`, ...(part ? [part] : []), ...rest].join('/'),
  journeyDocument: (language: Language, journey: string, document: string, format?: 'pdf' | 'docx' | 'txt' | 'json') =>
    `/${language}/journeys/${journey}/documents/${document}${format ? `.${format}` : ''}`,

  // Learning: what a person studies, asks and earns
  /** One's own learning: an item, a lesson of it, a check, an exercise, notes. */
  study: (language: Language, ...rest: string[]) => [`/${language}/learn`, ...rest].join('/'),
  /** A page of a community's support: questions, sessions. */
  support: (language: Language, community: string, ...rest: string[]) =>
    [`/${language}/communities/${community}/support`, ...rest].join('/'),
  /** One's own questions and sessions, and asking from a page that knows no community. */
  ownSupport: (language: Language, ...rest: string[]) => [`/${language}/support`, ...rest].join('/'),
  /** An answer that was published for everyone. */
  publishedAnswer: (language: Language, id: string) => `/${language}/catalogue-answers/${id}`,
  directory: (language: Language, ...rest: string[]) => [`/${language}/directory`, ...rest].join('/'),
  /** A credential's public page; without an id, one's own list. */
  credentials: (language: Language, ...rest: string[]) => [`/${language}/credentials`, ...rest].join('/'),
  /** Plays a package that was made elsewhere. */
  packagePlayer: (language: Language, ...rest: string[]) => [`/${language}/packages`, ...rest].join('/'),

  // The desk and the program
  desk: (language: Language, part?: DeskPart, ...rest: string[]) =>
    [`/${language}/desk`, ...(part ? [part] : []), ...rest].join('/'),
  program: (language: Language, part?: ProgramPart, ...rest: string[]) =>
    [`/${language}/program`, ...(part ? [part] : []), ...rest].join('/'),
  openCommunity: (language: Language, community: string, to?: string) =>
    withReturn(`/${language}/program/open/${community}`, to),
  unsubscribe: (language: Language, token: string) => `/${language}/unsubscribe/${token}`,
  /** Sign-in as anyone, in the demonstration alone. */
  demo: (language: Language) => `/${language}/demo`,
  search: (language: Language) => `/${language}/search`,
}

export type AccountPart = 'security' | 'sessions' | 'data' | 'mail' | 'tokens' | 'email'
export type CommunityPart =
  | 'profile'
  | 'members'
  | 'invitations'
  | 'consent'
  | 'reads'
  | 'record'
  | 'files'
  | 'export'
  | 'leave'
  | 'templates'
  | 'support'
export type JourneyPart =
  | 'request'
  | 'interview'
  | 'diagnostic'
  | 'report-card'
  | 'draft-plan'
  | 'validation'
  | 'final-plan'
  | 'learning'
  | 'actions'
  | 'documents'
  | 'messages'
  | 'record'
  | 'move'
  | 'back'
  | 'pause'
  | 'resume'
  | 'withdraw'
  | 'reopen'
  | 'hand-over'
  | 'self-check'
export type DeskPart = 'questions' | 'slots' | 'notes' | 'support' | 'sessions'
export type ProgramPart =
  | 'requests'
  | 'advisors'
  | 'workload'
  | 'settings'
  | 'people'
  | 'packs'
  | 'outbox'
  | 'incidents'
  | 'retention'
  | 'totals'
  | 'record'
  | 'library'
  | 'packages'
  | 'credentials'
  | 'answers'

/** An address that brings the person back afterwards. Only addresses of this service are followed. */
function withReturn(path: string, to: string | undefined): string {
  return to === undefined ? path : `${path}?to=${encodeURIComponent(to)}`
}

/**
 * The address to go back to, if it is one of this service's own pages. It is looked at as a browser would resolve it: `/en/..//site`
 * is a page of ours at first sight only.
 */
export function safeReturn(to: string | undefined, otherwise: string): string {
  if (to === undefined || !/^\/(?!\/)[^\\\s]*$/.test(to) || to.includes('/sign-in')) return otherwise
  const here = 'https://here.invalid'
  const url = URL.canParse(to, here) ? new URL(to, here) : undefined
  return url?.origin === here && !url.pathname.startsWith('//') ? to : otherwise
}

/** Where a rule of the method stands on its page. */
export function ruleAnchor(number: string): string {
  return `rule-${number.replaceAll('.', '-')}`
}

/** Last parts of self-check addresses that are not components; the pack check keeps component ids clear of them. */
export const reservedSelfCheckWords = [
  'profile',
  'set-up',
  'review',
  'report-card',
  'plan',
  'compare',
  'files',
  'documents',
  'without-scripts',
  'resume-link',
  'kept',
  'content',
  'forget',
]

/** The same page in another language: `/en/method` becomes `/fr/method`. */
export function inLanguage(path: string, language: Language): string {
  return path.replace(/^\/[^/]+/, `/${language}`)
}
