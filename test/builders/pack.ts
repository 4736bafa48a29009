import type { Component, Duty, Item, Lift, ProfileQuestion, Text } from '../../src/content/schema.ts'
import type { EnginePack } from '../../src/domain/engine-pack.ts'

/** The parts of a component that a rule looks at; the rest is filled in. */
export type ComponentParts = { id: string; domain?: string; core?: boolean; enables?: string[]; rubricVersion?: number }

/** The parts of an item that a rule looks at. A lift names component, facet, levels gained and, if it matters, a ceiling. */
export type ItemParts = Partial<Omit<Item, 'lifts'>> & {
  id: string
  lifts: (Omit<Lift, 'ceiling'> & { ceiling?: number })[]
}

export type PackParts = {
  /** Levels of the scale; five unless told. */
  levels?: number
  /** Facet ids, the first one first; practice and knowledge unless told. */
  facets?: string[]
  /** Ids alone, or parts. */
  components: (string | ComponentParts)[]
  items?: ItemParts[]
  profile?: ProfileQuestion[]
  duties?: Duty[]
  /** Ids alone, or with `ownGovernment`. */
  variants?: (string | { id: string; ownGovernment: true })[]
}

/** The smallest pack the engine accepts with the given parts: every component in `only-domain` unless it names its own. */
export function aPack(parts: PackParts): EnginePack {
  const { levels = 5, facets = ['practice', 'knowledge'], variants = ['municipal'] } = parts
  const components = parts.components.map((given) => aComponent(typeof given === 'string' ? { id: given } : given))
  const domains = [...new Set(components.map((component) => component.domain))]
  return {
    id: 'test-pack',
    languages: ['en', 'fr'],
    variants: variants.map((given) => {
      const variant = typeof given === 'string' ? { id: given } : given
      return { ...variant, name: text(variant.id) }
    }),
    facets: facets.map((id) => ({
      id,
      name: text(id),
      meaning: text(id),
      prompt: text(id),
      levels: Array.from({ length: levels }, (_, level) => ({
        level,
        name: text(`${level}`),
        meaning: text(`${level}`),
        ...(level === 1 ? { restsOnOnePerson: true } : {}),
      })),
    })),
    calibration: { sd: 0.8, r: 0.8, sW: 0.65, n: 0, date: '2026-11-24', provisional: true },
    domains: domains.map((id) => ({
      id,
      name: text(id),
      definition: text(id),
      serves: [],
      components: components.filter((component) => component.domain === id).map((component) => component.id),
    })),
    components,
    items: (parts.items ?? []).map(anItem),
    profile: parts.profile ?? [],
    duties: parts.duties ?? [],
  }
}

/** A whole component with the given parts. */
export function aComponent(parts: ComponentParts): Component {
  const { id, domain = 'only-domain', core = true, enables = [], rubricVersion = 1 } = parts
  return {
    id,
    domain,
    core,
    enables,
    rubricVersion,
    name: text(id),
    definition: text(id),
    serves: ['C1'],
    why: text(id),
    evidence: [text(id)],
    examples: { hamlet: text(id), city: text(id) },
    probes: [text(id), text(id)],
    review: 'reviewed',
    rubrics: {},
    variants: {},
    steps: [],
  }
}

/** A whole catalogue item with the given parts: two hours, in both languages, usable offline, for everyone. */
export function anItem({ lifts, ...parts }: ItemParts): Item {
  const [first] = lifts
  return {
    kind: 'course-basic',
    title: text(parts.id),
    summary: text(parts.id),
    hours: 2,
    objectives: first ? [{ text: text(parts.id), component: first.component, facet: first.facet, level: 1 }] : [],
    prerequisites: [],
    languages: ['en', 'fr'],
    offline: true,
    audience: ['everyone'],
    lastReviewed: '2026-11-24',
    licence: 'CC-BY-4.0',
    ...parts,
    lifts: lifts.map((lift) => ({ ceiling: 4, ...lift })),
  }
}

/** A legal duty on a component, in the given jurisdictions. */
export function aDuty(component: string, jurisdictions: string[], communityTypes?: string[]): Duty {
  return {
    id: `duty-${component}`,
    component,
    jurisdictions,
    ...(communityTypes ? { communityTypes } : {}),
    text: text(component),
    source: { title: text('source'), url: 'https://example.org/law' },
    checkedOn: '2026-11-24',
  }
}

function text(words: string): Text {
  return { en: words, fr: words }
}
