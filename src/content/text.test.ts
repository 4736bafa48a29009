import { beforeAll, describe, expect, test } from 'vitest'
import { readPack } from './read.ts'
import type { Component, Pack } from './schema.ts'
import { definitionOf, formComponents, packIn, say, wordingOf } from './text.ts'

let pack: Pack

beforeAll(async () => {
  const outcome = await readPack('content/sample')
  if (!outcome.ok) throw new Error('the sample pack has problems')
  pack = outcome.pack
})

function component(id: string): Component {
  const found = pack.components.find((other) => other.id === id)
  if (!found) throw new Error(`the sample has no ${id}`)
  return found
}

describe('say', () => {
  test('a text comes in the language asked for', () => {
    expect(say({ en: 'Data', fr: 'Données' }, 'fr')).toEqual({ text: 'Données', language: 'fr' })
  })

  test('a missing language falls back to English and says so', () => {
    expect(say({ en: 'Data', fr: 'Données' }, 'iu')).toEqual({ text: 'Data', language: 'en' })
  })

  test('the name of an object method is not a language', () => {
    expect(say({ en: 'Data', fr: 'Données' }, 'toString')).toEqual({ text: 'Data', language: 'en' })
  })
})

describe('packIn', () => {
  test('every text keeps one language, with English where the language is missing', () => {
    const spanish = packIn(pack, 'es')
    expect(spanish.name).toEqual({ es: 'Biblioteca de pueblo (muestra)' })
    expect(spanish.summary).toEqual({ en: pack.summary.en })
    expect(say(spanish.summary, 'es')).toEqual({ text: pack.summary.en, language: 'en' })
  })

  test('what is not a text stays as it is', () => {
    const french = packIn(pack, 'fr')
    expect(french.items.map(({ id, hours, lifts }) => ({ id, hours, lifts }))).toEqual(
      pack.items.map(({ id, hours, lifts }) => ({ id, hours, lifts })),
    )
    expect(french.profile.map(({ id, options }) => [id, options.map(({ sets }) => sets)])).toEqual(
      pack.profile.map(({ id, options }) => [id, options.map(({ sets }) => sets)]),
    )
    expect(JSON.stringify(french)).not.toContain('"en":')
  })

  test('narrowing twice to the same language changes nothing', () => {
    expect(packIn(packIn(pack, 'fr'), 'fr')).toEqual(packIn(pack, 'fr'))
  })
})

describe('wording variants', () => {
  test('a variant brings its own descriptors and definition', () => {
    const shelfCare = component('shelf-care')
    expect(wordingOf(shelfCare, 'school', 'service')[0]?.text.en).toBe('No class has checked its books for wear yet.')
    expect(definitionOf(shelfCare, 'school').en).toBe('Worn school books are found and dealt with.')
  })

  test('a component without that variant keeps the default wording', () => {
    const hours = component('opening-hours')
    expect(wordingOf(hours, 'school', 'service')).toEqual(hours.rubrics.service)
    expect(definitionOf(hours, 'school')).toEqual(hours.definition)
  })

  test('an unknown facet has no descriptors', () => {
    expect(wordingOf(component('opening-hours'), 'village', 'knowledge')).toEqual([])
  })
})

test('the short form asks the core components, in the order of the questionnaire', () => {
  expect(formComponents(pack, 'short').map(({ id }) => id)).toEqual(['shelf-care', 'volunteer-team', 'opening-hours'])
  expect(formComponents(pack, 'full')).toEqual(pack.components)
})
