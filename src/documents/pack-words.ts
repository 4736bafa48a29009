import {
  componentName,
  domainName,
  facetInSentence,
  facetName,
  itemTitle,
  levelName,
  nameOf,
} from '../content/names.ts'
import type { Component, Item, Pack, Text } from '../content/schema.ts'
import { definitionOf, say, wordingOf } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import type { Run } from './model.ts'

/** The words of a pack in one language and wording variant, by id. */
export type PackWords = ReturnType<typeof packWords>

/** Looks up what a document says about a pack. */
export function packWords(pack: Pack, language: Language, variant: string) {
  const components = new Map(pack.components.map((component) => [component.id, component]))
  const items = new Map(pack.items.map((item) => [item.id, item]))
  const line = (text: Text) => say(text, language).text
  /** A longer text keeps the language it is really in. */
  const run = (text: Text): Run => {
    const said = say(text, language)
    return said.language === language ? said.text : { text: said.text, language: said.language }
  }
  return {
    line,
    run,
    component: (id: string) => componentName(pack, id, language),
    domain: (id: string) => domainName(pack, id, language),
    facet: (id: string) => facetName(pack, id, language),
    facetInSentence: (id: string) => facetInSentence(pack, id, language),
    variant: (id: string) => nameOf(pack.variants, id, language),
    componentOf: (id: string): Component | undefined => components.get(id),
    itemOf: (id: string): Item | undefined => items.get(id),
    item: (id: string) => itemTitle(pack, id, language),
    levelName: (facetId: string, level: number) =>
      levelName(
        pack.facets.find((facet) => facet.id === facetId),
        level,
        language,
      ),
    descriptor: (componentId: string, facetId: string, level: number): Run => {
      const component = components.get(componentId)
      const found = component && wordingOf(component, variant, facetId).find((entry) => entry.level === level)
      return found === undefined ? '' : run(found.text)
    },
    definition: (component: Component): Run => run(definitionOf(component, variant)),
    inReview: (componentId: string) => components.get(componentId)?.review === 'draft-for-review',
  }
}
