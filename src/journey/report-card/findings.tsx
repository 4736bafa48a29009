import type { Finding } from '../../domain/report-card-types.ts'
import { reportCardMessages } from './messages.ts'
import { type CardProps, componentName, facetName } from './words.ts'

/** Different views, don't-knows, one voice, goals: whatever the figures alone do not say. */
export function Findings({ card, pack, language }: CardProps) {
  const t = reportCardMessages[language]
  return (
    <section>
      {card.findOut.length > 0 && (
        <>
          <h2>{t.findOut}</h2>
          <p>{t.findOutLead}</p>
          <ul>
            {card.findOut.map((id) => (
              <li>{componentName(pack, id, language)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{t.findings}</h2>
      {card.findings.length === 0 && <p>{t.noFindings}</p>}
      <ul>
        {card.findings.map((finding) => (
          <li>{findingSentence(finding, { card, pack, language })}</li>
        ))}
      </ul>
    </section>
  )
}

/** One finding as a sentence. */
function findingSentence(finding: Finding, { pack, language }: CardProps): string {
  const t = reportCardMessages[language].finding
  const name = (id: string) => componentName(pack, id, language)
  const facet = (id: string) => facetName(pack, id, language).toLowerCase()
  switch (finding.kind) {
    case 'different-views':
      return (finding.split ? t.split : t.differentViews)(name(finding.component), facet(finding.facet))
    case 'do-not-know':
      return t.doNotKnow(name(finding.component), facet(finding.facet))
    case 'one-voice':
      return t.oneVoice(finding.components.length)
    case 'check-scope':
      return t.checkScope(name(finding.component))
    case 'unrealistic':
      return t.unrealistic(name(finding.component), facet(finding.facet))
    case 'goal-not-set':
      return t.goalNotSet(finding.components.length)
    case 'goal-met':
      return t.goalMet(finding.components.length)
  }
}
