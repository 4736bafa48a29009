import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import type { StaffRole } from '../domain/access.ts'
import { stages } from '../domain/stages.ts'
import { type ExportPart, publishDocument } from '../journey/record/index.ts'
import { asPerson, recordConsent } from '../people/index.ts'
import { insertToken, newToken, type TokenScope, tokenScopes } from '../people/tokens/index.ts'
import { recordProgramEvent } from '../program/index.ts'
import { apiRoutes, endpoints } from './routes.ts'

const service = await testApp()
const { app, db, clock, release } = service

/** A token of a person, as their account page makes it. */
async function tokenOf(
  person: { personId: string },
  scopes: readonly TokenScope[] = tokenScopes,
  options: { strong?: boolean } = {},
): Promise<string> {
  const token = newToken()
  await asPerson(db, person, (tx) =>
    insertToken(tx, {
      id: randomUUID(),
      personId: person.personId,
      token,
      name: 'A test',
      scopes,
      strong: options.strong ?? true,
      now: clock.time,
      expiresAt: new Date(clock.time.getTime() + 86_400_000),
    }),
  )
  return token
}

const get = (path: string, token?: string, headers: Record<string, string> = {}) =>
  app.request(`/api/v1${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } })

const staff = (role: StaffRole) => aPerson(service, { staff: [role] })

const lead = await aPerson(service, { name: 'Ada' })
const contributor = await aPerson(service)
const advisor = await staff('advisor')
const community = await aCommunity(service, {
  name: 'Pine Harbour',
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
  assigned: [['advisor', advisor]],
})
const journey = await aJourney(service, { communityId: community, by: lead, stage: 'diagnostic' })
const { id: document } = await asPerson(db, lead, async (tx) => {
  const block = { title: 'Agreement', language: 'en', blocks: [] } as never
  const at = { communityId: community, id: journey, release }
  await recordConsent(tx, {
    communityId: community,
    use: 'research',
    granted: true,
    decidedOn: '2030-01-10',
    personId: lead.personId,
    at: clock.time,
  })
  return publishDocument(tx, at, {
    kind: 'agreement',
    models: { en: block, fr: block },
    data: { hours: 20 },
    at: clock.time,
    by: lead.personId,
  })
})
const manager = await staff('manager')
const funder = await staff('funder')
const administrator = await staff('administrator')
await asPerson(db, administrator, (tx) =>
  recordProgramEvent(tx, {
    personId: administrator.personId,
    act: 'settings.changed',
    at: clock.time,
    detail: { name: 'é,"x"' },
  }),
)

const values: Record<string, string> = { community, journey, document, release }
const addressOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
const readerOf: Record<string, { personId: string }> = { '/program/totals': manager, '/record': administrator }

type Operation = {
  summary: string
  description: string
  parameters: { name: string; in: string; description: string }[]
  responses: Record<string, { content: Record<string, { schema: object }> }>
}
type Description = {
  openapi: string
  paths: Record<string, { get: Operation }>
  components: { schemas: { Error: object } }
}
const description = (await (await get('/openapi.json')).json()) as Description
const ajv = new Ajv2020({ strict: false, validateFormats: false })

test('the description names every route, and the routes are those it names', () => {
  expect(description.openapi).toBe('3.1.0')
  const served = app.routes
    .filter(({ path, method }) => method === 'GET' && path.startsWith('/api/v1/') && !path.endsWith('*'))
    .map(({ path }) => path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}'))
  expect([...Object.keys(description.paths), '/openapi.json'].toSorted()).toEqual([...new Set(served)].toSorted())
})

test.each(endpoints.map((one) => [one.path, one] as const))(
  '%s says what it is, and answers as it says',
  async (path, one) => {
    const operation = description.paths[path]?.get
    expect(operation?.summary).toBeTruthy()
    expect(operation?.description).toBeTruthy()
    for (const parameter of operation?.parameters ?? []) expect(parameter.description, parameter.name).toBeTruthy()
    const answer = await get(addressOf(path), one.open ? undefined : await tokenOf(readerOf[path] ?? lead))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const valid = ajv.compile(operation?.responses['200']?.content['application/json']?.schema ?? { not: {} })
    valid(await answer.json())
    expect(valid.errors).toBeNull()
  },
)

test('without a token nobody is anyone: a cookie of a session does not count', async () => {
  for (const one of endpoints.filter(({ open }) => !open)) {
    const cookie = { ...signedInAs(lead.personId) }
    expect((await get(addressOf(one.path), undefined, cookie)).status, one.path).toBe(401)
    expect((await get(addressOf(one.path), 'wm_nonsense')).status, one.path).toBe(401)
    expect((await get(addressOf(one.path), newToken())).status, one.path).toBe(401)
  }
})

test('errors say what to do, in the language of Accept-Language, as the description says', async () => {
  const valid = ajv.compile(description.components.schemas.Error)
  const french = await get('/communities', undefined, { 'accept-language': 'fr-CA' })
  expect(french.headers.get('www-authenticate')).toBe('Bearer')
  expect(french.headers.get('content-language')).toBe('fr')
  const body = await french.json()
  expect(valid(body)).toBe(true)
  expect(body).toMatchObject({ error: { code: 'no-token' } })
  expect(JSON.stringify(body)).toContain('Envoyez un jeton')
  for (const [path, status] of [
    ['/nowhere', 404],
    ['/communities?limit=1000', 400],
    ['/communities?colour=red', 400],
  ] as const) {
    const answer = await get(path, await tokenOf(lead))
    expect(answer.status, path).toBe(status)
    expect(valid(await answer.json()), path).toBe(true)
  }
  const posted = await app.request('/api/v1/communities', {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(lead)}`, 'sec-fetch-site': 'same-origin' },
  })
  expect(posted.status).toBe(405)
})

