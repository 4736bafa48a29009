import type { Component, Item, Pack, Text } from '../content/schema.ts'
import { definitionOf, say, wordingOf } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import type { Run } from './model.ts'

/** The words of a pack in one language and wording variant, by id. */
export type PackWords = ReturnType<typeof packWords>

/**
 * Looks up what a document says about a pack. An id that the pack does not have comes back as it is: a result of an older
 * release may name it.
 */
export function packWords(pack: Pack, language: Language, variant: string) {
  const components = new Map(pack.components.map((component) => [component.id, component]))
  const items = new Map(pack.items.map((item) => [item.id, item]))
  const line = (text: Text) => say(text, language).text
  /** A longer text keeps the language it is really in. */
  const run = (text: Text): Run => {
    const said = say(text, language)
    return said.language === language ? said.text : { text: said.text, language: said.language }
  }
  const find = (list: readonly { id: string; name: Text }[], id: string) => {
    const found = list.find((entry) => entry.id === id)
    return found === undefined ? id : line(found.name)
  }
  return {
    line,
    run,
    component: (id: string) => find(pack.components, id),
    domain: (id: string) => find(pack.domains, id),
    facet: (id: string) => find(pack.facets, id),
    /** A facet's name as it stands inside a sentence. */
    facetInside: (id: string) => find(pack.facets, id).toLocaleLowerCase(language),
    variant: (id: string) => find(pack.variants, id),
    componentOf: (id: string): Component | undefined => components.get(id),
    itemOf: (id: string): Item | undefined => items.get(id),
    item: (id: string) => {
      const item = items.get(id)
      return item === undefined ? id : line(item.title)
    },
    levelName: (facetId: string, level: number) => {
      const found = pack.facets.find((facet) => facet.id === facetId)?.levels[level]
      return found === undefined ? String(level) : line(found.name)
    },
    descriptor: (componentId: string, facetId: string, level: number): Run => {
      const component = components.get(componentId)
      const found = component && wordingOf(component, variant, facetId).find((entry) => entry.level === level)
      return found === undefined ? '' : run(found.text)
    },
    definition: (component: Component): Run => run(definitionOf(component, variant)),
    inReview: (componentId: string) => components.get(componentId)?.review === 'draft-for-review',
  }
}

/** A date as `YYYY-MM-DD`, written out in the language. */
export function longDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}
