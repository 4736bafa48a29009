import { reportCard } from '../../domain/report-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { toAnswerSet } from '../record/answer-set.ts'
import { basisOf } from '../record/basis.ts'
import type { Scored } from '../record/releases.ts'

/** The report card of a self-check, with the hash of the release that it is really worked out with. */
export function reportCardOf({ pack, release, record }: Scored): ReportCard {
  return reportCard({ pack, release, answers: toAnswerSet(record, pack), basis: basisOf(pack, record) })
}

/** What the plan of a self-check is drawn up from. */
export function planInputOf({ pack, record }: Scored, card: ReportCard) {
  const { chosen } = record
  return { pack, card, basis: basisOf(pack, record), ...(chosen === undefined ? {} : { chosen }) }
}
