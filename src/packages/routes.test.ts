import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../test/builders/communities.ts'
import { aFramedPackage2004, anArchive, aPackage12, type Files, manifest12 } from '../../test/builders/packages.ts'
import { signedInAs, testSecret } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { publishRelease } from '../content/publish.ts'
import { packHash } from '../content/release.ts'
import { releaseFinder } from '../content/releases.ts'
import { asPerson, guardOf } from '../people/index.ts'
import { type AppEnvironment, chooseLanguage } from '../platform/web/environment.ts'
import { contentLasts } from './content-token.ts'
import { ownPackages, packagesRoutes } from './index.ts'
import { packageLimits } from './limits.ts'

const service = await testApp('sample')
const { app, db, clock, deps } = service
const author = await aPerson(service, { name: 'Aude', staff: ['author'] })
const learner = await aPerson(service, { name: 'Zoé Roy' })
const other = await aPerson(service)

const get = (path: string, who = learner, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { ...signedInAs(who.personId), ...headers } })

function send(path: string, files: Files | undefined, language = 'en') {
  const form = new FormData()
  if (files) form.set('file', new File([new Uint8Array(anArchive(files))], 'package.zip'))
  form.set('language', language)
  return app.request(path, { method: 'POST', headers: signedInAs(author.personId), body: form })
}

async function bring(files: Files): Promise<string> {
  const response = await send('/en/program/packages/files', files)
  expect(response.status).toBe(303)
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

const tick = () => {
  clock.time = new Date(clock.time.getTime() + 1000)
}

type Opening = { src: string; save: string; session: string }

async function open(packageId: string, who = learner, number = 1): Promise<Opening> {
  const html = await (await get(`/en/packages/${packageId}/parts/${number}`, who)).text()
  const data = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { src: data('src'), save: data('save'), session: data('session') }
}

const record = (more: object = {}) => ({ completion: 'incomplete', success: 'unknown', seconds: 0, data: {}, ...more })

const post = (opening: Opening, body: object, who = learner) =>
  app.request(opening.save, {
    method: 'POST',
    headers: { ...signedInAs(who.personId), 'content-type': 'application/json' },
    body: JSON.stringify({ session: opening.session, ...body }),
  })

const inFrame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }

let plain = ''
beforeAll(async () => {
  plain = await bring(aPackage12())
})

test('an author brings a package and sees what it is', async () => {
  const page = await (await get(`/en/program/packages/${plain}`, author)).text()
  expect(page).toContain('Water and us')
  expect(page).toContain('SCORM 1.2')
  expect(page).toContain('lesson.html')
  expect(await (await get('/fr/program/packages', author)).text()).toContain('Modules externes')
})

