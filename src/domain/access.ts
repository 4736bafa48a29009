import { isBefore, type JourneyState, type Stage } from './stages.ts'

/** Roles inside a community, given by membership. */
export const memberRoles = ['lead', 'contributor', 'steward'] as const
/** Roles of the program's own people. Of these, advisor and expert reach a community only where they are assigned. */
export const staffRoles = ['advisor', 'expert', 'manager', 'author', 'funder', 'administrator'] as const

export type MemberRole = (typeof memberRoles)[number]
export type StaffRole = (typeof staffRoles)[number]

/** How someone stands towards one community. `opener`: a manager or administrator who opened it and said why. */
export type CommunityRole = MemberRole | 'advisor' | 'expert' | 'opener'

/** Who may do an act that concerns one community. */
type CommunityAct = {
  in: 'community'
  roles: readonly CommunityRole[]
  /** Staff who do this read identifiable data: each time is logged and the community sees it. */
  logged?: true
  /** Without an advisor this act is the lead's (a journey alone). Never for what would show one person's answers to another. */
  aloneLead?: true
}

/** Who may do an act that concerns the whole program. `anyone`: whoever is signed in. */
type ProgramAct = { in: 'program'; roles: readonly (StaffRole | 'anyone')[] }

type Act = CommunityAct | ProgramAct

const members: readonly CommunityRole[] = ['lead', 'contributor', 'steward']
const everyone: readonly CommunityRole[] = [...members, 'advisor', 'expert', 'opener']
const leads: readonly CommunityRole[] = ['lead']
const leadAndAdvisor: readonly CommunityRole[] = ['lead', 'advisor']

/**
 * What each role may do: the one table that checks, buttons and tests read (domain guide 5.2, kept in docs/access.md).
 * A route without an act is open to all and says so where it is mounted.
 */
