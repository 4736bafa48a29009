import { readPack } from '../../src/content/read.ts'
import type { Pack } from '../../src/content/schema.ts'
import { formComponents } from '../../src/content/text.ts'
import { draftPlan } from '../../src/domain/action-plan.ts'
import type { ActionPlan } from '../../src/domain/action-plan-types.ts'
import type { AnswerRow, AnswerSet } from '../../src/domain/answers.ts'
import { communityView } from '../../src/domain/community-view.ts'
import { askedComponents, planBasis } from '../../src/domain/plan-basis.ts'
import { reportCard } from '../../src/domain/report-card.ts'
import type { ReportCard } from '../../src/domain/report-card-types.ts'

/** All that documents are made from, for an invented round on a real pack. */
export type ADocumentSet = {
  pack: Pack
  answers: AnswerSet
  card: ReportCard
  communityCard: ReportCard
  plan: ActionPlan
}

/**
 * A believable round: levels around 0 to 3 that differ a little between people, some "don't know", one component that does not
 * apply. The same parts always give the same set.
 */
export async function aDocumentSet(
  parts: { people?: number; form?: 'short' | 'full'; pack?: string } = {},
): Promise<ADocumentSet> {
  const { people = 3, form = 'full', pack: folder = 'content/open-smart-cities' } = parts
  const read = await readPack(folder)
  if (!read.ok) throw new Error(`${folder} has problems`)
  const { pack, hash } = read
  const answers: AnswerSet = { rows: rowsOf(pack, people, form), profile: {}, needs: [], agreed: {} }
  const basis = planBasis(pack, answers.profile, { answeredComponents: askedComponents(answers) })
  const card = reportCard({ pack, release: hash, answers, basis })
  return { pack, answers, card, communityCard: communityView(card), plan: draftPlan({ pack, card, basis }) }
}

function rowsOf(pack: Pack, people: number, form: 'short' | 'full'): AnswerRow[] {
  const next = fractions(11)
  const top = (pack.facets[0]?.levels.length ?? 1) - 1
  const limit = (level: number) => Math.max(0, Math.min(top, Math.round(level)))
  const usual = new Map(pack.components.map((component) => [component.id, 0.4 + next() * 2.2]))
  return Array.from({ length: people }, (_, person) => person + 1).flatMap((person) =>
    formComponents(pack, form).flatMap((component) =>
      pack.facets.map((facet, place): AnswerRow => {
        const about = usual.get(component.id) ?? 1
        const level = limit(about + (next() - 0.5) * 2.2 - place * 0.3)
        const dontKnow = next() < 0.07
        const outside = component.id === 'indigenous-data-sovereignty'
        return {
          respondent: String(person),
          component: component.id,
          facet: facet.id,
          given: outside
            ? { kind: 'na', reason: 'No Nation is our neighbour' }
            : dontKnow
              ? { kind: 'dk' }
              : { kind: 'level', level },
          ...(place === 0 && !outside ? { wanted: limit(about + 1 + next()), importance: Math.floor(next() * 4) } : {}),
        }
      }),
    ),
  )
}

/** Numbers between 0 and 1 that are the same each time (Park and Miller 1988). */
function fractions(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
