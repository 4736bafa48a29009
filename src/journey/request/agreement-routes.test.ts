import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { readZip } from '../../documents/zip.ts'
import { asPerson } from '../../people/index.ts'
import { requestFacts } from './index.ts'

const service = await testApp()
const { app, db } = service
const lead = await aPerson(service, { name: 'Ada Roy' })
const contributor = await aPerson(service)
const advisor = await aPerson(service, { name: 'Kim Lee', staff: ['advisor'] })
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
  assigned: [['advisor', advisor]],
})
const id = await aJourney(service, { communityId, by: lead })
const path = `/en/journeys/${id}/request`

const get = (to: string, person = lead) => app.request(to, { headers: signedInAs(person.personId) })

function post(to: string, fields: Record<string, string>, person = lead) {
  return app.request(to, {
    method: 'POST',
    headers: { ...signedInAs(person.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
}

const version = async () => /name="version" value="(\d+)"/.exec(await (await get(path)).text())?.[1] ?? ''
const documents = () =>
  asPerson(db, lead, (tx) => tx.selectFrom('journey_document').select(['id', 'version']).orderBy('version').execute())

test('the lead records the intake, and the second of two tabs sees the first', async () => {
  const before = await version()
  expect((await post(path, { version: before, language: 'xx', terms: '', approval: '' })).status).toBe(422)
  const chosen = { version: before, language: 'fr', terms: 'inuit', approval: 'board' }
  expect((await post(path, chosen)).status).toBe(303)
  expect((await post(path, chosen)).status).toBe(303)
  const other = await post(path, { ...chosen, terms: 'metis' })
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Métis terms')
  expect((await post(path, chosen, contributor)).status).toBe(403)
})

test('own protocol waits for its file: the agreement cannot be accepted before', async () => {
  await post(path, { version: await version(), language: 'fr', terms: 'own-protocol', approval: 'board' })
  expect(await (await get(path)).text()).toContain('can be read and accepted when the first part is complete')
  const early = await post(`${path}/accept`, { version: await version(), accept: 'yes' })
  expect(early.status).toBe(422)
  expect(await asPerson(db, lead, (tx) => requestFacts(tx, id))).toMatchObject({ dataTermsRecorded: false })
  await post(path, { version: await version(), language: 'fr', terms: 'first-nations', approval: 'chief-and-council' })
})

test('accepting publishes the agreement in both languages, once', async () => {
  expect((await post(`${path}/accept`, { version: await version() })).status).toBe(422)
  const fields = { version: await version(), accept: 'yes' }
  await Promise.all([post(`${path}/accept`, fields), post(`${path}/accept`, fields)])
  expect(await documents()).toHaveLength(1)
  expect(await asPerson(db, lead, (tx) => requestFacts(tx, id))).toEqual({
    leadNamed: true,
    advisorNamed: true,
    languageRecorded: true,
    dataTermsRecorded: true,
    approvalBodyRecorded: true,
    agreementAccepted: true,
  })
  const page = await (await get(path, advisor)).text()
  expect(page).toContain('Accepted on January 15, 2030 by Ada Roy.')
  expect(page).toContain('OCAP®')
})

test('a published document is a page and four files, the same for all who may read it', async () => {
  const [document] = await documents()
  const base = `/fr/journeys/${id}/documents/${document?.id}`
  const page = await (await get(base, contributor)).text()
  expect(page).toContain('Chef et conseil')
  expect(await (await get(`/en/journeys/${id}/documents`)).text()).toContain('Version 1')
  for (const [format, type] of [
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['txt', 'text/plain; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ]) {
    const file = await get(`${base}.${format}`, contributor)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type])
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="entente-de-service-et-de-donnees-pine-harbour-v1-fr.${format}"`,
    )
    const again = await get(`${base}.${format}`, advisor)
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await again.arrayBuffer()))).toBe(true)
  }
  const stranger = await aPerson(service)
  expect((await get(`${base}.pdf`, stranger)).status).toBe(404)
})

test('a change and a second acceptance make version 2 beside version 1', async () => {
  await post(path, { version: await version(), language: 'en', terms: 'first-nations', approval: 'council' })
  expect((await post(`${path}/accept`, { version: await version(), accept: 'yes' })).status).toBe(303)
  expect((await documents()).map((one) => one.version)).toEqual([1, 2])
})

test('the record shows who did what, filtered, and as a table', async () => {
  const page = await (await get(`/en/journeys/${id}/record?area=agreement`)).text()
  expect(page).toContain('Service and data agreement accepted')
  expect(page).not.toContain('Published:')
  const table = await get(`/fr/journeys/${id}/record?format=csv`)
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await table.text()).toContain('Entente de service et de données acceptée')
  expect((await get(`/en/journeys/${id}/record`, contributor)).status).toBe(403)
})

test('the community takes its data with it: documents in both languages, a dictionary, checksums', async () => {
  const to = `/en/communities/${communityId}/export`
  expect((await get(to)).status).toBe(200)
  expect((await post(to, {}, contributor)).status).toBe(403)
  const answer = await post(to, {})
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const entries = readZip(Buffer.from(await answer.arrayBuffer()))
  const names = entries.map(({ name }) => name.replace(/journeys\/[^/]+/, 'journeys/one'))
  for (const name of [
    'README.en.txt',
    'README.fr.txt',
    'data-dictionary.en.csv',
    'data-dictionary.fr.csv',
    'SHA256SUMS.txt',
    'community.json',
    'members.csv',
    'journeys/one/record.csv',
    'journeys/one/documents/agreement-v2.fr.pdf',
    'journeys/one/documents/agreement-v1.json',
  ])
    expect(names).toContain(name)
  const dictionary = entries.find(({ name }) => name === 'data-dictionary.fr.csv')?.bytes.toString('utf8')
  expect(dictionary).toContain('Conditions qui s’appliquent aux données')
})