export const acts = {
  // The journey as a whole
  'journey.see': { in: 'community', roles: everyone, logged: true },
  'journey.start': { in: 'community', roles: leads },
  'journey.move': { in: 'community', roles: leadAndAdvisor },
  'journey.go-back': { in: 'community', roles: leadAndAdvisor },
  'journey.pause': { in: 'community', roles: leadAndAdvisor },
  'journey.withdraw': { in: 'community', roles: ['lead', 'steward'] },
  'journey.reopen': { in: 'community', roles: ['lead', 'steward'] },
  'journey.hand-over': { in: 'community', roles: leads },
  'journey.record': { in: 'community', roles: ['lead', 'steward', 'advisor', 'opener'], logged: true },
  'journey.export': { in: 'community', roles: ['lead', 'steward'] },
  'document.read': { in: 'community', roles: everyone, logged: true },
  'message.read': { in: 'community', roles: ['lead', 'contributor', 'steward', 'advisor'], logged: true },
  'message.write': { in: 'community', roles: ['lead', 'contributor', 'steward', 'advisor'] },

  // The community and its people
  'community.see': { in: 'community', roles: everyone, logged: true },
  'community.edit': { in: 'community', roles: ['lead', 'steward'] },
  'community.members': { in: 'community', roles: ['lead', 'steward', 'advisor', 'opener'], logged: true },
  'community.invite': { in: 'community', roles: ['lead', 'steward'] },
  'community.consent': { in: 'community', roles: ['lead', 'steward'] },
  'community.leave': { in: 'community', roles: members },
  'community.delete': { in: 'community', roles: ['lead', 'steward'] },
  'community.reads': { in: 'community', roles: ['lead', 'steward'] },
  'community.files': { in: 'community', roles: [...members, 'advisor'], logged: true },

  // Stage by stage
  'agreement.see': { in: 'community', roles: everyone, logged: true },
  'agreement.accept': { in: 'community', roles: leads },
  'interview.see': { in: 'community', roles: [...members, 'advisor', 'expert', 'opener'], logged: true },
  'interview.book': { in: 'community', roles: leadAndAdvisor, logged: true },
  'interview.notes': { in: 'community', roles: [...members, 'advisor'], logged: true },
  'interview.edit': { in: 'community', roles: ['advisor'], aloneLead: true },
  'interview.correct': { in: 'community', roles: leads },
  /** Notes that stay with the community. */
  'interview.keep': { in: 'community', roles: members },
  'diagnostic.see': { in: 'community', roles: [...members, 'advisor', 'opener'], logged: true },
  'diagnostic.answer': { in: 'community', roles: members },
  'diagnostic.invite': { in: 'community', roles: leads },
  'diagnostic.read-answers': { in: 'community', roles: ['advisor'], logged: true },
  'diagnostic.enter-for': { in: 'community', roles: ['advisor'], logged: true },
  'diagnostic.return': { in: 'community', roles: ['advisor'], logged: true },
  'diagnostic.lock': { in: 'community', roles: leadAndAdvisor },
  'diagnostic.override': { in: 'community', roles: ['advisor'], aloneLead: true },
  'report-card.see': { in: 'community', roles: everyone, logged: true },
  'report-card.review': { in: 'community', roles: ['advisor'], aloneLead: true, logged: true },
  'report-card.publish': { in: 'community', roles: ['advisor'], aloneLead: true },
  'draft-plan.see': { in: 'community', roles: everyone, logged: true },
  'draft-plan.edit': { in: 'community', roles: ['advisor'], aloneLead: true },
  'draft-plan.comment': { in: 'community', roles: [...members, 'advisor', 'expert'] },
  'draft-plan.ask-expert': { in: 'community', roles: ['advisor'] },
  'draft-plan.share': { in: 'community', roles: ['lead', 'steward'] },
  'validation.see': { in: 'community', roles: everyone, logged: true },
  'validation.edit': { in: 'community', roles: leadAndAdvisor },
  'validation.close': { in: 'community', roles: leads },
  'final-plan.see': { in: 'community', roles: everyone, logged: true },
  'final-plan.prepare': { in: 'community', roles: leadAndAdvisor },
  'final-plan.sign-off': { in: 'community', roles: leads },
  'action.see': { in: 'community', roles: everyone, logged: true },
  'action.edit': { in: 'community', roles: [...members, 'advisor'] },

  // Learning
  'learning.see': { in: 'community', roles: everyone, logged: true },
  /** Move, add, set aside, assign, plan again. */
  'learning.plan': { in: 'community', roles: leadAndAdvisor },
  /** One's own share: begin, record hours, done. */
  'learning.do': { in: 'community', roles: members },
  'learning.prior': { in: 'community', roles: leads },
  'learning.close': { in: 'community', roles: leads },
  /** Templates filled in for the community. */
  'learning.templates': { in: 'community', roles: [...members, 'advisor'], logged: true },
  /** Results that learners chose to show to their community. */
  'learning.shared-results': { in: 'community', roles: [...members, 'advisor'], logged: true },
  'study.own': { in: 'program', roles: ['anyone'] },

  // Support
  'support.see': { in: 'community', roles: [...members, 'advisor'], logged: true },
  'support.ask': { in: 'community', roles: members },
  'support.match': { in: 'community', roles: leadAndAdvisor },
  /** Agree that someone from outside the community's team reads a question, or keep it inside. */
  'support.share': { in: 'community', roles: ['lead', 'steward'] },
  'session.see': { in: 'community', roles: [...members, 'advisor'], logged: true },
  'session.book': { in: 'community', roles: [...members, 'advisor'] },
  'support.own': { in: 'program', roles: ['anyone'] },
  'support.answer': { in: 'program', roles: ['expert', 'advisor', 'manager'] },
  /** Choose who answers, without reading it. */
  'support.route': { in: 'program', roles: ['manager'] },
  'support.publish': { in: 'program', roles: ['author', 'manager'] },
  'session.hold': { in: 'program', roles: ['expert', 'advisor'] },
  'directory.see': { in: 'program', roles: ['anyone'] },
  'directory.edit': { in: 'program', roles: ['expert', 'advisor'] },

  // Credentials, the library and packages
  'credential.own': { in: 'program', roles: ['anyone'] },
  'credential.revoke': { in: 'program', roles: ['manager', 'administrator'] },
  'credential.keys': { in: 'program', roles: ['administrator'] },
  'library.edit': { in: 'program', roles: ['author', 'manager', 'administrator'] },
  'package.upload': { in: 'program', roles: ['author', 'manager', 'administrator'] },
  'package.play': { in: 'program', roles: ['anyone'] },

  // The desk and the program
  'account.own': { in: 'program', roles: ['anyone'] },
  'desk.start': { in: 'program', roles: ['advisor', 'expert'] },
  'desk.caseload': { in: 'program', roles: ['advisor'] },
  'desk.questions': { in: 'program', roles: ['expert'] },
  'desk.slots': { in: 'program', roles: ['advisor', 'expert'] },
  'search.own': { in: 'program', roles: ['anyone'] },
  'community.start-alone': { in: 'program', roles: ['anyone'] },
  'program.start': { in: 'program', roles: ['manager', 'administrator', 'author', 'funder'] },
  'program.status': { in: 'program', roles: ['manager', 'administrator'] },
  'program.requests': { in: 'program', roles: ['manager'] },
  'program.assign': { in: 'program', roles: ['manager'] },
  'program.open': { in: 'program', roles: ['manager', 'administrator'] },
  'program.settings': { in: 'program', roles: ['manager', 'administrator'] },
  'program.people': { in: 'program', roles: ['administrator'] },
  'program.privacy': { in: 'program', roles: ['manager', 'administrator'] },
  'program.outbox': { in: 'program', roles: ['administrator'] },
  'program.record': { in: 'program', roles: ['administrator'] },
  'program.totals': { in: 'program', roles: ['manager', 'funder'] },
  'pack.publish': { in: 'program', roles: ['author', 'administrator'] },
  'api.tokens': { in: 'program', roles: ['anyone'] },
} as const satisfies Record<string, Act>

