import { renderSVG } from 'uqr'
import type { Language } from '../platform/languages.ts'
import type { Chart } from '../ui/charts/chart.ts'
import { longDate } from '../ui/dates.ts'
import { certificateWords } from './messages-certificate.ts'
import { type Block, type DocumentModel, strong } from './model.ts'

/** What a certificate says. */
export type CertificateValues = {
  kind: 'course' | 'pathway'
  holder: string
  title: string
  /** Hours of learning; left out where nobody counted. */
  hours?: number | undefined
  /** What the course teaches, or the items of the pathway. */
  objectives: string[]
  /** Day it was finished, `YYYY-MM-DD`. */
  day: string
  /** As the program calls itself. */
  program: string
  id: string
  /** Of the page that says whether it is valid. */
  address: string
}

/** Lines that fit under what was learned, and the characters of a line; with more, it would no longer be one page. */
const mostLines = 11
const lineLength = 85

/** A certificate of one page: who finished what, when, how much it took, what it teaches, and how to check that it is valid. */
export function certificateDocument(values: CertificateValues, language: Language): DocumentModel {
  const t = certificateWords[language]
  const { hours, kind, objectives } = values
  const shown = thatFit(objectives)
  const left = objectives.length - shown.length
  const figures = [
    ...(hours === undefined
      ? []
      : [{ value: hours.toLocaleString(language === 'fr' ? 'fr-CA' : 'en-CA'), label: t.hours(hours) }]),
    { value: longDate(values.day, language), label: t.day },
  ]
  const learned: Block[] =
    shown.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t.learned[kind] },
          { kind: 'bullets', items: [...shown, ...(left > 0 ? [t.more(left)] : [])] },
        ]
  return {
    kind: 'certificate',
    language,
    title: t.title,
    overline: values.program,
    community: values.holder,
    date: values.day,
    facts: [t.number(values.id)],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: [strong(values.holder), ` ${t.did[kind]}`] },
      { kind: 'heading', level: 1, text: values.title },
      { kind: 'keyFigures', figures },
      ...learned,
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 2, text: t.verifyTitle },
          { kind: 'paragraph', text: t.verify },
          { kind: 'paragraph', text: [strong(values.address)] },
          { kind: 'figure', chart: codeOf(values.address, language), caption: t.codeCaption, width: 0.22 },
          { kind: 'paragraph', tone: 'quiet', text: t.verifyAfter },
        ],
      },
    ],
  }
}

/** As many of the first objectives as fit, with room for saying how many more there are. */
function thatFit(objectives: readonly string[]): string[] {
  let lines = 0
  const end = objectives.findIndex((objective) => {
    lines += Math.ceil(objective.length / lineLength)
    return lines > mostLines
  })
  return end === -1 ? [...objectives] : objectives.slice(0, end)
}

function codeOf(address: string, language: Language): Chart {
  const t = certificateWords[language]
  const svg = renderSVG(address, { border: 0, ecc: 'M' })
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 0)
  return {
    svg,
    alt: t.code(address),
    title: t.verifyTitle,
    table: { caption: t.table, head: [t.table], rows: [[address]] },
    width: size,
    height: size,
  }
}
