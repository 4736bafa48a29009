import { expect, test } from 'vitest'
import { type DocumentLoader, multikeyContext, offlineLoader } from './document-loader.ts'
import { controllerDocument, findDidKey, keyDocument } from './key-documents.ts'
import { checkSignature } from './verification.ts'

/** The signed example of the W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", section B.1, as it is published. */
const vector = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2023-02-24T23:36:38Z',
    verificationMethod:
      'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
    proofPurpose: 'assertionMethod',
    proofValue: 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme',
  },
}

const issuer = vector.issuer
const key = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const otherKey = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
/** The issuer's keys go by the address that a did:key gives them. */
const methodOf = (one: string) => ({
  '@context': multikeyContext,
  ...keyDocument(issuer, one),
  id: `did:key:${one}#${one}`,
})
const issuerWith = (...keys: string[]) => ({
  ...controllerDocument(issuer, []),
  assertionMethod: keys.map((one) => methodOf(one).id),
})

/** The two words that the example takes from W3C's context of examples. */
const examples = {
  '@context': {
    AlumniCredential: 'https://www.w3.org/ns/credentials/examples#AlumniCredential',
    alumniOf: 'https://www.w3.org/ns/credentials/examples#alumniOf',
  },
}

const loaderOf = (documents: Record<string, unknown>): DocumentLoader => offlineLoader(async (url) => documents[url])
const documents = {
  'https://www.w3.org/ns/credentials/examples/v2': examples,
  [issuer]: issuerWith(key, otherKey),
  [methodOf(key).id]: methodOf(key),
  [methodOf(otherKey).id]: methodOf(otherKey),
}
const loader = loaderOf(documents)

test('the example that W3C publishes verifies', async () => {
  expect(await checkSignature(vector, loader, true)).toBe('good')
})

const tampered: [string, Record<string, unknown>][] = [
  ['another subject', { ...vector, credentialSubject: { ...vector.credentialSubject, alumniOf: 'Another School' } }],
  ['another holder', { ...vector, credentialSubject: { ...vector.credentialSubject, id: 'did:example:someone' } }],
  ['another date', { ...vector, validFrom: '2022-01-01T00:00:00Z' }],
  ['another type', { ...vector, type: ['VerifiableCredential'] }],
  ['another name', { ...vector, name: 'Alumni credential' }],
  ['an added end', { ...vector, validUntil: '2050-01-01T00:00:00Z' }],
  ['a word that no context knows', { ...vector, honours: 'many' }],
  ['another issuer', { ...vector, issuer: 'https://vc.example/issuers/1' }],
  ['a cut proof', { ...vector, proof: { ...vector.proof, proofValue: vector.proof.proofValue.slice(0, -1) } }],
  [
    'a changed proof',
    { ...vector, proof: { ...vector.proof, proofValue: vector.proof.proofValue.replace('z2Yw', 'z2Yx') } },
  ],
  ['a proof dated back', { ...vector, proof: { ...vector.proof, created: '2023-02-24T23:36:37Z' } }],
  ['another purpose', { ...vector, proof: { ...vector.proof, proofPurpose: 'authentication' } }],
  ['another key of the issuer', { ...vector, proof: { ...vector.proof, verificationMethod: methodOf(otherKey).id } }],
  ['a key that is nobody’s', { ...vector, proof: { ...vector.proof, verificationMethod: `${issuer}#none` } }],
  ['another context', { ...vector, '@context': [vector['@context'][0], { alumniOf: 'https://schema.org/name' }] }],
  ['no context of its own', { ...vector, '@context': [vector['@context'][0]] }],
]

test.each(tampered)('a credential with %s is refused', async (_, changed) => {
  expect(await checkSignature(changed, loader, true)).toBe('bad')
})

test('a key that does not speak for the issuer is refused', async () => {
  const silent = { ...documents, [issuer]: issuerWith(otherKey) }
  expect(await checkSignature(vector, loaderOf(silent), true)).toBe('bad')
  expect(controllerDocument(issuer, [{ id: key, revokedFrom: new Date() }]).assertionMethod).toEqual([])
})

test('another meaning of a word under the same address is refused', async () => {
  const other = { '@context': { ...examples['@context'], alumniOf: 'https://schema.org/memberOf' } }
  const changed = { ...documents, 'https://www.w3.org/ns/credentials/examples/v2': other }
  expect(await checkSignature(vector, loaderOf(changed), true)).toBe('bad')
})

test('nothing is fetched: what is not at hand is refused', async () => {
  await expect(offlineLoader(findDidKey)('https://www.w3.org/ns/credentials/examples/v2')).rejects.toThrow(
    'nothing is fetched',
  )
  await expect(offlineLoader(findDidKey)('did:web:example.org')).rejects.toThrow('nothing is fetched')
  await expect(offlineLoader(findDidKey)('https://www.w3.org/ns/credentials/v2')).resolves.toBeDefined()
  await expect(offlineLoader(findDidKey)(`did:key:${key}#${key}`)).resolves.toBeDefined()
})
