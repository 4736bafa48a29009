import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { certificatesOf } from '../../test/builders/certificates.ts'
import { aPerson } from '../../test/builders/communities.ts'
import { testApp } from '../../test/test-app.ts'
import { createApp } from '../app.ts'
import { asService } from '../people/index.ts'

const service = await testApp('sample')
const { clock, db } = service
const { get, post, issued, fileOf, check } = certificatesOf(service)
const ada = await aPerson(service, { name: 'Ada Tremblay' })
const administrator = await aPerson(service, { staff: ['administrator'] })

test('a new key signs, and what the old one signed stays valid', async () => {
  const { id } = await issued(ada)
  const old = await fileOf(id)
  const page = await (await get('/en/program/credentials/keys', administrator.personId)).text()
  const instead = /name="instead" value="([^"]+)"/.exec(page)?.[1] ?? ''
  // Sent twice, it happens once.
  for (const _ of [1, 2]) await post('/en/program/credentials/keys/new', administrator.personId, { instead })
  const issuer = (await (await get('/credentials/issuer')).json()) as { assertionMethod: string[] }
  expect(issuer.assertionMethod).toHaveLength(2)
  const { id: later } = await issued(ada)
  const file = await fileOf(later)
  expect(file.proof.verificationMethod).not.toContain(instead)
  expect([await check(old), await check(file)]).toEqual(['Valid', 'Valid'])
  const secrets = await asService(db, (tx) =>
    sql<{ n: number }>`SELECT count(*)::int AS n FROM credentials_secret`.execute(tx),
  )
  expect(secrets.rows[0]?.n).toBe(1)
})

test('a key that someone else had is believed only where this service noted the proof before', async () => {
  const { id } = await issued(ada)
  const before = await fileOf(id)
  const key = before.proof.verificationMethod.split('#')[1] ?? ''
  clock.time = new Date('2030-03-15T15:00:00Z')
  const { id: late } = await issued(ada)
  const after = await fileOf(late)
  const revoke = (form: Record<string, string>) =>
    post('/en/program/credentials/keys/revoke', administrator.personId, form)
  expect((await revoke({ key, from: '2031-01-01' })).status).toBe(422)
  expect((await revoke({ key, from: '2030-03-01', sure: 'yes' })).status).toBe(303)
  expect(await check(before)).toBe('Valid')
  expect(await check(after)).toBe('Not valid')
  // Dated back with the same key, but never noted here.
  await asService(db, (tx) =>
    sql`UPDATE credentials_status SET proofs = '{}' FROM credentials_issued i
      WHERE i.id = ${id}::uuid AND i.list_number = credentials_status.list_number
        AND i.position = credentials_status.position`.execute(tx),
  )
  expect(await check(before)).toBe('Not valid')
  const issuer = (await (await get('/credentials/issuer')).json()) as { assertionMethod: string[] }
  expect(issuer.assertionMethod.some((one) => one.includes(key))).toBe(false)
  // The holder's page gives a new file, by a new key.
  expect(await check(await fileOf(late))).toBe('Valid')
})

test('an installation with another secret makes a new key and keeps what was signed', async () => {
  const { id } = await issued(ada)
  const old = await fileOf(id)
  const identity = { ...service.deps.identity, secret: 'another-secret-of-the-installation-0123456789abcdef' }
  const moved = createApp({ ...service.deps, identity })
  const { id: later } = await issued(ada)
  const file = (await (await moved.request(`/en/credentials/${later}.json`)).json()) as {
    proof: { verificationMethod: string }
  }
  expect(file.proof.verificationMethod).not.toBe(old.proof.verificationMethod)
  expect([await check(old), await check(file)]).toEqual(['Valid', 'Valid'])
})

test('at another address the certificate is signed for that one, and the earlier file is still believed', async () => {
  const { id } = await issued(ada)
  const old = await fileOf(id)
  const moved = createApp({ ...service.deps, origin: 'https://waymark.example.org' })
  const form = new URLSearchParams({ text: JSON.stringify(old) })
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
  const checked = await moved.request('/en/credentials/verify', { method: 'POST', headers, body: form })
  expect(await checked.text()).toContain('<h1>Valid</h1>')
})
