import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'
import { asLinkHolder } from './link.ts'
import { purgeExpired } from './store.ts'

const { app, db, pack, clock } = await testApp()
const day = 24 * 60 * 60 * 1000

async function begin(language: 'en' | 'fr' = 'en'): Promise<string> {
  const answer = await app.request(`/${language}/self-check/without-scripts`, { method: 'POST', headers: sameSite })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const sameSite = { 'sec-fetch-site': 'same-origin' }

const post = (path: string, form: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: sameSite, body: new URLSearchParams(form) })

const page = async (path: string) => (await app.request(path)).text()

const fullAnswer = { 'given.practice': '2', 'given.knowledge': '1', wanted: '3', importance: '3', note: 'two lists' }

test('the way without scripts says what is kept, makes nothing by itself, and starts only when asked', async () => {
  const text = await page('/fr/self-check/without-scripts')
  expect(text).toMatch(/30 jours/)
  expect(text).toMatch(/method="post"/)
  const home = await page(await begin('fr'))
  expect(home).toContain('Gardez ce lien')
  expect(home).toContain('14 février 2030')
})

test('an answer is kept, the next question follows, and the page brings it back', async () => {
  const home = await begin()
  const answer = await post(`${home}/local-needs-first`, { ...fullAnswer, version: '0', go: 'next' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`${home}/decision-roles`)
  const again = await page(`${home}/local-needs-first`)
  expect(again).toMatch(/id="given\.practice-2"[^>]*checked/)
  expect(again).toMatch(/id="given\.knowledge-1"[^>]*checked/)
  expect(again).toMatch(/id="wanted-3"[^>]*checked/)
  expect(again).toMatch(/id="importance-3"[^>]*checked/)
  expect(again).toContain('>two lists</textarea>')
  expect(await page(`${home}/review`)).toContain('1 of 14 answered')
})

test('an answer can be left blank, and a choice let go of', async () => {
  const home = await begin()
  expect((await post(`${home}/local-needs-first`, { version: '0' })).status).toBe(303)
  expect(await page(`${home}/review`)).toContain('0 of 14 answered')
  await post(`${home}/local-needs-first`, { ...fullAnswer, version: '0' })
  const cleared = await post(`${home}/local-needs-first`, { ...fullAnswer, version: '1', clear: 'given.practice' })
  expect(cleared.headers.get('location')).toBe(`${home}/local-needs-first`)
  const again = await page(`${home}/local-needs-first`)
  expect(again).not.toMatch(/id="given\.practice-\d"[^>]*checked/)
  expect(again).toMatch(/id="given\.knowledge-1"[^>]*checked/)
})

test('"does not apply" needs a reason, and what follows it is not counted', async () => {
  const home = await begin()
  const refused = await post(`${home}/connectivity`, { 'given.practice': 'na', wanted: '2', version: '0' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('href="#reason.practice"')
  expect(text).toMatch(/value="na" checked/)
  const reason = { 'given.practice': 'na', 'reason.practice': 'No network of our own', wanted: '2', version: '0' }
  expect((await post(`${home}/connectivity`, reason)).status).toBe(303)
  const file = await (await app.request(`${home}/answers.json`)).json()
  expect(file.answers.filter((row: { component: string }) => row.component === 'connectivity')).toEqual([
    expect.objectContaining({ facet: 'practice', level: 'na', reason: 'No network of our own' }),
    expect.objectContaining({ facet: 'knowledge', level: '' }),
  ])
  expect(JSON.stringify(file.answers)).not.toContain('wanted')
})

test('an edit made on an older page never overwrites the newer one unseen', async () => {
  const home = await begin()
  const path = `${home}/data-inventory`
  await post(path, { 'given.practice': '1', version: '0' })
  await post(path, { 'given.practice': '3', note: 'newer', version: '1' })
  const stale = await post(path, { 'given.practice': '0', note: 'older page', version: '1' })
  expect(stale.status).toBe(409)
  const text = await stale.text()
  for (const shown of ['Throughout', 'Not yet', 'newer', 'older page']) expect(text).toContain(shown)
  expect(await page(path)).toMatch(/id="given\.practice-3"[^>]*checked/)
  // The person decides: the page they got back carries the version that is there now.
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  expect((await post(path, { 'given.practice': '0', note: 'older page', version })).status).toBe(303)
  expect(await page(path)).toMatch(/id="given\.practice-0"[^>]*checked/)
})

test('two first answers at the same moment: one is kept, the other is shown beside it', async () => {
  const path = `${await begin()}/data-inventory`
  const outcomes = await Promise.all(['1', '2'].map((level) => post(path, { 'given.practice': level, version: '0' })))
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([303, 409])
})

test('the same answer sent twice is no conflict', async () => {
  const path = `${await begin()}/data-inventory`
  await post(path, { 'given.practice': '1', version: '0' })
  expect((await post(path, { 'given.practice': '1', version: '0' })).status).toBe(303)
})

test('the profile chooses form and wording, each open to change, and a stale page is noticed', async () => {
  const home = await begin()
  const [staff, type] = ['staffFte', 'communityType'].map((id) => pack.profile.find((question) => question.id === id))
  const large = staff?.options.find((option) => option.sets.form === 'full')
  const nation = type?.options.find((option) => option.sets.variant === 'indigenous-government')
  const form = { staffFte: large?.id ?? '', communityType: nation?.id ?? '', version: '1' }
  const saved = await post(`${home}/profile`, form)
  expect(saved.headers.get('location')).toBe(`${home}/set-up`)
  const setUp = await page(`${home}/set-up`)
  expect(setUp).toMatch(/value="full" checked/)
  expect(setUp).toMatch(/value="indigenous-government" checked/)
  expect(setUp).toContain(`value="${large?.sets.hours}"`)
  const changed = await post(`${home}/set-up`, {
    form: 'short',
    variant: 'municipal',
    hours: '7,5',
    weeks: '6',
    version: '2',
  })
  expect(changed.headers.get('location')).toBe(`${home}/local-needs-first`)
  expect(await page(`${home}/set-up`)).toMatch(/value="7\.5"/)
  expect((await post(`${home}/profile`, form)).status).toBe(409)
  const wrong = await post(`${home}/set-up`, { form: 'short', hours: '-3', weeks: '1.5', version: '3' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="-3"')
})

test('the wording for an Indigenous government shows under the link, and needs no reason', async () => {
  const home = await begin()
  await post(`${home}/set-up`, { form: 'short', variant: 'indigenous-government', version: '1' })
  const text = await page(`${home}/indigenous-data-sovereignty`)
  expect(text).toContain('Our government has not set its own rules')
  expect(text).not.toContain('The community has not looked at')
  expect(text).toContain('Draft for review')
  expect((await post(`${home}/indigenous-data-sovereignty`, { 'given.practice': 'na', version: '0' })).status).toBe(303)
})

test('needs are ticked on the review page', async () => {
  const home = await begin()
  await post(`${home}/review`, { needs: 'data-inventory', version: '1' })
  expect(await page(`${home}/review`)).toMatch(/value="data-inventory" checked/)
})

test('answers go out to a file and come in from one, and a bad file changes nothing', async () => {
  const home = await begin()
  await post(`${home}/data-inventory`, { ...fullAnswer, version: '0' })
  const csv = await app.request(`${home}/answers.csv`)
  expect(csv.headers.get('content-disposition')).toContain('attachment')
  const text = await csv.text()
  const send = (content: string, agree = true) => {
    const body = new FormData()
    body.set('file', new File([content], 'answers.csv'))
    if (agree) body.set('agree', 'yes')
    return app.request(`${home}/files`, { method: 'POST', headers: sameSite, body })
  }
  const bad = await send(text.replace('practice,2', 'practice,7'))
  expect(bad.status).toBe(422)
  expect(await bad.text()).toMatch(/column level: this is not a level/)
  expect(await page(`${home}/review`)).toContain('1 of 14 answered')
  expect((await send(text, false)).status).toBe(422)
  const other = await begin()
  const body = new FormData()
  body.set('file', new File([text], 'answers.csv'))
  const good = await app.request(`${other}/files`, { method: 'POST', headers: sameSite, body })
  expect(good.status).toBe(200)
  expect(await page(`${other}/data-inventory`)).toContain('>two lists</textarea>')
})

test('an import under a link has the same limits as the question pages, and says what is too long', async () => {
  const home = await begin()
  const send = (content: string) => {
    const body = new FormData()
    body.set('file', new File([content], 'answers.csv'))
    return app.request(`${home}/files`, { method: 'POST', headers: sameSite, body })
  }
  const long = await send(`component,facet,level,note\ndata-inventory,practice,2,${'x'.repeat(2001)}\n`)
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('row 2, column note: this text has too many characters')
  expect((await send(`component,facet,level,note\ndata-inventory,practice,2,${'x'.repeat(2000)}\n`)).status).toBe(200)
})

test('a note of the longest length with line ends in it, which a form sends as two characters, can be saved', async () => {
  const home = await begin()
  const note = `${'x'.repeat(999)}\n${'y'.repeat(1000)}`
  const answer = await post(`${home}/data-inventory`, { note: note.replace('\n', '\r\n'), version: '0' })
  expect(answer.status).toBe(303)
})

test('whoever has no link, or a wrong one, finds nothing', async () => {
  const home = await begin()
  const stranger = home.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  const pages = [
    '',
    '/profile',
    '/set-up',
    '/review',
    '/files',
    '/forget',
    '/data-inventory',
    '/answers.json',
    '/record.json',
  ]
  for (const path of pages) {
    expect((await app.request(stranger + path)).status).toBe(404)
    expect((await app.request(`/en/self-check/kept/short${path}`)).status).toBe(404)
  }
  for (const path of ['/profile', '/set-up', '/review', '/files', '/forget', '/data-inventory']) {
    expect((await post(stranger + path, { version: '1' })).status).toBe(404)
  }
})

test('pages under a link are not stored, not indexed and do not tell another site their address', async () => {
  const home = await begin()
  for (const path of ['', '/data-inventory', '/review']) {
    const { headers } = await app.request(home + path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  }
})

test('a form posted from another site is refused everywhere, and changes nothing', async () => {
  const home = await begin()
  await post(`${home}/data-inventory`, { ...fullAnswer, version: '0' })
  const places = ['profile', 'set-up', 'review', 'files', 'data-inventory', 'plan', 'documents', 'forget']
  const addresses = [
    ...places.map((place) => `${home}/${place}`),
    '/en/self-check/documents',
    '/en/self-check/without-scripts',
    '/en/self-check/resume-link',
  ]
  for (const address of addresses) {
    const answer = await app.request(address, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ 'given.practice': '4', version: '1', hours: '1', document: 'report-card.txt' }),
    })
    expect(answer.status, address).toBe(403)
  }
  expect(await page(`${home}/data-inventory`)).toMatch(/id="given\.practice-2"[^>]*checked/)
})

test('forgetting asks once, then nothing is left', async () => {
  const home = await begin()
  await post(`${home}/data-inventory`, { ...fullAnswer, version: '0' })
  expect(await page(`${home}/forget`)).toContain('Delete these answers?')
  const gone = await post(`${home}/forget`, {})
  expect(gone.headers.get('location')).toBe('/en/self-check/kept/forgotten')
  expect(await page('/en/self-check/kept/forgotten')).toContain('have been deleted')
  expect((await app.request(home)).status).toBe(404)
})

test('after 30 days a kept self-check is out of sight at once, and then removed', async () => {
  const home = await begin()
  const start = clock.time
  clock.time = new Date(start.getTime() + 30 * day - 1)
  expect((await app.request(home)).status).toBe(200)
  clock.time = new Date(start.getTime() + 30 * day)
  expect((await app.request(home)).status).toBe(404)
  clock.time = start
  // The database goes by its own clock, so here the row is moved, not the time.
  const past = { created_at: new Date('2020-01-01'), expires_at: new Date('2020-01-31') }
  await asLinkHolder(db, home.split('/').at(-1) ?? '', (tx) => tx.updateTable('self_check_kept').set(past).execute())
  expect(await purgeExpired(db)).toBe(1)
  expect(await purgeExpired(db)).toBe(0)
})

test('a page whose script did not load cannot post an answer', async () => {
  const text = await page('/en/self-check/data-inventory')
  expect(text).not.toMatch(/method="post"/i)
  expect(text).not.toMatch(/<form[^>]*action=/)
  expect(text).toMatch(/<fieldset[^>]*disabled/)
  expect((await post('/en/self-check/data-inventory', fullAnswer)).status).toBe(404)
})

test('every wording of a question is in the device’s page, and no level is a number or chosen before', async () => {
  const text = await page('/en/self-check/indigenous-data-sovereignty')
  expect(text).toContain('Our government has not set its own rules')
  expect(text).toContain('The community has not looked at')
  expect(text).not.toMatch(/<input[^>]*\schecked/)
})

test('the title of a page says which question it is, and that there is something to correct', async () => {
  const home = await begin()
  expect(await page(`${home}/data-inventory`)).toContain('<title>Question 8 of 14: Data inventory · Waymark</title>')
  const refused = await post(`${home}/data-inventory`, { version: '0', 'given.practice': 'na' })
  expect(await refused.text()).toContain('<title>Error: Question 8 of 14: Data inventory · Waymark</title>')
  const device = await page('/fr/self-check/data-inventory')
  expect(device).toContain('<title>Autodiagnostic\u00a0: Inventaire des données · Waymark</title>')
  expect(device).not.toMatch(/<p class="place">/)
})

test('a download has a name in the language of the page', async () => {
  const home = await begin('fr')
  const answer = await app.request(`${home}/answers.csv`)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="waymark-reponses.csv"')
})

test('provinces stand in the order of the language of the page, and own laws last', async () => {
  const optionsIn = async (language: 'en' | 'fr') =>
    [...(await page(`/${language}/self-check/profile`)).matchAll(/name="jurisdiction" value="([^"]+)"/g)].map(
      ([, id]) => id,
    )
  expect((await optionsIn('en')).slice(0, 3)).toEqual(['ab', 'bc', 'mb'])
  const french = await optionsIn('fr')
  expect(french.slice(0, 4)).toEqual(['ab', 'bc', 'pe', 'mb'])
  expect(french.at(-1)).toBe('own-laws')
})

test('the start page offers the questionnaire of every wording in both forms', async () => {
  const text = await page('/fr/self-check')
  for (const { id } of pack.variants) {
    for (const form of ['short', 'full']) expect(text).toContain(`href="/fr/questionnaire/${id}-${form}.pdf"`)
  }
})
