import type { Finding, ReportCard } from '../domain/report-card-types.ts'
import type { Language } from '../platform/languages.ts'
import { documentMessages } from './messages.ts'
import { reportCardMessages } from './messages-report-card.ts'
import type { Block } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** The findings of a round as callouts, one for each kind, in the order in which they are worth talking about. */
export function findingBlocks(card: ReportCard, words: PackWords, language: Language): Block[] {
  const t = reportCardMessages[language]
  const asked = card.components.filter((component) => component.asked && component.scope === 'in').length
  const callouts: Block[] = []
  const add = (title: string, text: string, names: string[] = []) => {
    if (names.length === 0) callouts.push({ kind: 'callout', tone: 'finding', title, lines: [text] })
    else
      callouts.push({ kind: 'callout', tone: 'finding', title, lines: [text, documentMessages[language].list(names)] })
  }
  const cells = (kind: 'different-views' | 'do-not-know' | 'unrealistic') =>
    byComponent(
      card.findings.filter((finding) => finding.kind === kind),
      words,
      language,
    )

  const different = cells('different-views')
  if (different.length > 0) add(t.differentViews, t.differentViewsText, different)
  const unknown = cells('do-not-know')
  if (unknown.length > 0) add(t.doNotKnow, t.doNotKnowText, unknown)
  for (const finding of card.findings) {
    if (finding.kind !== 'one-voice') continue
    if (finding.components.length >= asked) add(t.oneVoice, t.oneVoiceAll)
    else add(t.oneVoice, t.oneVoiceText, finding.components.map(words.component))
  }
  const scope = card.findings.flatMap((finding) =>
    finding.kind === 'check-scope' ? [words.component(finding.component)] : [],
  )
  if (scope.length > 0) add(t.checkScope, t.checkScopeText, scope)
  const large = cells('unrealistic')
  if (large.length > 0) add(t.unrealistic, t.unrealisticText, large)
  for (const finding of card.findings) {
    if (finding.kind === 'goal-not-set') add(t.goalNotSet, t.goalNotSetText, finding.components.map(words.component))
    if (finding.kind === 'goal-met') add(t.goalMet, t.goalMetText, finding.components.map(words.component))
  }
  return callouts.length === 0 ? [{ kind: 'paragraph', text: t.noFindings }] : callouts
}

type CellFinding = Extract<Finding, { facet: string }>

/** "Open data (practice and knowledge)": a component once, with the facets it is about. */
function byComponent(findings: readonly Finding[], words: PackWords, language: Language): string[] {
  const cells = findings.filter((finding): finding is CellFinding => 'facet' in finding)
  const grouped = Map.groupBy(cells, (finding) => finding.component)
  return [...grouped].map(([component, found]) => {
    const facets = documentMessages[language].list(found.map((finding) => words.facetInside(finding.facet)))
    const split = found.some((finding) => finding.kind === 'different-views' && finding.split)
    const more = split ? `; ${reportCardMessages[language].splitText}` : ''
    return `${words.component(component)} (${facets}${more})`
  })
}
