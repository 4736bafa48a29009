import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  type ActName,
  acts,
  type CommunityRole,
  may,
  needsSecondFactor,
  type StaffRole,
} from '../../src/domain/access.ts'
import { aCommunity, aJourney, aPerson } from '../builders/communities.ts'
import { signedInAs } from '../sign-in.ts'
import { testApp } from '../test-app.ts'

/**
 * Routes without a person, each with its reason. Everything else must name an act, and is then tried by every role below.
 * A pattern covers what begins with it.
 */
const open: [RegExp, string][] = [
  [/^\/(healthz|assets\/\*)?$/, 'the service itself'],
  [/^\/:language\/?$/, 'the welcome page'],
  [
    /^\/:language\/(about|method|framework|catalogue|questionnaire|self-check)\b/,
    'the open self-check and its content',
  ],
  [/^\/:language\/(contact|privacy|accessibility|terms)$/, 'what the public must be able to read'],
  [/^\/:language\/program\/logo$/, 'stands on public pages'],
  [/^\/:language\/sign-in\b/, 'before anyone is known'],
  [/^\/:language\/sign-out$/, 'ends whatever session there is'],
  [/^\/:language\/first-administrator\b/, 'the one-time link of the first start'],
  [/^\/:language\/invitations\/:token\b/, 'the link is the key'],
  [/^\/:language\/unsubscribe\/:token\b/, 'the link is the key'],
  [/^\/:language\/journeys\/:journey\/learning\/calendar\/:feed$/, 'the link is the key'],
  [/^\/:language\/request(\/|$)/, 'a public form, and its answer by a link that is the key'],
  [/^\/:language\/account\/email\b/, 'the link of a changed address is the key'],
  [
    /^\/:language\/credentials\/(verify$|:file\{|:credential\{[^/]*$)/,
    'the address is the key, and its holder can hide it',
  ],
  [/^\/credentials\//, 'what other machines read: keys, lists, and certificates that are not hidden'],
  [
    /^\/package-content\/:token\//,
    'content of a package: the address is the key, signed for one person and some hours',
  ],
  [/^\/id\/item\b/, 'names of items in learning events, which lead to open pages'],
  [/^\/api\/v1\b/, 'by token: tested in src/api'],
]

type Person = { name: string; personId: string; staff: StaffRole[]; community: CommunityRole[] }

const service = await testApp()
const { app } = service

const staffOnly = async (role: StaffRole): Promise<Person> => ({
  ...(await aPerson(service, { staff: [role] })),
  name: `${role} who is not assigned`,
  staff: [role],
  community: [],
})
const member = async (role: CommunityRole): Promise<Person> => ({
  ...(await aPerson(service)),
  name: role,
  staff: [],
  community: [role],
})
const assigned = async (role: 'advisor' | 'expert'): Promise<Person> => ({
  ...(await aPerson(service, { staff: [role] })),
  name: `assigned ${role}`,
  staff: [role],
  community: [role],
})

const team = {
  lead: await member('lead'),
  contributor: await member('contributor'),
  steward: await member('steward'),
  advisor: await assigned('advisor'),
  expert: await assigned('expert'),
}
const strangers = [
  { ...(await member('lead')), name: 'lead of another community', community: [] as CommunityRole[] },
  { ...(await aPerson(service)), name: 'someone with an account', staff: [], community: [] },
  ...(await Promise.all(
    (['advisor', 'expert', 'manager', 'author', 'funder', 'administrator'] as const).map(staffOnly),
  )),
] satisfies Person[]
const people: Person[] = [...Object.values(team), ...strangers]

const makeCommunity = () =>
  aCommunity(service, {
    members: [
      ['lead', team.lead],
      ['contributor', team.contributor],
      ['steward', team.steward],
    ],
    assigned: [
      ['advisor', team.advisor],
      ['expert', team.expert],
    ],
  })
await aCommunity(service, { name: 'Elsewhere', members: [['lead', strangers[0] as Person]] })
const communityId = await makeCommunity()
const journeyId = await aJourney(service, { communityId, by: team.lead, stage: 'diagnostic' })

type Route = { method: string; path: string; act: ActName | undefined }

const routes = collectRoutes()

function collectRoutes(): Route[] {
  const found = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const act = (handler as { act?: ActName }).act ?? found.get(key)?.act
    found.set(key, { method, path, act })
  }
  return [...found.values()]
}

function addressOf(path: string, ids: { journeyId: string; communityId: string }): string {
  return withoutPatterns(path.replace(':file{plan', 'plan.pdf{').replace(/:file\{(?=.*pdf)/, ':file.pdf{'))
    .replace(/^\/:language/, '/en')
    .replace(':journey', ids.journeyId)
    .replace(':community', ids.communityId)
    .replace(/:[a-z]+/gi, randomUUID())
}

/** A parameter may carry what it must look like, with braces inside braces: `:id{[0-9]{2}}`. */
function withoutPatterns(path: string): string {
  let depth = 0
  let out = ''
  for (const character of path) {
    if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    else if (depth === 0) out += character
  }
  return out
}

function send(
  route: Route,
  person: Person | undefined,
  ids: { journeyId: string; communityId: string },
  strong = true,
) {
  const headers: Record<string, string> = person
    ? signedInAs(person.personId, { strong })
    : { 'sec-fetch-site': 'same-origin' }
  return app.request(addressOf(route.path, ids), {
    method: route.method,
    headers,
    ...(route.method === 'GET' ? {} : { body: new URLSearchParams() }),
  })
}

/** Addresses of what this journey does not have yet. That nobody else comes through is tried all the same. */
const notYet =
  /(invitation\.ics|interview\/cancel|diagnostic\/(lock|answer|.*)|validation\/[a-z-]+|final-plan\/[a-z.-]+|draft-plan\/.+|report-card\/.+|\.csv)$/

function allowed(act: ActName, person: Person): boolean {
  return may(act, { staff: person.staff, community: person.community, alone: false })
}

/** Refused: not found, not allowed, or sent to give a reason first. */
async function isRefused(response: Response): Promise<boolean> {
  const to = response.headers.get('location') ?? ''
  return [401, 403, 404].includes(response.status) || (response.status === 303 && to.includes('/program/open/'))
}

const guarded = routes.filter((route): route is Route & { act: ActName } => route.act !== undefined)

test('every route names who may come through, or is open for a reason that is written down', () => {
  const without = routes.filter(({ act, path }) => act === undefined && !open.some(([pattern]) => pattern.test(path)))
  expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  expect(guarded.length).toBeGreaterThan(60)
})

test('every act of the table is the rule of some route', () => {
  const used = new Set(guarded.map(({ act }) => act))
  // Acts that pages ask about to show or hide a part, without a route of their own.
  const onPages: ActName[] = ['program.status']
  expect(Object.keys(acts).filter((act) => !used.has(act as ActName) && !onPages.includes(act as ActName))).toEqual([])
})

test('nobody comes through without a session', async () => {
  for (const route of guarded) {
    const response = await send(route, undefined, { journeyId, communityId })
    const to = response.headers.get('location') ?? ''
    expect(`${route.method} ${route.path} ${response.status}`).toBe(
      `${route.method} ${route.path} ${route.method === 'GET' ? 303 : 401}`,
    )
    if (route.method === 'GET') expect(to).toMatch(/^\/en\/sign-in\?to=/)
  }
})

for (const person of people) {
  test(`whoever may not is refused everywhere: ${person.name}`, async () => {
    for (const route of guarded.filter(({ act }) => !allowed(act, person))) {
      const response = await send(route, person, { journeyId, communityId })
      const refused = await isRefused(response)
      expect(`${route.method} ${route.path} ${refused ? 'refused' : response.status}`).toBe(
        `${route.method} ${route.path} refused`,
      )
    }
  })

  test(`whoever may comes through: ${person.name}`, async () => {
    for (const route of guarded.filter(({ act }) => allowed(act, person))) {
      // Whatever an empty form does, it does it to a community of its own.
      const own = route.method === 'GET' || acts[route.act].in === 'program' ? undefined : await makeCommunity()
      const ids = own
        ? {
            communityId: own,
            journeyId: await aJourney(service, { communityId: own, by: team.lead, stage: 'diagnostic' }),
          }
        : { journeyId, communityId }
      const response = await send(route, person, ids)
      const rest = addressOf(route.path, { journeyId: '', communityId: '' })
      const named = /[0-9a-f-]{36}/.test(rest) || notYet.test(rest)
      const bad = [401, 403, ...(named || route.method !== 'GET' ? [] : [404])].includes(response.status)
      expect(`${route.method} ${route.path} ${bad || response.status >= 500 ? response.status : 'through'}`).toBe(
        `${route.method} ${route.path} through`,
      )
    }
  })
}

test('staff without a second factor come through to nothing that is staff’s', async () => {
  for (const person of people.filter(({ staff }) => staff.length > 0)) {
    const standing = { staff: person.staff, community: person.community, alone: false }
    for (const route of guarded.filter(({ act }) => allowed(act, person) && needsSecondFactor(act, standing))) {
      const response = await send(route, person, { journeyId, communityId }, false)
      expect(`${route.path} ${response.headers.get('location')?.startsWith('/en/sign-in/second-factor')}`).toBe(
        `${route.path} true`,
      )
    }
  }
})
