import { randomUUID } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from, generate } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCourse, certificatesOf } from '../../test/builders/certificates.ts'
import { aCommunity, aPerson } from '../../test/builders/communities.ts'
import { testApp } from '../../test/test-app.ts'
import { asPerson } from '../people/index.ts'
import { multikeyContext, offlineLoader } from './document-loader.ts'
import { issueCredential, ownCredentials } from './index.ts'
import { findDidKey } from './key-documents.ts'
import { findCredential } from './store.ts'

const service = await testApp('sample')
const { db, clock, mail } = service
const { get, post, issued, issuing, fileOf, check } = certificatesOf(service)
const ada = await aPerson(service, { name: 'Ada Tremblay', language: 'fr' })
const stranger = await aPerson(service)
const manager = await aPerson(service, { staff: ['manager'] })
const administrator = await aPerson(service, { staff: ['administrator'] })

test('whoever finishes something gets one certificate for it, however often it is asked for', async () => {
  const first = await issued(ada, 'shelf-care')
  expect(first.isNew).toBe(true)
  expect(await issued(ada, 'shelf-care')).toEqual({ id: first.id, isNew: false })
  expect((await issued(stranger, 'shelf-care')).isNew).toBe(true)
})

test('two requests at once make one certificate', async () => {
  const id = randomUUID()
  const made = await Promise.all([issued(ada, id), issued(ada, id), issued(ada, id)])
  expect(new Set(made.map((one) => one.id)).size).toBe(1)
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test('nobody issues to someone else, but for the lead of their community', async () => {
  const lead = await aPerson(service)
  await aCommunity(service, {
    members: [
      ['lead', lead],
      ['contributor', ada],
    ],
  })
  const given = {
    personId: ada.personId,
    holderName: ada.name,
    kind: 'pathway' as const,
    subject: aCourse(randomUUID()),
    language: 'fr' as const,
    at: clock.time,
  }
  await expect(asPerson(db, stranger, (tx) => issueCredential(issuing, tx, given))).rejects.toThrow(
    'not for this person',
  )
  const before = mail.length
  const { id } = await asPerson(db, lead, (tx) => issueCredential(issuing, tx, given))
  expect(mail.slice(before).map((one) => [one.to.personId, one.language, one.link?.href])).toEqual([
    [ada.personId, 'fr', `http://localhost:3000/fr/credentials/${id}`],
  ])
})

test('the file is an Open Badge that verifies here, and says no more of the holder than the name', async () => {
  const { id } = await issued(ada)
  const response = await get(`/en/credentials/${id}.json`)
  expect(response.headers.get('content-disposition')).toContain('attachment')
  const file = await response.json()
  expect(file).toMatchObject({
    id: `http://localhost:3000/credentials/${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'http://localhost:3000/credentials/issuer', type: ['Profile'] },
    validFrom: '2030-01-15T15:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ identityHash: 'Ada Tremblay', identityType: 'name', hashed: false }],
      achievement: { type: ['Achievement'], achievementType: 'Course', name: 'First steps in shelf care' },
    },
    proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
  })
  const text = JSON.stringify(file)
  expect(text).not.toContain(ada.personId)
  expect(text).not.toContain(ada.email)
  expect(await check(file)).toBe('Valid')
  // Once signed, it is the same file each time.
  expect(await fileOf(id)).toEqual(file)
})

test('what was changed by one word, one day or one letter is refused', async () => {
  const { id } = await issued(ada)
  const file = (await (await get(`/en/credentials/${id}.json`)).json()) as {
    name: string
    credentialSubject: { achievement: object; identifier: object[] }
    credentialStatus: object
    proof: { proofValue: string }
  }
  const changed = [
    { ...file, name: 'Last steps' },
    { ...file, validFrom: '2029-01-15T15:00:00Z' },
    {
      ...file,
      credentialSubject: { ...file.credentialSubject, identifier: [{ identityHash: 'Bo', identityType: 'name' }] },
    },
    { ...file, credentialStatus: { ...file.credentialStatus, statusListIndex: '1' } },
    { ...file, proof: { ...file.proof, proofValue: file.proof.proofValue.slice(0, -2) } },
    { ...file, proof: { ...file.proof, verificationMethod: 'http://localhost:3000/credentials/issuer#z6Mkother' } },
    { ...file, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://example.org/other.json'] },
  ]
  for (const one of changed) expect(await check(one)).toBe('Not valid')
})

test('a file that is none is told what it lacks, and stays in the form', async () => {
  const cases: [string, string][] = [
    ['', 'Choose a file'],
    ['{"half":', 'not a whole JSON text'],
    ['{}', 'not a credential'],
    ['['.repeat(40) + ']'.repeat(40), 'too large'],
    [
      JSON.stringify({
        '@context': ['https://www.w3.org/2018/credentials/v1'],
        type: 'VerifiableCredential',
        issuer: 'did:example:1',
      }),
      'older standard',
    ],
    [
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: 'VerifiableCredential',
        issuer: 'did:example:1',
        proof: { type: 'Other' },
      }),
      'another kind of signature',
    ],
  ]
  for (const [text, said] of cases) {
    const response = await post('/en/credentials/verify', undefined, { text })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(said)
    expect(page).toContain('href="#text"')
  }
})

test('a stranger’s credential is not confirmed, and no address in it is called', async () => {
  const { id } = await issued(ada)
  const file = await fileOf(id)
  const foreign = { ...file, issuer: { id: 'https://elsewhere.example/issuer', type: ['Profile'] } }
  const page = await (await post('/en/credentials/verify', undefined, { text: JSON.stringify(foreign) })).text()
  expect(page).toContain('Not everything could be checked')
  expect(page).toContain('nothing is fetched')
})

test('a revoked certificate is reported as such, on its page, in the check and in the list; its holder is told why', async () => {
  const { id } = await issued(ada)
  const file = await fileOf(id)
  expect((await post(`/en/program/credentials/${id}`, manager.personId, { reason: 'short' })).status).toBe(422)
  const reason = 'It was issued to the wrong person.'
  const before = mail.length
  for (const _ of [1, 2]) {
    expect((await post(`/en/program/credentials/${id}`, manager.personId, { reason })).status).toBe(303)
  }
  const told = mail.slice(before)
  expect(told.map((one) => [one.to.personId, one.language])).toEqual([[ada.personId, 'fr']])
  expect(told[0]?.paragraphs.join(' ')).toContain(reason)
  const page = await (await post('/en/credentials/verify', undefined, { text: JSON.stringify(file) })).text()
  expect(page).toContain('<h1>Not valid</h1>')
  expect(page).toContain('Revoked by the issuer.')
  expect(await (await get(`/en/credentials/${id}`)).text()).toContain('This certificate was revoked.')
  expect(await (await get('/en/credentials', ada.personId)).text()).toContain(reason)
  const record = await (await get('/en/program/record', administrator.personId)).text()
  expect(record).toContain('A certificate was revoked')
})

test('the status list is signed, is for every site to read, and says nothing of anyone', async () => {
  const { id } = await issued(ada)
  await fileOf(id)
  const response = await get('/credentials/status/1')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const list = (await response.json()) as { credentialSubject: { encodedList: string } }
  expect(await check(list)).toBe('Valid')
  expect(await (await get('/credentials/status/1')).json()).toEqual(list)
  expect((await get('/credentials/status/9')).status).toBe(404)
  expect(JSON.stringify(list)).not.toContain('Ada')
})

test('a hidden certificate is nowhere to be found but for its holder, while its file and the list still answer', async () => {
  const { id } = await issued(ada)
  const file = await fileOf(id)
  await post(`/en/credentials/${id}/visibility`, stranger.personId, { hidden: 'yes' })
  expect((await get(`/en/credentials/${id}`)).status).toBe(200)
  await post(`/en/credentials/${id}/visibility`, ada.personId, { hidden: 'yes' })
  for (const path of [
    `/en/credentials/${id}`,
    `/en/credentials/${id}.json`,
    `/en/credentials/${id}.pdf`,
    `/credentials/${id}`,
  ]) {
    expect((await get(path)).status).toBe(404)
    expect((await get(path, stranger.personId)).status).toBe(404)
    expect((await get(path, manager.personId)).status).toBe(404)
  }
  expect((await get(`/en/credentials/${id}`, ada.personId)).status).toBe(200)
  expect((await get(`/en/credentials/${id}.pdf`, ada.personId)).status).toBe(200)
  expect(await check(file)).toBe('Valid')
  expect((await get('/credentials/status/1')).status).toBe(200)
  await post(`/en/credentials/${id}/visibility`, ada.personId, { hidden: 'no' })
  expect((await get(`/en/credentials/${id}`)).status).toBe(200)
})

test('the address in a certificate leads people to its page, and machines to the file', async () => {
  const { id } = await issued(ada)
  const person = await get(`/credentials/${id}`, undefined, { accept: 'text/html', 'accept-language': 'fr-CA' })
  expect([person.status, person.headers.get('location')]).toEqual([302, `/fr/credentials/${id}`])
  const machine = await get(`/credentials/${id}`, undefined, { accept: 'application/vc' })
  expect(machine.headers.get('content-type')).toBe('application/vc')
  expect(await check(await machine.json())).toBe('Valid')
  const page = await (await get(`/fr/credentials/${id}`)).text()
  expect(page).toContain('Ce certificat est valide.')
  expect(page).toContain('Compter ce qui est sur un rayon')
  expect(page).toContain('noindex')
  const pdf = await get(`/en/credentials/${id}.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect((await get(`/en/credentials/${randomUUID()}`)).status).toBe(404)
})

test('a person sees and deletes their own alone; the place in the list stays', async () => {
  const { id } = await issued(ada)
  const file = await fileOf(id)
  expect(await (await get('/en/credentials', stranger.personId)).text()).not.toContain(id)
  expect((await get(`/en/credentials/${id}/delete`, stranger.personId)).status).toBe(404)
  await post(`/en/credentials/${id}/delete`, stranger.personId, {})
  expect((await get(`/en/credentials/${id}/delete`, ada.personId)).status).toBe(200)
  for (const _ of [1, 2]) expect((await post(`/en/credentials/${id}/delete`, ada.personId, {})).status).toBe(303)
  expect((await get(`/en/credentials/${id}`)).status).toBe(404)
  expect(await check(file)).toBe('Valid')
})

test('another person reads no row of mine, in the database itself', async () => {
  const { id } = await issued(ada)
  const read = (as: { personId: string }) => asPerson(db, as, (tx) => findCredential(tx, id))
  expect(await read(stranger)).toBeUndefined()
  expect((await read(ada))?.id).toBe(id)
  const secrets = await asPerson(db, administrator, (tx) => sql`SELECT * FROM credentials_secret`.execute(tx))
  expect(secrets.rows).toEqual([])
  const changed = await asPerson(db, stranger, (tx) =>
    sql`UPDATE credentials_status SET revoked_at = now()`.execute(tx),
  )
  expect(changed.numAffectedRows).toBe(0n)
})

test('what is kept of a person is exported, and goes when they go', async () => {
  const going = await aPerson(service, { name: 'Going Person' })
  const { id } = await issued(going)
  await fileOf(id)
  const rows = await asPerson(db, going, (tx) => ownCredentials.export(tx, going), { purpose: 'export' })
  expect(rows).toMatchObject([{ id, kind: 'course', name: 'Going Person', hidden: false, revokedAt: null }])
  const erase = ownCredentials.erase
  expect(erase && (await asPerson(db, going, (tx) => erase(tx, { ...going, at: clock.time })))).toBe(1)
  expect((await get(`/en/credentials/${id}`)).status).toBe(404)
})

test('the program finds a certificate by name or number', async () => {
  const someone = await aPerson(service, { name: 'Zoé 100%' })
  const { id } = await issued(someone)
  for (const words of ['zoé', '100%', id]) {
    const page = await (
      await get(`/en/program/credentials?words=${encodeURIComponent(words)}`, manager.personId)
    ).text()
    expect(page).toContain(id)
  }
  expect(await (await get('/en/program/credentials?words=nobody-at-all', manager.personId)).text()).toContain(
    'No certificate fits',
  )
  expect((await get('/en/program/credentials/keys', manager.personId)).status).toBe(403)
})

test('a credential by a did:key is checked by the key in it, which names no one', async () => {
  const pair = await generate({})
  const did = `did:key:${pair.publicKeyMultibase}`
  const { secretKeyMultibase } = pair
  if (secretKeyMultibase === undefined) throw new Error('no secret half')
  const key = {
    '@context': multikeyContext,
    type: 'Multikey' as const,
    id: `${did}#${pair.publicKeyMultibase}`,
    controller: did,
    publicKeyMultibase: pair.publicKeyMultibase,
    secretKeyMultibase,
  }
  const { id } = await issued(ada)
  const { proof, credentialStatus, ...ours } = await fileOf(id)
  const unsigned = { ...ours, issuer: { id: did, type: ['Profile'], name: 'Elsewhere' } }
  const foreign = await issue({
    credential: unsigned,
    suite: new DataIntegrityProof({ cryptosuite, signer: (await from(key)).signer() }),
    documentLoader: offlineLoader(findDidKey),
    now: clock.time,
  })
  const page = await (await post('/en/credentials/verify', undefined, { text: JSON.stringify(foreign) })).text()
  expect(page).toContain('<h1>Not everything could be checked</h1>')
  expect(page).toContain('Fits: nothing in the file was changed')
  expect(page).toContain('not whose key it is')
  expect(await check({ ...foreign, name: 'Other' })).toBe('Not valid')
  // Our own certificate under someone else's key.
  expect(await check({ ...unsigned, credentialStatus, proof: { ...proof, verificationMethod: key.id } })).toBe(
    'Not valid',
  )
})

test('an expired one, and one of tomorrow, are not valid', async () => {
  const { id } = await issued(ada)
  const file = await fileOf(id)
  const now = clock.time
  clock.time = new Date(now.getTime() - 86_400_000)
  expect(await check(file)).toBe('Not valid')
  clock.time = now
  expect(await check({ ...file, validUntil: '2029-01-01T00:00:00Z' })).toBe('Not valid')
})
