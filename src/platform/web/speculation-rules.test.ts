import { expect, test } from 'vitest'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import rules from '../../ui/speculation-rules.json' with { type: 'json' }

const [rule] = rules.prefetch
const [included, excluded] = rule?.where.and ?? []
const kept: SelfCheckPlace = { kind: 'kept', token: 'a'.repeat(43) }

/** As a browser reads the rules: the patterns stand for paths of the same site. */
function isFetchedAhead(path: string): boolean {
  const matches = (pattern: string) =>
    new URLPattern(pattern, 'https://waymark.test').test(path, 'https://waymark.test')
  return matches(included?.href_matches ?? '') && !(excluded?.not?.href_matches ?? []).some(matches)
}

test.each([
  paths.home('en'),
  paths.component('fr', 'data', 'data-inventory'),
  paths.catalogue('en'),
  `${paths.catalogue('en')}?kind=course`,
  paths.question('fr', onDevice, 'data-inventory'),
  paths.reportCard('en', onDevice),
])('%s may be fetched ahead', (path) => {
  expect(isFetchedAhead(path)).toBe(true)
})

test.each([
  paths.selfCheck('en', kept),
  paths.plan('fr', kept),
  paths.keptAnswers('en', kept.token, 'csv'),
  paths.forgotten('en'),
  paths.documents('en', onDevice),
  paths.questionnaire('fr', 'short', 'municipal'),
  paths.devicePack('en', 'a'.repeat(64)),
  '/assets/site.css',
  '/healthz',
])('%s is never fetched ahead', (path) => {
  expect(isFetchedAhead(path)).toBe(false)
})
