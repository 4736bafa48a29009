import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'
import { newRecord, type SelfCheckRecord } from './record.ts'

const { app, pack, release, clock } = await testApp()
const sameSite = { 'sec-fetch-site': 'same-origin' }

const post = (path: string, form: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: sameSite, body: new URLSearchParams(form) })

const page = async (path: string) => (await app.request(path)).text()

/** Someone who answered every component: low in practice, a little higher in knowledge, and wants more. */
function answered(): SelfCheckRecord {
  const record = newRecord({ id: 'here', now: clock.time, release })
  record.form = 'full'
  for (const [index, component] of pack.components.entries()) {
    record.answers[component.id] = {
      given: { practice: index % 3, knowledge: (index + 1) % 3 },
      wanted: (index % 3) + 1,
      importance: index % 4,
    }
  }
  return record
}

async function keptHome(record = answered()): Promise<string> {
  const answer = await app.request('/en/self-check/resume-link', {
    method: 'POST',
    headers: { ...sameSite, 'content-type': 'application/json' },
    body: JSON.stringify(record),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { path: string }).path
}

test.each(['report-card', 'plan', 'compare'])(
  'the %s page of a device carries no answer and says what it needs',
  async (name) => {
    const text = await page(`/en/self-check/${name}`)
    expect(text).toContain(`data-pack="/en/self-check/content/${release}.json"`)
    expect(text).toContain('/en/self-check/without-scripts')
  },
)

test('a device gets the content of its release in one language, and no other release', async () => {
  const answer = await app.request(`/fr/self-check/content/${release}.json`)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  const text = await answer.text()
  expect(text).toContain('Inventaire des données')
  expect(text).not.toContain('Data inventory')
  expect((await app.request(`/fr/self-check/content/${'0'.repeat(64)}.json`)).status).toBe(404)
})

test('the kept report card shows strengths, gaps and the numbers behind them, in each language', async () => {
  const home = await keptHome()
  const english = await page(`${home}/report-card`)
  for (const words of ['Strengths', 'Largest gaps', 'What to do next', 'Worked out from'])
    expect(english).toContain(words)
  const french = await page(`${home.replace('/en/', '/fr/')}/report-card`)
  for (const words of ['Points forts', 'Écarts les plus grands', 'Calculé à partir de']) expect(french).toContain(words)
})

test('the kept plan shows two pathways; one can be chosen and let go of', async () => {
  const home = await keptHome()
  const before = await page(`${home}/plan`)
  expect(before).toContain('Pathway A: Foundations')
  expect(before).toContain('Pathway B: Our priorities')
  expect(before).not.toContain('You chose pathway')
  expect((await post(`${home}/plan`, { chosen: 'B' })).status).toBe(303)
  expect(await page(`${home}/plan`)).toContain('You chose pathway B')
  await post(`${home}/plan`, { chosen: '' })
  expect(await page(`${home}/plan`)).not.toContain('You chose pathway')
})

test('hours, weeks and importance change the kept plan, and importance the answer', async () => {
  const home = await keptHome()
  await post(`${home}/plan`, { hours: '6', weeks: '4', 'importance-data-inventory': '3' })
  const text = await page(`${home}/plan`)
  expect(text).toContain('Both fit in 6 hours over 4 weeks')
  expect(await page(`${home}/data-inventory`)).toMatch(/id="importance-3"[^>]*checked/)
})

test.each([
  ['report-card.pdf', 'application/pdf', '%PDF-'],
  ['action-plan.pdf', 'application/pdf', '%PDF-'],
  ['report-card.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ['action-plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ['report-card.txt', 'text/plain; charset=utf-8', ''],
  ['action-plan.json', 'application/json; charset=utf-8', '{'],
])('a device gets %s from the answers it sends', async (document, type, start) => {
  const answers = JSON.stringify({ ...answered(), chosen: 'A' })
  const answer = await post('/en/self-check/documents', { answers, document, community: 'Maple Flats' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${document}"`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const body = Buffer.from(await answer.arrayBuffer())
  expect(body.subarray(0, start.length).toString('latin1')).toBe(start)
})

test('a document of a kept self-check needs no answers sent along', async () => {
  const home = await keptHome()
  const answer = await post(`${home.replace('/en/', '/fr/')}/documents`, { document: 'action-plan.txt' })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="plan-d-action.txt"')
  expect(await answer.text()).toContain('Les fondations')
})

test.each([
  ['no answers', { document: 'report-card.pdf' }],
  ['answers that are not a self-check', { document: 'report-card.pdf', answers: '{"schema":1}' }],
  ['answers that are not JSON', { document: 'report-card.pdf', answers: 'x' }],
  ['a document that does not exist', { document: 'poem.pdf', answers: 'valid' }],
])('%s get a page that says so', async (_, form) => {
  const filled = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, value === 'valid' ? JSON.stringify(answered()) : value]),
  )
  const answer = await post('/fr/self-check/documents', filled)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('lang="fr"')
})

test('a stranger’s link leads nowhere', async () => {
  const token = 'A'.repeat(43)
  for (const name of ['report-card', 'plan']) {
    expect((await app.request(`/en/self-check/kept/${token}/${name}`)).status).toBe(404)
  }
  expect((await post(`/en/self-check/kept/${token}/documents`, { document: 'report-card.pdf' })).status).toBe(404)
  expect((await post(`/en/self-check/kept/${token}/plan`, { chosen: 'A' })).status).toBe(404)
})

test('the blank questionnaire exists in both forms and every wording, and nowhere else', async () => {
  for (const name of ['municipal-short', 'indigenous-government-full']) {
    const answer = await app.request(`/fr/questionnaire/${name}.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }
  expect((await app.request('/fr/questionnaire/municipal-huge.pdf')).status).toBe(404)
})
