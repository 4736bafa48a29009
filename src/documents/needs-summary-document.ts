import type { Pack } from '../content/schema.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { documentMessages } from './messages.ts'
import { needsSummaryMessages } from './messages-needs-summary.ts'
import { type Block, type DocumentModel, type Rich, type Run, strong } from './model.ts'
import { packWords } from './pack-words.ts'

/** A text with the language in which a person wrote it. */
export type PersonsText = { text: string; language: string }

/** What a needs assessment summary is made from. */
export type NeedsSummaryValues = {
  pack: Pack
  /** Hash of the release. */
  release: string
  language: Language
  community: string
  /** `YYYY-MM-DD` */
  date: string
  /** Day of the talk, `YYYY-MM-DD`. */
  heldOn?: string
  /** Language of the talk. */
  spoken?: string
  /** Who took part, by role. A person's own words for their role keep their language. */
  roles: PersonsText[]
  place?: PersonsText
  needs: (PersonsText & { components: string[] })[]
  strengths?: PersonsText
  constraints?: PersonsText
  hopes?: PersonsText
  /** Components tagged anywhere in the talk. */
  topics: string[]
  corrections: { part: string; on: string }[]
  /** The lead said that it is right; otherwise the days for corrections passed. */
  confirmed: boolean
}

/** The needs assessment summary (Method 5.4), two pages at most. Texts that people wrote stay as they wrote them. */
export function needsSummaryDocument(values: NeedsSummaryValues): DocumentModel {
  const { pack, language, date } = values
  const t = needsSummaryMessages[language]
  const d = documentMessages[language]
  const words = packWords(pack, language, pack.variants[0]?.id ?? '')
  const section = (title: string, text: PersonsText | undefined): Block[] => [
    { kind: 'heading', level: 1, text: title },
    ...(text ? paragraphs(text, language) : [{ kind: 'paragraph' as const, text: t.nothing }]),
  ]
  const spoken = values.spoken === undefined ? undefined : t.languages[values.spoken]
  return {
    kind: 'needs-summary',
    language,
    title: t.title,
    overline: words.line(pack.name),
    community: values.community,
    date,
    facts: [
      ...(values.heldOn ? [t.spokeOn(longDate(values.heldOn, language))] : []),
      ...(spoken ? [t.spokeIn(spoken)] : []),
      longDate(date, language),
      d.framework(words.line(pack.name), pack.version),
      d.release(values.release.slice(0, 12)),
    ],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.lead(values.community) },
      { kind: 'heading', level: 1, text: t.needsTitle },
      {
        kind: 'numbered',
        items: values.needs.map((need): Rich => {
          const about = need.components.map((id) => words.component(id)).join(', ')
          return [said(need, language), ...(about === '' ? [] : [` (${d.colon(t.needComponents)}${about})`])]
        }),
      },
      ...section(t.placeTitle, values.place),
      ...section(t.strengthsTitle, values.strengths),
      ...section(t.constraintsTitle, values.constraints),
      ...section(t.hopesTitle, values.hopes),
      { kind: 'heading', level: 1, text: t.whoTitle },
      values.roles.length === 0
        ? { kind: 'paragraph', text: t.whoNone }
        : { kind: 'paragraph', text: joined(values.roles.map((role) => said(role, language))) },
      { kind: 'heading', level: 1, text: t.topicsTitle },
      {
        kind: 'paragraph',
        text: values.topics.length === 0 ? t.nothing : values.topics.map((id) => words.component(id)).join(' · '),
      },
      { kind: 'heading', level: 1, text: t.correctionsTitle },
      ...corrections(values),
      { kind: 'heading', level: 1, text: t.nextTitle },
      { kind: 'paragraph', text: t.next },
      { kind: 'paragraph', tone: 'quiet', text: t.method },
    ],
  }
}

function corrections({ corrections: made, confirmed, language }: NeedsSummaryValues): Block[] {
  const t = needsSummaryMessages[language]
  if (made.length === 0) return [{ kind: 'paragraph', text: confirmed ? t.correctionsNone : t.correctionsPassed }]
  const items = made.map(({ part, on }) => t.correctionLine(t.parts[part] ?? part, longDate(on, language)))
  return [{ kind: 'bullets', items: [...new Set(items)] }]
}

/** What a person wrote, marked with its language where that is not the document's. */
function said({ text, language: from }: PersonsText, language: Language): Run {
  return from === language ? text : { text, language: from }
}

function joined(runs: Run[]): Run[] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [' · ', run]))
}

function paragraphs(text: PersonsText, language: Language): Block[] {
  return text.text
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: [said({ ...text, text: paragraph }, language)] }))
}

/** The interview guide to print: questions, probes and lines to write on, block by block. */
export function interviewGuideDocument(values: {
  pack: Pack
  guide: Pack['guides'][number]
  language: Language
  release: string
  date: string
}): DocumentModel {
  const { pack, guide, language, date } = values
  const t = needsSummaryMessages[language]
  const d = documentMessages[language]
  const words = packWords(pack, language, pack.variants[0]?.id ?? '')
  return {
    kind: 'interview-guide',
    language,
    title: words.line(guide.title),
    overline: words.line(pack.name),
    date,
    facts: [
      longDate(date, language),
      d.framework(words.line(pack.name), pack.version),
      d.release(values.release.slice(0, 12)),
    ],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: [words.run(guide.intro)] },
      { kind: 'paragraph', text: t.guideNoRecording },
      { kind: 'signatures', labels: t.guideAbout },
      ...guide.blocks.map(
        (block, index): Block => ({
          kind: 'together',
          blocks: [
            { kind: 'heading', level: 1, text: `${index + 1}. ${words.line(block.title)}` },
            { kind: 'paragraph', tone: 'quiet', text: [`${t.guideMinutes(block.minutes)}. `, words.run(block.note)] },
            { kind: 'bullets', items: block.questions.map((question): Rich => [words.run(question)]) },
            ...(block.probes.length > 0
              ? [
                  { kind: 'paragraph' as const, text: [strong(t.guideProbes)] },
                  {
                    kind: 'bullets' as const,
                    tone: 'quiet' as const,
                    items: block.probes.map((probe): Rich => [words.run(probe)]),
                  },
                ]
              : []),
            { kind: 'writing', label: t.guideNotes, lines: 5 },
          ],
        }),
      ),
    ],
  }
}
