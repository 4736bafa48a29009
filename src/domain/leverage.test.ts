import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import { readPack } from '../content/read.ts'
import { reachCounts } from './leverage.ts'

test('the leverage counts of the shipped pack', async () => {
  const reading = await readPack(fileURLToPath(new URL('../../content/open-smart-cities', import.meta.url)))
  if (!reading.ok) throw new Error(reading.problems.map((problem) => JSON.stringify(problem)).join('\n'))
  const { components } = reading.pack
  expect(components.reduce((edges, component) => edges + component.enables.length, 0)).toBe(46)
  const positive = Object.fromEntries([...reachCounts(components)].filter(([, count]) => count > 0))
  expect(positive).toEqual({
    'leadership-commitment': 10,
    'local-needs-first': 9,
    'data-literacy': 9,
    'data-inventory': 8,
    'open-procurement': 7,
    'decision-roles': 5,
    'data-quality': 4,
    connectivity: 4,
    'lifetime-funding': 3,
    'cross-team-work': 3,
    'digital-inclusion': 3,
    partnerships: 3,
    'privacy-protection': 3,
    'staffing-continuity': 2,
    'resident-engagement': 2,
    'indigenous-data-sovereignty': 2,
    interoperability: 2,
    'technology-upkeep': 1,
  })
  expect(components.length - Object.keys(positive).length).toBe(10)
})

test('a component reached by two ways counts once', () => {
  const { components } = aPack({
    components: [
      { id: 'a', enables: ['b', 'c'] },
      { id: 'b', enables: ['d'] },
      { id: 'c', enables: ['d'] },
      { id: 'd' },
    ],
  })
  expect(Object.fromEntries(reachCounts(components))).toEqual({ a: 3, b: 1, c: 1, d: 0 })
})
