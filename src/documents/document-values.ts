import type { Pack } from '../content/schema.ts'
import type { ActionPlan } from '../domain/action-plan-types.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import type { Projections } from '../ui/words/pathway-tables.ts'
import { resultWords } from '../ui/words/results.ts'
import type { PlanChanges } from './draft-plan-parts.ts'
import { documentMessages } from './messages.ts'
import type { DocumentModel } from './model.ts'
import { packWords } from './pack-words.ts'

/** What a report card document is made from. All of it is plain data, so it can go to a worker. */
export type ReportCardValues = {
  pack: Pack
  /** What readers may see: `communityView(card)`, unless the reader holds the answers. */
  card: ReportCard
  language: Language
  /** The community's name for itself. */
  community?: string
  /** Date of the data, `YYYY-MM-DD`. */
  date: string
}

export type ActionPlanValues = ReportCardValues & {
  /** What readers may see: `communityPlan(…)` beside a card that withholds something. */
  plan: ActionPlan
  /** Worked out from the full card, so that the figures are those of the page; left out, they come from the card shown. */
  projected?: Projections
  /** The pathway that people chose, if they did. */
  chosen?: 'A' | 'B'
  /** What people changed and added, where the plan is not the automatic one. */
  changes?: PlanChanges
}

/** What both documents say at their head. */
export function documentHead(
  values: ReportCardValues,
): Pick<DocumentModel, 'language' | 'overline' | 'date' | 'facts' | 'community'> {
  const { pack, card, language, community, date } = values
  const t = documentMessages[language]
  const words = packWords(pack, language, card.variant)
  const name = community?.trim()
  return {
    language,
    overline: words.line(pack.name),
    date,
    ...(name === undefined || name === '' ? {} : { community: name }),
    facts: [
      longDate(date, language),
      t.framework(words.line(pack.name), pack.version),
      t.release(card.release.slice(0, 12)),
      resultWords[language].forms[card.form],
      ...(card.variant !== pack.variants[0]?.id ? [words.variant(card.variant)] : []),
    ],
  }
}