export type ActName = keyof typeof acts

/** How an actor stands: in the program, and towards the community that an act concerns. */
export type Standing = {
  staff: readonly StaffRole[]
  community: readonly CommunityRole[]
  /** The journey has no advisor. */
  alone: boolean
}

/**
 * Whether someone may do an act.
 *
 * @param standing for an act in a community: towards that community
 */
export function may(act: ActName, standing: Standing): boolean {
  const rule: Act = acts[act]
  if (rule.in === 'program')
    return rule.roles.some((role) => role === 'anyone' || standing.staff.includes(role as StaffRole))
  if (standing.community.some((role) => rule.roles.includes(role))) return true
  return rule.aloneLead === true && standing.alone && standing.community.includes('lead')
}

/** What people still do about a journey that was withdrawn or declined; everything else about it is read only. */
const afterItsEnd: readonly ActName[] = ['journey.withdraw', 'journey.reopen', 'message.read', 'message.write']

/** The last stage in which an act changes something: what the community decided on afterwards stays as it was decided. */
const until: Partial<Record<ActName, Stage>> = {
  'draft-plan.edit': 'validation',
  'draft-plan.ask-expert': 'validation',
  'learning.plan': 'endline',
  'learning.do': 'endline',
  'learning.prior': 'endline',
  'learning.close': 'learning',
}

/** Whether a journey takes a change by an act, where it stands. The rooms ask more of theirs; pages and checks read this. */
export function takesChange(act: ActName, journey: { stage: Stage; state: JourneyState }): boolean {
  const isOver = journey.state === 'withdrawn' || journey.state === 'declined'
  if (isOver && !afterItsEnd.includes(act)) return false
  const last = until[act]
  return last === undefined || !isBefore(last, journey.stage)
}

/** Whether doing this leaves a line in the community's log of reads, and as whom. Members never do. */
export function readerRole(act: ActName, standing: Standing): CommunityRole | undefined {
  const rule: Act = acts[act]
  if (rule.in === 'program' || !rule.logged || standing.community.some((role) => members.includes(role)))
    return undefined
  return standing.community.find((role) => rule.roles.includes(role))
}

/** Staff must have shown a second factor before they do anything as staff. */
export function needsSecondFactor(act: ActName, standing: Standing): boolean {
  if (standing.staff.length === 0 || act === 'account.own') return false
  return !(acts[act].in === 'community' && standing.community.some((role) => members.includes(role)))
}