test('what is wrong with a package is said in words, in the reader’s language, and nothing is kept', async () => {
  const refused = await send('/en/program/packages/files', { 'index.html': '<p>Hi' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Export the course as SCORM 1.2 or SCORM 2004.')
  const french = await send('/fr/program/packages/files', { 'course.crs': '' })
  expect(await french.text()).toContain('C’est un module AICC (course.crs)')
  expect((await send('/en/program/packages/files', undefined)).status).toBe(422)
  const listed = await (await get('/en/program/packages', author)).text()
  expect(listed.match(/program\/packages\/[0-9a-f-]{36}"/g)).toHaveLength(1)
})

test('the player’s page holds one frame without an origin, and no other page may frame it', async () => {
  const response = await get(`/en/packages/${plain}/parts/1`)
  const html = await response.text()
  expect(html).toMatch(/<iframe[^>]+sandbox="allow-scripts allow-forms"/)
  expect(html).not.toContain('allow-same-origin')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("frame-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('guide.pdf')
  expect(html).toMatch(/data-without[^>]*><p class="note">Your browser does not run scripts/)
})

test('content is served without a cookie, to its frame alone, and shut in by its headers', async () => {
  const { src, session } = await open(plain)
  const response = await app.request(src, { headers: inFrame })
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(response.headers.get('speculation-rules')).toBeNull()
  const policy = response.headers.get('content-security-policy') ?? ''
  const token = src.split('/')[2]
  expect(policy).toContain(`connect-src http://localhost:3000/package-content/${token}/`)
  expect(policy).toContain("form-action 'none'")
  expect(policy).toMatch(/sandbox allow-scripts allow-forms$/)
  expect(policy).not.toContain('allow-same-origin')
  const html = await response.text()
  expect(html).toMatch(/<head><script src="\/assets\/package-scorm12-frame\.js" data-launch=/)
  expect(html).toContain(session)
  expect(html).toContain('Zo&#233; Roy')
  expect(html).not.toContain(learner.personId)
  expect((await app.request(src, { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(404)
  const asData = await app.request(src, { headers: { 'sec-fetch-dest': 'empty' } })
  expect(await asData.text()).not.toContain('package-scorm12-frame')
})

test('other files come with the type their ending says, and nothing outside the package comes at all', async () => {
  const { src } = await open(plain)
  const folder = src.replace('lesson.html', '')
  const script = await app.request(`${folder}lesson.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('access-control-allow-origin')).toBe('*')
  expect((await app.request(`${folder}LESSON.JS`)).status).toBe(200)
  for (const path of ['gone.html', '..%2f..%2fetc%2fpasswd', '%ff', '%00']) {
    expect(`${path} ${(await app.request(folder + path)).status}`).toBe(`${path} 404`)
  }
})

test('an address of content ends after hours, and a changed one never worked', async () => {
  const { src } = await open(plain)
  const changed = src.replace(/\.(.)/, (_all, letter) => `.${letter === 'a' ? 'b' : 'a'}`)
  expect((await app.request(changed, { headers: inFrame })).status).toBe(404)
  const before = clock.time
  clock.time = new Date(before.getTime() + contentLasts + 1)
  expect((await app.request(src, { headers: inFrame })).status).toBe(404)
  clock.time = before
})

test('a package may be larger than other files that people send', async () => {
  const large = anArchive({ ...aPackage12(), 'film.mp4': new Uint8Array(11_000_000) }, { stored: true })
  const form = new FormData()
  form.set('file', new File([new Uint8Array(large)], 'package.zip'))
  const headers = { ...signedInAs(author.personId), 'content-length': String(large.length + 500) }
  const response = await app.request('/en/program/packages/files', { method: 'POST', headers, body: form })
  expect(response.status).toBe(303)
})

test('a film comes in the parts that are asked for', async () => {
  const id = await bring({
    'imsmanifest.xml': manifest12([{ id: 'a', title: 'A' }]),
    'a.html': '',
    'film.mp4': '0123456789',
  })
  const { src } = await open(id)
  const part = await app.request(src.replace('a.html', 'film.mp4'), { headers: { range: 'bytes=2-4' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
  const beyond = await app.request(src.replace('a.html', 'film.mp4'), { headers: { range: 'bytes=20-' } })
  expect(beyond.status).toBe(416)
})

test('place, score and time are kept, found again on any device, and nobody else’s', async () => {
  const id = await bring(aPackage12())
  const first = await open(id)
  const data = { 'cmi.core.lesson_location': 'page-2', 'cmi.suspend_data': 'é', 'cmi.core.exit': 'suspend' }
  expect((await post(first, { begin: true })).status).toBe(200)
  const kept = await post(first, { record: record({ data, score: { raw: 40, max: 100 }, seconds: 600 }) })
  expect(await kept.json()).toEqual({ state: 'saved' })
  const overview = await (await get(`/en/packages/${id}`)).text()
  expect(overview).toContain('Begun')
  expect(overview).toMatch(/40\s?%/)
  expect(overview).toContain('10 minutes')
  const again = await app.request((await open(id)).src, { headers: inFrame })
  const html = await again.text()
  expect(html).toContain('&#34;cmi.core.lesson_location&#34;:&#34;page-2&#34;')
  expect(html).toContain('&#34;cmi.core.entry&#34;:&#34;resume&#34;')
  expect(html).toContain('&#34;cmi.core.total_time&#34;:&#34;0000:10:00&#34;')
  const stranger = await (await get(`/en/packages/${id}`, author)).text()
  expect(stranger).toContain('Not begun')
  expect(stranger).not.toMatch(/40\s?%/)
  const rows = await asPerson(db, author, (tx) => tx.selectFrom('packages_attempt').selectAll().execute())
  expect(rows).toEqual([])
})

test('a later opening takes over, and the earlier one is told', async () => {
  const id = await bring(aPackage12())
  const [desk, phone] = [await open(id), await open(id)]
  await post(desk, { begin: true, record: record({ data: { 'cmi.core.lesson_location': 'desk' } }) })
  await post(phone, { begin: true, record: record({ data: { 'cmi.core.lesson_location': 'phone' } }) })
  const late = await post(desk, { record: record({ data: { 'cmi.core.lesson_location': 'late' } }) })
  expect(late.status).toBe(409)
  expect(await (await app.request((await open(id)).src, { headers: inFrame })).text()).toContain('&#34;phone&#34;')
})

test('what cannot be kept is refused', async () => {
  const opening = await open(plain)
  const large = { 'cmi.suspend_data': 'x'.repeat(packageLimits.data) }
  expect((await post(opening, { begin: true, record: record({ data: large }) })).status).toBe(413)
  expect((await post(opening, { record: record({ completion: 'wonderful' }) })).status).toBe(422)
  expect((await post({ ...opening, session: 'x' }, {})).status).toBe(422)
  expect((await post({ ...opening, save: opening.save.replace(/1$/, '9') }, { begin: true })).status).toBe(404)
  const elsewhere = await app.request(opening.save, {
    method: 'POST',
    headers: { ...signedInAs(learner.personId), 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ session: opening.session, begin: true }),
  })
  expect(elsewhere.status).toBe(403)
})

test('being done with every part means the catalogue’s item is done, once', async () => {
  const id = await bring({
    'imsmanifest.xml': manifest12([
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', href: 'b.pdf', kind: 'asset' },
    ]),
    'a.html': '',
    'b.pdf': '%PDF',
  })
  const item = service.pack.items[0]?.id ?? ''
  const pack = { ...service.pack, version: '99.0.0', bodies: { [item]: { kind: 'package' as const, package: id } } }
  const release = packHash(pack)
  await publishRelease(db, pack, release, clock.time)
  const done: string[] = []
  const asset = deps.assets.url
  const guard = guardOf({ db, now: deps.now, asset, findSession: deps.findSession })
  const room = { ...deps, asset, guard, release, findContent: releaseFinder(db), origin: 'http://localhost:3000' }
  const routes = packagesRoutes(room, { secret: testSecret, itemDone: async (_tx, given) => done.push(given.item) })
  const small = new Hono<AppEnvironment>().use(chooseLanguage).route('/:language', routes)
  const ask = (path: string, body?: string) =>
    small.request(path, {
      method: 'POST',
      headers: signedInAs(learner.personId),
      ...(body === undefined ? {} : { body }),
    })

  expect((await ask(`/en/packages/${id}/parts/2/done`)).status).toBe(303)
  expect(done).toEqual([])
  const opening = await open(id)
  const finished = { session: opening.session, begin: true, record: record({ success: 'passed' }) }
  for (const _twice of [1, 2]) expect((await ask(opening.save, JSON.stringify(finished))).status).toBe(200)
  expect(done).toEqual([item])
  const used = await small.request(`/en/program/packages/${id}/delete`, { headers: signedInAs(author.personId) })
  expect(await used.text()).toContain(`/en/catalogue/${item}"`)
})

test('a part that is a file is opened as one, and a page cannot be called done by hand', async () => {
  const id = await bring({
    'imsmanifest.xml': manifest12([{ id: 'b', title: 'B', href: 'docs/b.pdf' }]),
    'docs/b.pdf': '%PDF-1',
  })
  const html = await (await get(`/en/packages/${id}/parts/1`)).text()
  const file = /href="([^"]+\/docs\/b\.pdf)"/.exec(html)?.[1] ?? ''
  const response = await get(file)
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['application/pdf', '%PDF-1'])
  expect(response.headers.get('content-disposition')).toContain('attachment')
  expect((await get(file.replace('docs/b.pdf', 'imsmanifest.xml'))).status).toBe(404)
  const byHand = await app.request(`/en/packages/${plain}/parts/1/done`, {
    method: 'POST',
    headers: signedInAs(learner.personId),
  })
  expect(byHand.status).toBe(404)
})

test('a new version is for newcomers; whoever has begun goes on, and unused versions go', async () => {
  const id = await bring(aPackage12())
  const second = {
    ...aPackage12(),
    'imsmanifest.xml': manifest12([{ id: 'lesson', title: 'The lesson' }], { title: 'Second' }),
  }
  const opening = await open(id)
  await post(opening, { begin: true, record: record() })
  tick()
  expect((await send(`/en/program/packages/${id}/files`, second)).status).toBe(303)
  const theirs = await (await get(`/en/packages/${id}`)).text()
  expect(theirs).toContain('Water and us')
  expect(theirs).toContain('go on with it')
  expect(await (await get(`/en/packages/${id}`, other)).text()).toContain('Second')
  await post(opening, { record: record({ completion: 'completed' }) })
  expect(await (await get(`/en/packages/${id}`)).text()).toContain('This is the new one')
  expect((await send(`/en/program/packages/${id}/files`, { ...second, 'more.txt': 'x' })).status).toBe(303)
  const page = await (await get(`/en/program/packages/${id}`, author)).text()
  expect(page).toContain('Version 3')
  expect(page).not.toContain('Version 2')
  expect(page).toContain('Version 1')
  const refused = await send(`/en/program/packages/${id}/files`, aFramedPackage2004())
  expect(await refused.text()).toContain('another standard than the package (SCORM 1.2)')
})

test('deleting asks first, and takes everything', async () => {
  const id = await bring(aPackage12())
  await post(await open(id), { begin: true, record: record() })
  const ask = await (await get(`/en/program/packages/${id}/delete`, author)).text()
  expect(ask).toContain('1 person has begun it.')
  const reply = (fields: Record<string, string>) =>
    app.request(`/en/program/packages/${id}/delete`, {
      method: 'POST',
      headers: signedInAs(author.personId),
      body: new URLSearchParams(fields),
    })
  expect((await reply({})).status).toBe(422)
  expect((await reply({ sure: 'yes' })).status).toBe(303)
  expect((await get(`/en/packages/${id}`)).status).toBe(404)
  expect((await get(`/en/program/packages/${id}`, author)).status).toBe(404)
})

test('what someone did in packages is theirs to take along and to delete', async () => {
  const mine = await aPerson(service)
  const opening = await open(plain, mine)
  await post(opening, { begin: true, record: record({ data: { 'cmi.suspend_data': 'mine' } }) }, mine)
  const rows = await asPerson(db, mine, (tx) => ownPackages.export(tx, mine), { purpose: 'export' })
  expect(rows).toMatchObject([{ package: 'Water and us', unit: 'lesson', data: '{"cmi.suspend_data":"mine"}' }])
  const erased = await asPerson(db, mine, async (tx) => ownPackages.erase?.(tx, { ...mine, at: clock.time }), {
    purpose: 'export',
  })
  expect(erased).toBe(1)
  expect(await (await get(`/en/packages/${plain}`, mine)).text()).toContain('Not begun')
})
