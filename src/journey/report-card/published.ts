import type { ReportCardReview } from '../../documents/reviewed-report-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Comment, Rating } from './review-store.ts'

/** What a published report card is kept as: the card as the community may see it, with every trace, and its review. */
export type PublishedCard = { schemaVersion: 1; card: ReportCard; review: ReportCardReview }

/** The review as its readers see it: words about domains and about findings that are shown, and grades. Own ratings wait for validation. */
export function reviewShown(
  card: ReportCard,
  comments: ReadonlyMap<string, Comment>,
  ratings: ReadonlyMap<string, Rating>,
): ReportCardReview {
  const kinds = new Set<string>(card.findings.map(({ kind }) => kind))
  const asked = new Set(card.components.filter((one) => one.asked).map(({ component }) => component))
  const about = (prefix: string) =>
    [...comments.values()].flatMap(({ part, text, language }) =>
      part.startsWith(prefix) && text !== '' ? [{ about: part.slice(prefix.length), text, language }] : [],
    )
  const order = card.domains.map(({ domain }) => domain)
  return {
    domains: about('domain:')
      .map(({ about: domain, text, language }) => ({ domain, text, language }))
      .sort((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain)),
    findings: about('finding:')
      .filter(({ about: kind }) => kinds.has(kind))
      .map(({ about: kind, text, language }) => ({ kind, text, language })),
    grades: Object.fromEntries(
      card.components.flatMap(({ component }) => {
        const grade = asked.has(component) ? ratings.get(component)?.grade : undefined
        return grade ? [[component, grade]] : []
      }),
    ),
  }
}
