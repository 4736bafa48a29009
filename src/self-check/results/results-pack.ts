import type { Pack } from '../../content/schema.ts'
import { packIn } from '../../content/text.ts'

/**
 * What a device needs of a pack to score and draw results in one language: everything the engine and the result pages read, and
 * nothing else. Texts that only other pages show are left empty.
 */
export function resultsPack(pack: Pack, language: string): Pack {
  const { components, items, ...rest } = packIn({ ...pack, bodies: {} }, language)
  const nothing = {} as Pack['caution']
  return {
    ...rest,
    guides: [],
    pages: {},
    characteristics: [],
    profile: rest.profile.map((question) => ({
      ...question,
      why: nothing,
      options: question.options.map((option) => ({ ...option, label: nothing })),
    })),
    components: components.map((component) => ({
      ...component,
      definition: nothing,
      why: nothing,
      evidence: [],
      probes: [],
      examples: { hamlet: nothing, city: nothing },
    })),
    items: items.map((item) => ({ ...item, summary: nothing, objectives: [] })),
  }
}
