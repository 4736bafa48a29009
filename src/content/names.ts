import type { Facet, Text } from './schema.ts'
import { say } from './text.ts'

type Named = { id: string; name: Text }

/** The name of an entry by its id. An id that the list lacks comes back as it is: a result of an older release may hold it. */
export function nameOf(list: readonly Named[], id: string, language: string): string {
  const found = list.find((entry) => entry.id === id)
  return found === undefined ? id : say(found.name, language).text
}

/** The name of a component. */
export function componentName(pack: { components: readonly Named[] }, id: string, language: string): string {
  return nameOf(pack.components, id, language)
}

/** The name of a domain. */
export function domainName(pack: { domains: readonly Named[] }, id: string, language: string): string {
  return nameOf(pack.domains, id, language)
}

/** The name of a facet, as it stands at the head of a column. */
export function facetName(pack: { facets: readonly Named[] }, id: string, language: string): string {
  return nameOf(pack.facets, id, language)
}

/** The name of a facet as it stands inside a sentence. */
export function facetInSentence(pack: { facets: readonly Named[] }, id: string, language: string): string {
  return facetName(pack, id, language).toLocaleLowerCase(language)
}

/** The title of a catalogue item. */
export function itemTitle(
  pack: { items: readonly { id: string; title: Text }[] },
  id: string,
  language: string,
): string {
  const found = pack.items.find((entry) => entry.id === id)
  return found === undefined ? id : say(found.title, language).text
}

/** The word for a level of a facet, "In part"; the level's number where the facet has no such level. */
export function levelName(facet: Pick<Facet, 'levels'> | undefined, level: number, language: string): string {
  const found = facet?.levels.find((candidate) => candidate.level === level)
  return found === undefined ? String(level) : say(found.name, language).text
}

/** The place of a facet in its pack from 1 on, for colours and shapes; 0 for a facet the pack does not have. */
export function facetNumber(pack: { facets: readonly { id: string }[] }, id: string): number {
  return pack.facets.findIndex((facet) => facet.id === id) + 1
}
