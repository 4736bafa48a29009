import { expect, test } from 'vitest'
import { aCommunity, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { createApp } from '../../app.ts'
import { asPerson } from '../../people/index.ts'
import { insertFile, listFiles } from './files-store.ts'

const service = await testApp()
const { app, db, clock } = service

const lead = await aPerson(service, { name: 'Lee' })
const contributor = await aPerson(service, { name: 'Cam' })
const stranger = await aPerson(service)
const advisor = await aPerson(service, { staff: ['advisor'] })
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
  assigned: [['advisor', advisor]],
})
const files = `/en/communities/${communityId}/files`

function send(person: { personId: string }, name: string, content: string, fields: Record<string, string> = {}) {
  const body = new FormData()
  body.set('file', new File([content], name))
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  return app.request(files, { method: 'POST', headers: signedInAs(person.personId), body })
}
const get = (path: string, person: { personId: string }) => app.request(path, { headers: signedInAs(person.personId) })
const listed = async () => (await asPerson(db, lead, (tx) => listFiles(tx, communityId))).files

test('a protocol is added and leaves again as a download, never shown', async () => {
  const answer = await send(contributor, 'Our protocol.txt', 'We decide.', { purpose: 'protocol', label: 'TK Notice' })
  expect(answer.status).toBe(303)
  const [file] = await listed()
  expect(file).toMatchObject({ name: 'Our protocol.txt', purpose: 'protocol', label: 'TK Notice', size: 10 })
  const download = await get(`${files}/${file?.id}`, lead)
  expect(await download.text()).toBe('We decide.')
  expect(download.headers.get('content-disposition')).toContain('attachment')
  expect(download.headers.get('x-content-type-options')).toBe('nosniff')
  expect(download.headers.get('content-security-policy')).toContain('sandbox')
  expect(await (await get(`/en/communities/${communityId}/consent`, lead)).text()).toContain('Our protocol.txt')
})

test('what stays with the community is not there for its advisor', async () => {
  await send(lead, 'inside.txt', 'Only us', { stays: 'yes' })
  const file = (await listed()).find(({ name }) => name === 'inside.txt')
  expect(file?.staysWithUs).toBe(true)
  expect((await get(`${files}/${file?.id}`, contributor)).status).toBe(200)
  expect((await get(`${files}/${file?.id}`, advisor)).status).toBe(404)
  expect(await (await get(files, advisor)).text()).not.toContain('inside.txt')
  expect((await get(`${files}/${file?.id}`, stranger)).status).toBe(404)
})

test('a file that is not what its name says is refused with a reason, and nothing is kept', async () => {
  const before = (await listed()).length
  const answer = await send(lead, 'plan.pdf', 'not a pdf', { label: 'kept' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('does not match its name')
  expect(page).toContain('value="kept"')
  expect((await send(lead, 'page.html', '<p>')).status).toBe(422)
  expect((await listed()).length).toBe(before)
})

test('a file up to ten megabytes comes through, a larger one is refused', async () => {
  expect((await send(lead, 'long.txt', 'a'.repeat(2_000_000))).status).toBe(303)
  expect((await send(lead, 'longer.txt', 'a'.repeat(10_000_001))).status).toBe(422)
  const far = await send(lead, 'longest.txt', 'a'.repeat(11_000_000))
  expect(far.status).toBe(413)
})

test('an upload that was cut off is answered kindly and leaves nothing', async () => {
  const before = (await listed()).length
  const cut =
    '--edge\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\nContent-Type: text/plain\r\n\r\nhalf of'
  const answer = await app.request(files, {
    method: 'POST',
    headers: { ...signedInAs(lead.personId), 'content-type': 'multipart/form-data; boundary=edge' },
    body: cut,
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('did not arrive whole')
  expect((await listed()).length).toBe(before)
})

test('what the scanner finds harmful is not kept', async () => {
  const scanned = createApp({ ...service.deps, scanFile: async () => 'infected' })
  const body = new FormData()
  body.set('file', new File(['text'], 'bad.txt'))
  const answer = await scanned.request(files, { method: 'POST', headers: signedInAs(lead.personId), body })
  expect(answer.status).toBe(422)
  expect((await listed()).some(({ name }) => name === 'bad.txt')).toBe(false)
})

test('whoever added a file deletes it, and so does a lead; no one else', async () => {
  await send(contributor, 'mine.txt', 'text')
  const file = (await listed()).find(({ name }) => name === 'mine.txt')
  const remove = `${files}/${file?.id}/delete`
  const post = (person: { personId: string }) =>
    app.request(remove, { method: 'POST', headers: signedInAs(person.personId) })
  expect((await get(remove, advisor)).status).toBe(403)
  expect((await post(advisor)).status).toBe(403)
  expect((await get(remove, contributor)).status).toBe(200)
  expect((await post(lead)).status).toBe(303)
  expect((await post(contributor)).status).toBe(303)
  expect((await listed()).some(({ name }) => name === 'mine.txt')).toBe(false)
})

test('evidence is neither listed nor handed out here: it belongs to one person’s answer', async () => {
  const upload = {
    ok: true as const,
    name: 'proof.txt',
    type: 'txt' as const,
    mediaType: 'text/plain',
    content: Buffer.from('proof'),
    sha256: Buffer.alloc(32),
  }
  const id = await asPerson(db, contributor, (tx) =>
    insertFile(tx, { upload, communityId, purpose: 'evidence', by: contributor.personId, at: clock.time }),
  )
  expect((await listed()).some((file) => file.id === id)).toBe(false)
  expect((await get(`${files}/${id}`, lead)).status).toBe(404)
  const mine = await (await get('/en/account/data/export.json', contributor)).json()
  expect(JSON.stringify(mine.files)).toContain('proof.txt')
})
