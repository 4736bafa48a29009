import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { createApp } from '../../app.ts'
import { findRelease } from '../../content/store.ts'
import { say } from '../../content/text.ts'
import { asPerson } from '../../people/index.ts'
import { readSettings } from '../../program/index.ts'

const service = await testApp('sample')
const { app, db, pack, release } = service
const author = await aPerson(service, { staff: ['author'] })
const other = await aPerson(service, { staff: ['manager'] })
const component = pack.components[0]?.id ?? ''
const shown = say(pack.items[0]?.title ?? { en: '', fr: '' }, 'en').text

const get = (path: string, personId?: string) => app.request(path, personId ? { headers: signedInAs(personId) } : {})
const page = async (path: string, personId: string = author.personId) => (await get(path, personId)).text()
const send = (path: string, form: Record<string, string | string[]> | FormData, personId: string = author.personId) =>
  app.request(`/en/program/library/${path}`, {
    method: 'POST',
    headers: {
      ...signedInAs(personId),
      ...(form instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body:
      form instanceof FormData
        ? form
        : new URLSearchParams(
            Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
          ),
  })

const described = {
  titleEn: 'Reading circle handbook',
  titleFr: 'Manuel du cercle de lecture',
  summaryEn: 'How to begin a reading circle.',
  summaryFr: 'Comment commencer un cercle de lecture.',
  kind: 'guideline',
  hours: '1,5',
  components: [component],
  objectiveEn: 'Begin a reading circle',
  objectiveFr: 'Commencer un cercle de lecture',
  languages: ['en', 'fr'],
  audience: ['everyone'],
  licence: 'See the publisher’s site',
}
const link = {
  ...described,
  url: 'https://example.org/handbook',
  publisherEn: 'The library',
  publisherFr: 'La bibliothèque',
}
const addedIds = async () => [
  ...new Set(
    [...(await page('/en/program/library')).matchAll(/library\/items\/(added-[a-z0-9]+)"/g)].map(([, id]) => id),
  ),
]

test('a form that lacks something keeps what was typed and says what to put right', async () => {
  const response = await send('new/link', { ...link, url: 'ftp://example.org', hours: '0.3', components: [] })
  expect(response.status).toBe(422)
  const text = await response.text()
  for (const field of ['url', 'hours', 'components']) expect(text).toContain(`href="#${field}"`)
  expect(text).toContain('Reading circle handbook')
  expect(await addedIds()).toEqual([])
})

test('what is added and hidden shows in the open catalogue once it is published, and not before', async () => {
  const id = 'added-0123456789ab'
  for (const _ of [1, 2]) expect((await send('new/link', { ...link, id })).status).toBe(303)
  expect(await addedIds()).toEqual([id])
  const hidden = 'guide-local-stories'
  await send('hide', { item: hidden })
  expect((await get(`/en/catalogue/${id}`)).status).toBe(404)
  expect(await page(`/en/program/library/items/${id}/preview`)).toContain('Preview')
  expect(await (await get('/en/catalogue')).text()).not.toContain('Reading circle')
  expect(await page('/en/program/library')).toContain('not published yet')

  expect(await page('/en/program/library/publish')).toContain('1 item is added')
  expect((await send('publish', {})).status).toBe(303)
  const catalogue = await (await get('/en/catalogue')).text()
  expect(catalogue).toContain('Reading circle handbook')
  expect(catalogue).not.toContain(`/catalogue/${hidden}"`)
  const item = await (await get(`/en/catalogue/${id}`)).text()
  expect(item).toContain('https://example.org/handbook')
  // Who has the address of a hidden item, from a journey or a self-check, still reaches it.
  expect((await get(`/en/catalogue/${hidden}`)).status).toBe(200)
  expect(await (await get('/fr/catalogue-search?q=cercle')).text()).toContain('Manuel du cercle de lecture')
  expect(await page('/en/program/library')).toContain('published on')
})

test('publishing twice changes nothing, makes a frozen release for new journeys, and is in the record', async () => {
  const before = (await readSettings(db)).settings.journeyRelease
  expect(before).not.toBe(release)
  expect((await findRelease(db, before))?.pack.version).toBe(`${pack.version}+program.1.0.0`)
  expect(await page('/en/program/library/publish')).toContain('Nothing has changed')
  await send('publish', {})
  expect((await readSettings(db)).settings.journeyRelease).toBe(before)
  const administrator = await aPerson(service, { staff: ['administrator'] })
  expect(await page('/en/program/record', administrator.personId)).toContain('The program’s library was published')
  // The pack that ships is there as before.
  expect((await findRelease(db, release))?.pack.items.length).toBe(pack.items.length)
  // A service that starts again goes on with it.
  const found = await findRelease(db, before)
  const again = createApp({
    ...service.deps,
    journeyRelease: before,
    ...(found ? { catalogue: { pack: found.pack, release: before } } : {}),
  })
  expect(await (await again.request('/en/catalogue')).text()).toContain('Reading circle handbook')
})

test('a journey that has begun keeps its release', async () => {
  const lead = await aPerson(service)
  const communityId = await aCommunity(service, { members: [['lead', lead]] })
  const journeyId = await aJourney(service, { communityId, by: lead })
  await send('hide', { item: 'welcome-desk-on-paper' })
  await send('publish', {})
  const row = await asPerson(db, lead, (tx) =>
    tx.selectFrom('journey').select('release').where('id', '=', journeyId).executeTakeFirstOrThrow(),
  )
  expect(row.release).toBe(release)
  await send('show', { item: 'welcome-desk-on-paper' })
  await send('publish', {})
  expect(await (await get('/en/catalogue')).text()).toContain('/catalogue/welcome-desk-on-paper"')
})

test('what other items lean on is not hidden without them', async () => {
  await send('hide', { item: 'template-shelf-list' })
  const response = await send('publish', {})
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('which is hidden; hide both or neither')
  await send('show', { item: 'template-shelf-list' })
  expect((await send('hide', { item: 'no-such-item' })).status).toBe(422)
})

test('someone else’s change is shown, and nothing is overwritten unseen', async () => {
  const [id = ''] = await addedIds()
  const mine = { ...link, version: '1' }
  expect((await send(`items/${id}`, { ...mine, titleEn: 'Handbook of circles' }, other.personId)).status).toBe(303)
  const late = await send(`items/${id}`, { ...mine, titleEn: 'My handbook' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Handbook of circles')
  expect(text).toContain('value="My handbook"')
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  expect((await send(`items/${id}`, { ...mine, version, titleEn: 'My handbook' })).status).toBe(303)
  expect(await page(`/en/program/library/items/${id}`)).toContain('My handbook')
})

/** The form of a file item. */
function fileForm(file: File | undefined, more: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...described, ...more })) {
    for (const one of [value].flat()) form.append(name, one)
  }
  if (file) form.append('file', file)
  return form
}

test('a file is checked, served only once published, as a download that can do nothing', async () => {
  const id = 'added-ba9876543210'
  const page404 = await send('new/file/files', fileForm(new File(['<html><script>x</script>'], 'x.pdf'), { id }))
  expect(page404.status).toBe(422)
  expect((await send('new/file/files', fileForm(undefined, { id }))).status).toBe(422)
  const good = new File(['name;copies\nAtlas;2\n'], 'liste é.csv', { type: 'text/csv' })
  expect((await send('new/file/files', fileForm(good, { id }))).status).toBe(303)
  const file = /files\/([0-9a-f-]{36})/.exec(await page(`/en/program/library/items/${id}/preview`))?.[1]
  const address = `/en/catalogue/${id}/files/${file}`
  expect((await get(address)).status).toBe(404)
  expect((await get(address, author.personId)).status).toBe(200)
  await send('publish', {})
  const response = await get(address)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).toContain('Atlas;2')
  // Under another item it is not found.
  expect((await get(`/en/catalogue/welcome-desk-basics/files/${file}`)).status).toBe(404)

  // Edited without another file, it stays; removed, the release that names it still has it.
  expect((await send(`items/${id}/files`, fileForm(undefined, { version: '1', titleEn: 'A list' }))).status).toBe(303)
  expect(await page(`/en/program/library/items/${id}/remove`)).toContain('A list')
  expect((await send(`items/${id}/remove`, {})).status).toBe(303)
  await send('publish', {})
  expect((await get(`/en/catalogue/${id}`)).status).toBe(404)
  expect((await get(address)).status).toBe(200)
})

test('a package that is not there cannot be added', async () => {
  const response = await send('new/package', { ...described, package: '7d4f2f0e-2f6d-4c0e-9f38-2a1b7a0f3c55' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Choose a package that is there.')
})

test('with nothing hidden and nothing added, publishing brings the shipped pack back', async () => {
  for (const id of await addedIds()) await send(`items/${id}/remove`, {})
  await send('show', { item: 'guide-local-stories' })
  expect((await send('publish', {})).status).toBe(303)
  expect((await readSettings(db)).settings.journeyRelease).toBe(release)
  expect(await page('/en/program/library')).toContain('the catalogue shows the items that ship')
  expect(await (await get('/en/catalogue')).text()).toContain(shown)
})

test('only those who keep the content come in, and read its rows', async () => {
  const advisor = await aPerson(service, { staff: ['advisor'] })
  expect((await get('/en/program/library', advisor.personId)).status).toBe(403)
  expect((await get('/en/program/library')).status).toBe(303)
  const rows = await asPerson(db, advisor, (tx) => tx.selectFrom('library_publication').selectAll().execute())
  expect(rows).toEqual([])
})
