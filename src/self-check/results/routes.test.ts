import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'
import { newRecord, type SelfCheckRecord } from '../record/record.ts'

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
    expect(text).toContain(`data-release="${release}"`)
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
  expect(shownBy(text, 'hours')).toBe('6')
  expect(shownBy(text, 'weeks')).toBe('4')
  expect(await page(`${home}/data-inventory`)).toMatch(/id="importance-3"[^>]*checked/)
})

/** What the plan page's form sends for a field: its value, and what it showed. */
const sent = (fields: Record<string, [was: string, value: string]>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, [was, value]]) => [
      [name, value],
      [`was-${name}`, was],
    ]),
  )

/** The importance that is saved for a component, as its question page shows it. */
const importanceAt = async (home: string) =>
  /id="importance-(\d)"[^>]*checked/.exec(await page(`${home}/connectivity`))?.[1]

const shownBy = (text: string, name: string) => new RegExp(`name="was-${name}" value="([^"]*)"`).exec(text)?.[1] ?? '?'

test('a plan page from before another window’s change does not put the old values back', async () => {
  const home = await keptHome()
  const drawn = await page(`${home}/plan`)
  const name = 'importance-connectivity'
  const was = shownBy(drawn, name)
  const elsewhere = was === '3' ? '0' : '3'
  await post(`${home}/plan`, sent({ [name]: [was, elsewhere] }))
  // The older page sends every field; only the hours were touched there.
  const late = await post(`${home}/plan`, sent({ [name]: [was, was], hours: [shownBy(drawn, 'hours'), '6'] }))
  expect(late.status).toBe(303)
  const now = await page(`${home}/plan`)
  expect(await importanceAt(home)).toBe(elsewhere)
  expect(shownBy(now, 'hours')).toBe('6')
})

test('the same setting changed in two windows shows both values, keeps the rest, and the person decides', async () => {
  const home = await keptHome()
  const drawn = await page(`${home}/plan`)
  const name = 'importance-connectivity'
  const was = shownBy(drawn, name)
  const [mine = '', theirs = ''] = ['0', '1', '3'].filter((value) => value !== was)
  await post(`${home}/plan`, sent({ [name]: [was, theirs], chosen: ['', 'B'] }))
  const late = await post(
    `${home}/plan`,
    sent({ [name]: [was, mine], chosen: ['', 'A'], weeks: [shownBy(drawn, 'weeks'), '9'] }),
  )
  expect(late.status).toBe(409)
  const text = await late.text()
  for (const words of ['Connectivity', 'Not now', 'Chosen pathway', 'changed in another window']) {
    expect(text).toContain(words)
  }
  const kept = await page(`${home}/plan`)
  expect(await importanceAt(home)).toBe(theirs)
  expect(shownBy(kept, 'weeks')).toBe('9')
  expect(kept).toContain('You chose pathway B')
  // The page that came back carries what is saved now: sending it is the decision.
  const decision = sent({ [name]: [shownBy(text, name), mine], chosen: [shownBy(text, 'chosen'), 'A'] })
  expect((await post(`${home}/plan`, decision)).status).toBe(303)
  const decided = await page(`${home}/plan`)
  expect(await importanceAt(home)).toBe(mine)
  expect(decided).toContain('You chose pathway A')
})

test.each([
  ['hours', '0', 'Enter the hours as a number from 0.25 to 2000.'],
  ['hours', '2001', 'Enter the hours as a number from 0.25 to 2000.'],
  ['weeks', '2.5', 'Enter the weeks as a whole number from 1 to 104.'],
  ['weeks', '105', 'Enter the weeks as a whole number from 1 to 104.'],
])(
  '%s of %s get the same words on the plan and on the set-up page, and stay in the field',
  async (name, value, words) => {
    const home = await keptHome()
    for (const place of ['plan', 'set-up']) {
      const answer = await post(`${home}/${place}`, { [name]: value, version: '1' })
      expect(answer.status).toBe(422)
      const text = await answer.text()
      expect(text).toContain(words)
      expect(text).toContain(`href="#${name}"`)
      expect(text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
    }
  },
)

test('a document of texts that are too long says which, and where to shorten them', async () => {
  const record = answered()
  record.answers['data-inventory'] = { given: { practice: 1 }, note: 'x'.repeat(2001) }
  const answer = await post('/en/self-check/documents', {
    answers: JSON.stringify(record),
    document: 'report-card.pdf',
  })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('Data inventory, note: at most 2000 characters.')
  expect(text).toContain('href="/en/self-check/data-inventory"')
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

test('plans are limited for an address, generously, and the limit passes', async () => {
  const home = await keptHome()
  clock.time = new Date(clock.time.getTime() + 60_000)
  const statuses: number[] = []
  for (let asked = 0; asked < 70; asked += 1) {
    statuses.push((await post(`${home}/plan`, { chosen: asked % 2 === 0 ? 'A' : '' })).status)
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(60)
  expect(statuses.at(-1)).toBe(429)
  expect((await app.request(`${home}/report-card`)).status).toBe(200)
  clock.time = new Date(clock.time.getTime() + 60_000)
  expect((await post(`${home}/plan`, { chosen: 'A' })).status).toBe(303)
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
