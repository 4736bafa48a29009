import { randomUUID } from 'node:crypto'
import type { Pack } from '../../src/content/schema.ts'
import { asPerson } from '../../src/people/index.ts'
import type { TestApp } from '../test-app.ts'

type Said = { practice: number | 'dk'; knowledge?: number | 'dk'; wanted?: number; importance?: number }

/**
 * A baseline that is answered and locked: one entry for each respondent, component -> what they said. The advisor enters it, so that
 * no member needs an account.
 *
 * @param given.pairAgreed two respondents who both agreed that their figures are shown
 */
export async function aLockedBaseline(
  { db, clock, release }: Pick<TestApp, 'db' | 'clock' | 'release'> & { pack: Pack },
  given: {
    communityId: string
    journeyId: string
    advisor: { personId: string }
    respondents: Record<string, Said>[]
    pairAgreed?: boolean
  },
): Promise<string> {
  const { communityId, journeyId, advisor } = given
  const round = randomUUID()
  const at = clock.time
  const components = [...new Set(given.respondents.flatMap((said) => Object.keys(said)))]
  await asPerson(db, advisor, async (tx) => {
    await tx
      .insertInto('diagnostic_round')
      .values({
        id: round,
        community_id: communityId,
        journey_id: journeyId,
        name: 'baseline',
        release,
        form: 'short',
        variant: 'municipal',
        facets: ['practice', 'knowledge'],
        components,
        needs_reason: true,
        least_respondents: 1,
        opened_at: at,
        closes_at: new Date(at.getTime() + 86_400_000),
      })
      .execute()
    for (const [index, said] of given.respondents.entries()) {
      const id = randomUUID()
      await tx
        .insertInto('diagnostic_respondent')
        .values({
          id,
          community_id: communityId,
          round_id: round,
          code: `R${index + 1}`,
          role: index === 0 ? 'Clerk' : 'Staff',
          kind: 'paper',
          invited_at: at,
          submitted_at: at,
          pair_agreed_at: given.pairAgreed ? at : null,
        })
        .execute()
      await tx
        .insertInto('diagnostic_answer')
        .values(
          Object.entries(said).map(([component, { practice, knowledge, ...rest }]) => ({
            respondent_id: id,
            round_id: round,
            community_id: communityId,
            component,
            answer: JSON.stringify({ given: { practice, knowledge: knowledge ?? null }, ...rest }),
            entered: 'paper',
            version: 1,
            updated_at: at,
          })),
        )
        .execute()
    }
    await tx
      .updateTable('diagnostic_round')
      .set({ locked_at: at, locks: 1, wording: JSON.stringify(Object.fromEntries(components.map((id) => [id, 1]))) })
      .where('id', '=', round)
      .execute()
  })
  return round
}
