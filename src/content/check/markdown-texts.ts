import type { Loaded } from '../load.ts'
import type { BodySources, LanguageFile } from '../load-bodies.ts'
import { type MarkdownParts, markdownParts } from '../markdown.ts'
import type { ContentMessages } from '../messages.ts'
import { frenchSlips, hasStraightMarks } from './languages.ts'
import { meanSentenceLength, readingGrade } from './reading.ts'
import type { Reporter } from './reporter.ts'
import { found, judging, judgingInFrench, writersRules } from './writing.ts'

type Read = LanguageFile & { parts: MarkdownParts }

/** Levels of headings in a text: the page has the first, and a text needs no more than three of its own. */
const headingLevels = { top: 2, deepest: 4 } as const

/** A text of fewer sentences says too little about how it reads. */
const fewestSentences = 5

/**
 * The Markdown of one item: what it shows is there, its links arrive, each language has the same structure, and the writers' rules.
 *
 * @param figures names of the item's drawings
 */
export function checkMarkdown(
  { pack, unread }: Loaded,
  { texts }: BodySources,
  figures: ReadonlySet<string>,
  report: Reporter,
): void {
  const known = {
    items: new Set([...pack.items.map(({ id }) => id), ...unread.items]),
    components: new Set(pack.components.map(({ domain, id }) => `${domain}/${id}`)),
    unreadComponents: unread.components,
    figures,
  }
  const read = texts.map((text): Read => ({ ...text, parts: markdownParts(String(text.source.value)) }))
  for (const text of read) {
    checkParts(text, known, report)
    checkWords(text, report)
    const english = read.find((other) => other.name === text.name && other.language === 'en')
    if (english && english !== text) compareStructure(english.parts, text, report)
  }
}

type Known = {
  items: ReadonlySet<string>
  /** `domain/component` */
  components: ReadonlySet<string>
  unreadComponents: ReadonlySet<string>
  figures: ReadonlySet<string>
}

function checkParts({ source, parts }: Read, known: Known, report: Reporter): void {
  const { t } = report
  let last: number = headingLevels.top - 1
  for (const { line, level } of parts.headings) {
    const deepest = Math.min(headingLevels.deepest, last + 1)
    if (level < headingLevels.top || level > deepest) {
      report.error(source, [line], t.headingLevel(level), t.range(headingLevels.top, deepest))
    }
    last = Math.max(level, headingLevels.top - 1)
  }
  for (const { line, text } of parts.html)
    report.error(source, [line], t.rawHtml(text.split('\n')[0] ?? ''), t.onlyMarkdown)
  for (const { line, address, alternative } of parts.pictures) {
    const [, name] = /^figure:(.*)$/.exec(address) ?? []
    if (name === undefined) report.error(source, [line], t.pictureElsewhere(address), 'figure:…')
    else report.reference(source, [line], name, known.figures)
    if (alternative === '') report.error(source, [line], t.noAlternative, t.wordsForFigure)
  }
  for (const { line, address } of parts.links)
    checkLink(address, known, (what, allowed) => report.error(source, [line], what, allowed), t)
}

/** Links go to an item (`item:<id>`), a component (`component:<domain>/<id>`), a place on the page or an outside address. */
function checkLink(
  address: string,
  known: Known,
  error: (what: string, allowed: string) => void,
  t: ContentMessages,
): void {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/i.exec(address) ?? []
  if (kind === 'item') {
    if (!known.items.has(rest)) error(t.noneHasId(rest), [...known.items].join(', '))
  } else if (kind === 'component') {
    const unread = known.unreadComponents.has(rest.split('/')[1] ?? '')
    if (!known.components.has(rest) && !unread) error(t.noneHasId(rest), [...known.components].join(', '))
  } else if (kind === undefined ? !address.startsWith('#') : !/^(https?|mailto)$/.test(kind)) {
    error(t.unknownLink(address), 'item:…, component:…/…, https://…, mailto:…')
  }
}

/** The same headings, lists, tables, drawings and own links in the same order, so that readers of each language get the same. */
function compareStructure(english: MarkdownParts, { source, parts }: Read, report: Reporter): void {
  for (const { name, of } of structures(report.t)) {
    const there = of(english)
    const here = of(parts)
    if (there.map(({ shape }) => shape).join('|') === here.map(({ shape }) => shape).join('|')) continue
    const index = here.findIndex(({ shape }, i) => shape !== there[i]?.shape)
    const line = (here[index] ?? here.at(-1))?.line ?? 1
    const list = (shapes: { shape: string }[]) => shapes.map(({ shape }) => shape).join(', ') || report.t.nothing
    report.error(source, [line], report.t.otherStructure(name, list(here)), list(there))
  }
}

type Shapes = { shape: string; line: number }[]

function structures(t: ContentMessages): { name: string; of: (parts: MarkdownParts) => Shapes }[] {
  return [
    { name: t.headings, of: ({ headings }) => headings.map(({ level, line }) => ({ shape: `h${level}`, line })) },
    {
      name: t.lists,
      of: ({ lists }) =>
        lists.map(({ ordered, entries, line }) => ({ shape: `${ordered ? '1.' : '-'} × ${entries}`, line })),
    },
    {
      name: t.tables,
      of: ({ tables }) => tables.map(({ columns, rows, line }) => ({ shape: `${columns} × ${rows}`, line })),
    },
    { name: t.figures, of: ({ pictures }) => pictures.map(({ address, line }) => ({ shape: address, line })) },
    {
      name: t.links,
      of: ({ links }) =>
        links
          .filter(({ address }) => /^(item|component):/.test(address))
          .map(({ address, line }) => ({ shape: address, line })),
    },
  ]
}

function checkWords({ source, language, parts }: Read, report: Reporter): void {
  const { t } = report
  for (const { line, text } of parts.texts) {
    if (hasStraightMarks(text)) report.error(source, [line], t.straightMarks)
    if (language === 'fr') for (const slip of frenchSlips(text, t)) report.error(source, [line], slip)
    const words = language === 'en' ? found(judging, text) : language === 'fr' ? found(judgingInFrench, text) : []
    for (const word of words) report.note(source, [line], t.judging(word))
  }
  const sentences = parts.texts.filter(({ place }) => place === 'paragraph').map(({ text }) => closed(text))
  const whole = sentences.join(' ')
  if (sentences.length < fewestSentences) return
  const grade = readingGrade(whole)
  if (language === 'en' && grade > writersRules.highestGrade) {
    report.error(source, [1], t.textGrade(grade.toFixed(1)), t.atMost(String(writersRules.highestGrade)))
  }
  const length = meanSentenceLength(whole)
  if (language === 'fr' && length > writersRules.longestMeanSentence) {
    report.error(source, [1], t.frenchTextLength(length.toFixed(1)), t.atMost(String(writersRules.longestMeanSentence)))
  }
}

/** A list entry or a line before a list ends a sentence, with a point or without. */
function closed(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text.replace(/[\s\u00a0]*[:;,]$/u, '')}.`
}
