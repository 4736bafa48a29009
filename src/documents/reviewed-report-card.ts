import type { Language } from '../platform/languages.ts'
import { findingWords } from '../ui/words/findings.ts'
import type { ReportCardValues } from './document-values.ts'
import { reportCardMessages } from './messages-report-card.ts'
import type { Block, DocumentModel, Rich, Run } from './model.ts'
import { packWords } from './pack-words.ts'
import { reportCardDocument } from './report-card-document.ts'

/** What the person who reviewed a report card adds to it. */
export type ReportCardReview = {
  domains: { domain: string; text: string; language: string }[]
  findings: { kind: string; text: string; language: string }[]
  /** Component -> how well the answers are shown to hold. */
  grades: Record<string, string>
}

const en = {
  title: 'From the review',
  domains: 'About each domain',
  findings: 'About what else the answers show',
  grades: 'How well the answers are shown to hold',
  gradesIntro: 'An evidence grade never changes a figure.',
  component: 'Component',
  grade: 'Evidence',
  gradeNames: { stated: 'Stated', described: 'Described with an example', seen: 'Seen by the advisor' } as Record<
    string,
    string
  >,
}

const fr: typeof en = {
  title: 'À la suite de l’examen',
  domains: 'Sur chaque domaine',
  findings: 'Sur ce que les réponses montrent aussi',
  grades: 'À quel point les réponses sont étayées',
  gradesIntro: 'Le degré de preuve ne change jamais un chiffre.',
  component: 'Composante',
  grade: 'Preuve',
  gradeNames: { stated: 'Affirmé', described: 'Décrit avec un exemple', seen: 'Vu par la personne-conseil' },
}

/** Words for evidence grades, on the page and in the document. */
export const reviewWords: Record<Language, typeof en> = { en, fr }

/** The report card with what its review adds, before it says how it was computed. */
export function reviewedReportCard(values: ReportCardValues, review: ReportCardReview): DocumentModel {
  const { language } = values
  const model = reportCardDocument(values)
  const added = reviewBlocks(values, review)
  const title = reportCardMessages[language].computedTitle
  const index = model.blocks.findIndex((block) => block.kind === 'heading' && block.text === title)
  const at = index === -1 ? model.blocks.length : index
  return { ...model, blocks: [...model.blocks.slice(0, at), ...added, ...model.blocks.slice(at)] }
}

function reviewBlocks({ pack, card, language }: ReportCardValues, review: ReportCardReview): Block[] {
  const t = reviewWords[language]
  const words = packWords(pack, language, card.variant)
  const { kinds } = findingWords[language]
  const said = ({ text, language: from }: { text: string; language: string }): Block[] =>
    text.split(/\n+/).map((line) => ({ kind: 'paragraph', text: [run(line, from, language)] satisfies Rich }))
  const domains = review.domains.flatMap((one): Block[] => [
    { kind: 'heading', level: 3, text: words.domain(one.domain) },
    ...said(one),
  ])
  const findings = review.findings.flatMap((one): Block[] => [
    { kind: 'heading', level: 3, text: kinds[one.kind as keyof typeof kinds]?.title ?? one.kind },
    ...said(one),
  ])
  const graded = Object.entries(review.grades)
  if (domains.length + findings.length + graded.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: t.title },
    ...(domains.length > 0 ? [{ kind: 'heading' as const, level: 2 as const, text: t.domains }, ...domains] : []),
    ...(findings.length > 0 ? [{ kind: 'heading' as const, level: 2 as const, text: t.findings }, ...findings] : []),
    ...(graded.length > 0
      ? [
          { kind: 'heading' as const, level: 2 as const, text: t.grades },
          { kind: 'paragraph' as const, tone: 'quiet' as const, text: t.gradesIntro },
          {
            kind: 'table' as const,
            caption: t.grades,
            head: [t.component, t.grade],
            rows: graded.map(([component, grade]) => [words.component(component), t.gradeNames[grade] ?? grade]),
            widths: [3, 2],
          },
        ]
      : []),
  ]
}

function run(text: string, from: string, language: Language): Run {
  return from === language ? text : { text, language: from }
}
