import { expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import { componentName, facetInSentence, facetNumber, itemTitle, levelName, nameOf } from './names.ts'

const pack = aPack({
  components: ['a'],
  facets: ['Practice', 'Knowledge'],
  items: [{ id: 'course', lifts: [], title: { en: 'A course', fr: 'Un cours' } }],
})

test('names come by id, in the language, and an id the pack lacks comes back as it is', () => {
  expect(componentName(pack, 'a', 'fr')).toBe('a')
  expect(componentName(pack, 'older', 'fr')).toBe('older')
  expect(itemTitle(pack, 'course', 'fr')).toBe('Un cours')
  expect(itemTitle(pack, 'older', 'fr')).toBe('older')
  expect(facetInSentence(pack, 'Practice', 'en')).toBe('practice')
  expect(nameOf(pack.variants, 'municipal', 'en')).toBe('municipal')
  expect(levelName(pack.facets[0], 2, 'en')).toBe('2')
  expect(levelName(undefined, 9, 'en')).toBe('9')
})

test('facets are numbered from 1 in the order of the pack', () => {
  expect(['Practice', 'Knowledge', 'other'].map((id) => facetNumber(pack, id))).toEqual([1, 2, 0])
})
