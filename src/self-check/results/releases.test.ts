import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'
import { publishRelease } from '../../content/publish.ts'
import { packHash } from '../../content/release.ts'
import type { Pack } from '../../content/schema.ts'
import { newRecord, type SelfCheckRecord } from '../record/record.ts'

const { app, db, pack, release, clock } = await testApp()
const sameSite = { 'sec-fetch-site': 'same-origin' }
const unknown = 'f'.repeat(64)

// The release before today's: one component had another name and wording, one is gone since.
const renamed = { en: 'List of data holdings', fr: 'Liste des fonds de données' }
const [first] = pack.components
if (!first) throw new Error('the pack has no components')
const gone = { ...first, id: 'long-gone', name: { en: 'Long gone', fr: 'Disparue' }, enables: [] }
const earlierPack: Pack = {
  ...pack,
  version: '0.9.0',
  components: [
    ...pack.components.map((component) =>
      component.id === 'data-inventory' ? { ...component, name: renamed, rubricVersion: 7 } : component,
    ),
    gone,
  ],
}
const earlier = packHash(earlierPack)
await publishRelease(db, earlierPack, earlier, clock.time)

function answered(under: string): SelfCheckRecord {
  return {
    ...newRecord({ id: 'device', now: clock.time, release: under }),
    answers: {
      'data-inventory': { given: { practice: 1, knowledge: 1 }, wanted: 3, importance: 2, rubricVersion: 7 },
      'data-quality': { given: { practice: 2, knowledge: 2 }, wanted: 3 },
      'long-gone': { given: { practice: 1, knowledge: 0 }, note: 'from before' },
    },
  }
}

const post = (path: string, form: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: sameSite, body: new URLSearchParams(form) })
const page = async (path: string) => (await app.request(path)).text()
const textOf = async (record: SelfCheckRecord, fields: Record<string, string> = {}) =>
  (
    await post('/en/self-check/documents', {
      answers: JSON.stringify(record),
      document: 'report-card.txt',
      ...fields,
    })
  ).text()

async function keptHome(under: string): Promise<string> {
  const answer = await app.request('/en/self-check/resume-link', {
    method: 'POST',
    headers: { ...sameSite, 'content-type': 'application/json' },
    body: JSON.stringify(answered(under)),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { path: string }).path
}

const recordOf = async (home: string) => (await app.request(`${home}/record.json`)).json()

test('a device gets the content of any published release, to score the answers it holds', async () => {
  const answer = await app.request(`/fr/self-check/content/${earlier}.json`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).toContain(renamed.fr)
  expect(await page(`/fr/self-check/content/${release}.json`)).not.toContain(renamed.fr)
  for (const name of [`${unknown}.json`, 'x.json', `${earlier}.js`]) {
    const missing = await app.request(`/fr/self-check/content/${name}`)
    expect(missing.status, name).toBe(404)
    expect(missing.headers.get('cache-control')).not.toContain('immutable')
  }
})

test('results of an earlier release name a component that is gone, without a way to its question', async () => {
  const home = await keptHome(earlier)
  const card = await page(`${home}/report-card`)
  expect(card).toContain('Long gone')
  expect(card).toContain(`href="${home}/data-quality"`)
  expect(card).not.toContain(`href="${home}/long-gone"`)
  const device = await page('/en/self-check/report-card')
  expect(device).toMatch(/data-components="[^"]*data-quality/)
  expect(device).not.toContain('long-gone')
})

test('a document of answers to an earlier release is worked out with that release, and says so', async () => {
  const text = await textOf(answered(earlier))
  expect(text).toContain(renamed.en)
  expect(text).toContain('Long gone')
  expect(text).toContain(earlier.slice(0, 12))
  expect(text).not.toContain(release.slice(0, 12))
  expect(text).toContain('The questions have been updated since you answered')
})

