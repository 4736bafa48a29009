import type { Pack } from '../content/schema.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import type { Language } from '../platform/languages.ts'
import { findingGroups, findingWords, findOutGroups } from '../ui/words/findings.ts'
import { listOf } from '../ui/words/list-of.ts'
import { resultWords } from '../ui/words/results.ts'
import type { Block, Rich } from './model.ts'
import { strong } from './model.ts'

/** The findings of a round as callouts, one for each kind, in the order in which they are worth talking about. */
export function findingBlocks(card: ReportCard, pack: Pack, language: Language): Block[] {
  const callouts = findingGroups(card, pack, language).map(
    ({ title, text, names }): Block => ({
      kind: 'callout',
      tone: 'finding',
      title,
      lines: names.length === 0 ? [text] : [text, listOf(names, language)],
    }),
  )
  if (callouts.length > 0) return callouts
  const none = card.withheld === undefined ? findingWords[language].none : resultWords[language].withheldList
  return [{ kind: 'paragraph', text: none }]
}

/** What to find out before anything else, with at most so many components named for each reason. */
export function findOutBlocks(card: ReportCard, pack: Pack, language: Language, atMost: number): Block[] {
  const groups = findOutGroups(card, pack, language)
  if (groups.length === 0) return []
  const lines = groups.flatMap(({ text, components }): Rich[] => [
    [
      strong(
        listOf(
          components.slice(0, atMost).map(({ name }) => name),
          language,
        ),
      ),
      ` – ${text}`,
    ],
  ])
  return [{ kind: 'callout', tone: 'finding', title: findingWords[language].findOut, lines }]
}

/** Says once why figures are missing where two people have not both agreed to show them. */
export function withheldBlocks(card: ReportCard, language: Language): Block[] {
  if (card.withheld === undefined) return []
  const words = resultWords[language]
  return [{ kind: 'callout', tone: 'note', title: words.withheldTitle, lines: [words.withheldText] }]
}