test('a token reads no further than its scopes', async () => {
  const token = await tokenOf(lead, ['program'])
  expect((await get('/me', token)).status).toBe(200)
  const refused = await get(`/communities/${community}`, token)
  expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'scope-missing' } }])
})

test('a token reads no further than its person: strangers, contributors and staff without an assignment', async () => {
  const stranger = await aPerson(service)
  const paths = [
    `/communities/${community}`,
    `/communities/${community}/journeys`,
    `/communities/${community}/consents`,
    `/communities/${community}/export`,
    `/journeys/${journey}`,
    `/journeys/${journey}/documents`,
    `/journeys/${journey}/documents/${document}`,
  ]
  for (const person of [stranger, manager, funder, administrator, await staff('advisor')]) {
    const token = await tokenOf(person)
    for (const path of paths) expect((await get(path, token)).status, path).toBe(404)
    expect(await (await get('/communities', token)).json()).toEqual({ items: [], next: null })
  }
  const own = await tokenOf(contributor)
  expect((await get(`/journeys/${journey}`, own)).status).toBe(200)
  expect((await get(`/communities/${community}/export`, own)).status).toBe(403)
  expect((await get(`/communities/${community}/consents`, own)).status).toBe(403)
  for (const path of ['/program/totals', '/record']) expect((await get(path, own)).status, path).toBe(403)
  expect((await get('/record', await tokenOf(manager))).status).toBe(403)
})

test('a token of staff that was made without a second factor does nothing as staff', async () => {
  const token = await tokenOf(advisor, tokenScopes, { strong: false })
  const refused = await get(`/journeys/${journey}`, token)
  expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'second-factor' } }])
})

test('what an advisor reads through the API is logged for the community; what members read is not', async () => {
  const reads = () =>
    asPerson(db, lead, (tx) =>
      tx.selectFrom('people_read').select(['act', 'role', 'path', 'person_id']).orderBy('id').execute(),
    )
  const before = (await reads()).length
  await get(`/journeys/${journey}/documents/${document}`, await tokenOf(lead))
  expect((await get(`/journeys/${journey}/documents/nonsense`, await tokenOf(lead))).status).toBe(404)
  expect(await reads()).toHaveLength(before)
  await get(`/journeys/${journey}/documents/${document}`, await tokenOf(advisor))
  expect((await reads()).slice(before)).toEqual([
    {
      act: 'document.read',
      role: 'advisor',
      path: `/api/v1/journeys/${journey}/documents/${document}`,
      person_id: advisor.personId,
    },
  ])
})

test('the export holds documents with their values, consent and journeys', async () => {
  const body = await (await get(`/communities/${community}/export`, await tokenOf(lead))).json()
  expect(body).toMatchObject({
    schemaVersion: 1,
    community: { name: 'Pine Harbour' },
    consents: { now: { research: true, 'funder-total': false } },
    journeys: [{ id: journey, stage: 'diagnostic', documents: [{ kind: 'agreement', data: { hours: 20 } }] }],
  })
})

test('the export carries what each room adds, and leaves a line in the community’s record', async () => {
  const part: ExportPart = {
    collect: async (_tx, { journeyId }) => [
      { name: 'results.csv', content: `${journeyId ?? 'all'}\n` },
      { name: 'picture.bin', content: new Uint8Array([0, 255]) },
    ],
    dictionary: [],
  }
  const withPart = new Hono().route('/api/v1', apiRoutes({ ...service.deps, exportParts: [part] }))
  const headers = { authorization: `Bearer ${await tokenOf(lead)}` }
  const body = await (await withPart.request(`/api/v1/communities/${community}/export`, { headers })).json()
  const picture = { name: 'picture.bin', encoding: 'base64', content: 'AP8=' }
  expect(body).toMatchObject({
    files: [{ name: 'results.csv', encoding: 'utf8', content: 'all\n' }, picture],
    journeys: [{ files: [{ content: `${journey}\n` }, picture] }],
  })
  const events = await asPerson(db, lead, (tx) =>
    tx.selectFrom('journey_event').select('person_id').where('act', '=', 'community.exported').execute(),
  )
  expect(events.length).toBeGreaterThan(0)
})