test('a release that was never published is not printed: today’s is, and the document says so', async () => {
  const text = await textOf(answered(unknown))
  expect(text).not.toContain('ffffff')
  expect(text).toContain(release.slice(0, 12))
  expect(text).toContain('a version of the questions that is not kept here')
  expect(text).toMatch(/Please check your answers again: .*Data inventory/)
  const json = await post('/en/self-check/documents', {
    answers: JSON.stringify(answered(unknown)),
    document: 'report-card.json',
  })
  const card = (await json.json()) as { release: string; components: { component: string; rubricVersion?: number }[] }
  expect(card.release).toBe(release)
  expect(card.components.find(({ component }) => component === 'data-inventory')?.rubricVersion).toBe(7)
  expect(card.components.find(({ component }) => component === 'data-quality')).not.toHaveProperty('rubricVersion')
})

test('a document of today’s answers has no such note', async () => {
  const record = answered(release)
  record.answers = { 'data-quality': { given: { practice: 2, knowledge: 2 } } }
  const text = await textOf(record)
  expect(text).not.toMatch(/have been updated|not kept here|check your answers again/)
})

test('a link keeps the release that was answered: results follow it, questions are today’s, exports lose nothing', async () => {
  const home = await keptHome(earlier)
  expect(await recordOf(home)).toMatchObject({ release: earlier, pack: pack.id })
  const card = await page(`${home}/report-card`)
  expect(card).toContain(renamed.en)
  expect(card).toContain('worked out with the questions you answered')
  const question = await page(`${home}/data-inventory`)
  expect(question).toContain('Data inventory')
  expect(question).toContain('The questions have been updated since you started')
  expect(question).toMatch(/id="check-again">/)
  expect(await page(`${home}/data-quality`)).toMatch(/id="check-again" hidden/)
  const file = (await (await app.request(`${home}/answers.json`)).json()) as { answers: { component: string }[] }
  expect(file.answers.some(({ component }) => component === 'long-gone')).toBe(true)
})

test('with the first answer the self-check moves to today’s release, and what was not looked at again is marked', async () => {
  const home = await keptHome(earlier)
  await post(`${home}/cyber-security`, { 'given.practice': '2', version: '0' })
  const record = await recordOf(home)
  expect(record.release).toBe(release)
  expect(record.answers['data-inventory'].rubricVersion).toBe(7)
  expect(record.answers['data-quality'].rubricVersion).toBeNull()
  expect(record.answers['cyber-security'].rubricVersion).toBeGreaterThan(0)
  const card = await page(`${home}/report-card`)
  expect(card).not.toContain(renamed.en)
  expect(card).toContain('Please check your answers again')
  const marked = /<p data-check-again[^>]*>/g
  const marks = [...(await page(`${home}/review`)).matchAll(marked)].filter(([tag]) => !tag.includes('hidden'))
  expect(marks).toHaveLength(2)
  // Saving the page again is to have looked at it.
  await post(`${home}/data-inventory`, { 'given.practice': '1', 'given.knowledge': '1', version: '1' })
  expect((await recordOf(home)).answers['data-inventory'].rubricVersion).not.toBe(7)
  expect(await page(`${home}/data-inventory`)).toMatch(/id="check-again" hidden/)
})

test('a link for answers to an unknown release goes on under today’s questions', async () => {
  const record = await recordOf(await keptHome(unknown))
  expect(record.release).toBe(release)
  expect(record.answers['data-quality'].rubricVersion).toBeNull()
  expect(record.answers).not.toHaveProperty('long-gone')
})

test('an imported file keeps the release it names, and the page says that it is another one', async () => {
  const from = await keptHome(earlier)
  const file = await (await app.request(`${from}/answers.json`)).text()
  const home = (await post('/en/self-check/without-scripts', {})).headers.get('location') ?? ''
  const body = new FormData()
  body.set('file', new File([file], 'answers.json'))
  const answer = await app.request(`${home}/files`, { method: 'POST', headers: sameSite, body })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('another version of the questions')
  const record = await recordOf(home)
  expect(record.release).toBe(earlier)
  expect(record.answers['long-gone']).toMatchObject({ given: { practice: 1, knowledge: 0 } })
})

test('a document is dated by the visitor’s day, or the day of the service’s time zone', async () => {
  clock.time = new Date('2030-01-16T02:30:00Z')
  const record = answered(release)
  expect(await textOf(record)).toContain('January 15, 2030')
  expect(await textOf(record, { today: '2030-01-16' })).toContain('January 16, 2030')
  for (const today of ['2031-01-01', 'tomorrow']) expect(await textOf(record, { today })).toContain('January 15, 2030')
})
