import { expect, test } from 'vitest'
import { readPack } from './read.ts'
import { canonicalJson, packHash } from './release.ts'

test('the order of keys does not change the canonical text', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, { f: 1, e: null }], c: 'é' } })).toBe(
    '{"a":{"c":"é","d":[2,{"e":null,"f":1}]},"b":1}',
  )
})

test('members without a value are left out', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test('a pack keeps its hash when it is written down and read back, and loses it with any change', async () => {
  const outcome = await readPack('content/sample')
  if (!outcome.ok) throw new Error('the sample pack has problems')
  const { pack, hash } = outcome
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(packHash(JSON.parse(JSON.stringify(pack)))).toBe(hash)
  expect(packHash({ ...pack, components: pack.components.toReversed() })).not.toBe(hash)
  expect(packHash({ ...pack, licence: 'CC0-1.0' })).not.toBe(hash)
})