test('lists come in pages', async () => {
  const ada = await aPerson(service)
  for (const name of ['Birch Cove', 'Cedar Lake', 'Deep River']) {
    await aCommunity(service, { name, members: [['lead', ada]] })
  }
  const token = await tokenOf(ada)
  const first = (await (await get('/communities?limit=2', token)).json()) as { items: { name: string }[]; next: string }
  expect(first.items.map(({ name }) => name)).toEqual(['Birch Cove', 'Cedar Lake'])
  expect(first.next).toBe('/api/v1/communities?page=2&limit=2')
  const second = await app.request(first.next, { headers: { authorization: `Bearer ${token}` } })
  expect(await second.json()).toMatchObject({ items: [{ name: 'Deep River', roles: ['lead'] }], next: null })
})

test('the record comes as a page, as lines and as a table', async () => {
  const token = await tokenOf(administrator)
  const lines = await get('/record?format=ndjson&limit=1', token)
  expect(lines.headers.get('content-type')).toBe('application/x-ndjson')
  expect(JSON.parse(await lines.text())).toMatchObject({ act: 'settings.changed', detail: { name: 'é,"x"' } })
  const table = await get('/record?format=csv', token)
  expect(table.headers.get('content-type')).toMatch(/^text\/csv/)
  expect(await table.text()).toMatch(/id,at,person,act,detail\r?\n/)
})

test('a manager sees every figure; a funder sees none that stands for a few communities', async () => {
  const token = await tokenOf(manager)
  const exact = (await (await get('/program/totals', token)).json()) as {
    stages: Record<string, number>
    total: number
  }
  expect(exact).toMatchObject({ unit: 'journeys', threshold: null, stages: { diagnostic: 1 }, total: 1 })
  const few = await (await get('/program/totals', await tokenOf(funder))).json()
  expect(few).toMatchObject({ unit: 'communities', threshold: 11, states: null, total: null })
  expect(Object.values((few as typeof exact).stages)).toEqual(stages.map(() => null))

  const start = clock.time
  for (let n = 0; n < 14; n++) {
    const id = await aCommunity(service, { name: `Place ${n}`, members: [['lead', lead]] })
    await aJourney(service, { communityId: id, by: lead, stage: n < 12 ? 'learning' : 'endline' })
  }
  const indigenous = await aCommunity(service, { members: [['lead', lead]], dataTerms: 'first-nations' })
  await aJourney(service, { communityId: indigenous, by: lead, stage: 'learning' })
  expect(
    await (await get('/program/totals', await tokenOf(funder))).json(),
    'figures stand still until the half-year',
  ).toEqual(few)
  clock.time = new Date('2030-07-02T12:00:00Z')
  const later = await (await get('/program/totals', await tokenOf(funder))).json()
  expect(later).toMatchObject({
    countedAt: '2030-07-01T00:00:00.000Z',
    stages: { learning: null, endline: null, diagnostic: null },
    total: 15,
  })
  for (let n = 14; n < 22; n++) {
    const id = await aCommunity(service, { name: `Place ${n}`, members: [['lead', lead]] })
    clock.time = new Date('2030-06-20T12:00:00Z')
    await aJourney(service, { communityId: id, by: lead, stage: 'endline' })
  }
  await asPerson(db, lead, (tx) =>
    recordConsent(tx, {
      communityId: indigenous,
      use: 'funder-total',
      granted: true,
      decidedOn: '2030-06-20',
      personId: lead.personId,
      at: clock.time,
    }),
  )
  clock.time = new Date('2030-07-02T12:00:00Z')
  const enough = await (await get('/program/totals', await tokenOf(funder))).json()
  expect(enough, 'learning: 12 and, by its own yes, one more').toMatchObject({ stages: { learning: 13 }, total: 24 })
  clock.time = start
})

test('too many requests from one address have to wait', async () => {
  const few = new Hono().route('/api/v1', apiRoutes({ ...service.deps, exportParts: [], requestsAMinute: 2 }))
  const answers = []
  for (let n = 0; n < 3; n++) answers.push(await few.request('/api/v1/openapi.json'))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(answers[2]?.headers.get('retry-after')).toBe('60')
})
