import type { Pack } from '../../content/schema.ts'
import { communityView } from '../../domain/community-view.ts'
import { askedComponents, planBasis } from '../../domain/plan-basis.ts'
import { reportCard } from '../../domain/report-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { asPerson, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { answerSetOf, findBaseline } from '../diagnostic/index.ts'
import { needsOf } from '../interview/index.ts'

/** The results of a locked baseline, as they are now. */
export type Results = {
  pack: Pack
  release: string
  roundId: string
  /** Round and moment of its lock: answers changed after an unlock make another baseline. */
  baseline: string
  lockedAt: Date
  /** With every figure: for an advisor who may read the answers, and for computing. */
  whole: ReportCard
  /** As the community may see it (Method 4.4). */
  shown: ReportCard
}

/** Names a baseline: after it was unlocked and locked again it is another. */
export function baselineKey({ id, lockedAt }: { id: string; lockedAt: Date }): string {
  return `${id}:${lockedAt.getTime()}`
}

/**
 * Computes the report card of a journey with the release that was answered and the needs of the interview.
 *
 * @returns nothing while no baseline is locked
 */
export async function loadResults(
  { db, findContent }: Pick<RoomDependencies, 'db' | 'findContent'>,
  actor: { personId: string },
  journeyId: string,
): Promise<Results | undefined> {
  // Individual answers are read for computing alone; they leave this function as results only.
  const read = await asPerson(
    db,
    actor,
    async (tx) => {
      const baseline = await findBaseline(tx, journeyId)
      if (baseline === undefined) return undefined
      return { baseline, answers: { ...(await answerSetOf(tx, baseline.id)), needs: await needsOf(tx, journeyId) } }
    },
    { purpose: 'compute' },
  )
  if (read === undefined) return undefined
  const { baseline, answers } = read
  const content = await findContent(baseline.release)
  if (content === undefined) throw new NotFoundError()
  const { pack, release } = content
  const basis = {
    ...planBasis(pack, answers.profile, { answeredComponents: askedComponents(answers) }),
    form: baseline.form,
    variant: baseline.variant,
  }
  const whole = reportCard({ pack, release, answers, basis })
  return {
    pack,
    release,
    roundId: baseline.id,
    baseline: baselineKey(baseline),
    lockedAt: baseline.lockedAt,
    whole,
    shown: communityView(whole, { pairAgreed: baseline.pairAgreed }),
  }
}
