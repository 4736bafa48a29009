import { markdownText } from '../content/markdown.ts'
import type { ItemBody, Pack, TemplateBody, Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { folded } from './plain-text.ts'

/** One text that search finds: an item (with what it holds, save lessons), or a lesson of a course. */
export type Entry = {
  kind: 'item' | 'lesson' | 'guideline' | 'template' | 'answer'
  item: string
  /** The lesson; of an answer its own id. */
  part: string
  itemKind?: string
  components: string[]
  /** Levels that its objectives describe. */
  levels: number[]
  /** Languages the item is offered in. */
  languages: string[]
  hours?: number
  offline: boolean
  title: string
  /** Summary and objectives. */
  about: string
  /** Its own text, without marks. */
  text: string
}

/** Words shorter than this are not offered as corrections. */
export const shortestWord = 4

/**
 * Everything of a pack that search finds, in one language: first all items, then the lessons.
 * A text that lacks the language is left out; it is found in the language it has.
 */
export function entriesOf(pack: Pack, language: string): Entry[] {
  const own = (text: Text) => {
    const said = say(text, language)
    return said.language === language ? said.text : ''
  }
  const items: Entry[] = []
  const lessons: Entry[] = []
  for (const item of pack.items) {
    const body = pack.bodies[item.id]
    const common = {
      item: item.id,
      itemKind: item.kind,
      components: unique([...item.lifts.map((lift) => lift.component), ...item.objectives.map((one) => one.component)]),
      levels: unique(item.objectives.map((objective) => objective.level)).sort((a, b) => a - b),
      languages: item.languages,
      hours: item.hours,
      offline: item.offline,
    }
    const title = own(item.title)
    if (title === '') continue
    items.push({
      ...common,
      kind: body?.kind === 'guideline' || body?.kind === 'template' ? body.kind : 'item',
      part: '',
      title,
      about: [item.summary, ...item.objectives.map((objective) => objective.text)].map(own).join('\n'),
      text: body === undefined ? '' : bodyText(body, own),
    })
    if (body?.kind !== 'course') continue
    for (const lesson of body.lessons) {
      const lessonTitle = own(lesson.title)
      if (lessonTitle === '') continue
      const text = [markdownText(own(lesson.text)), lesson.exercise ? own(lesson.exercise.task) : ''].join('\n')
      lessons.push({ ...common, kind: 'lesson', part: lesson.id, title: lessonTitle, about: '', text })
    }
  }
  return [...items, ...lessons]
}

/** What an item's page shows of its body, as words. The lessons of a course are entries of their own. */
function bodyText(body: ItemBody, own: (text: Text) => string): string {
  if (body.kind === 'guideline') return markdownText(own(body.text))
  if (body.kind === 'template') return templateWords(body).map(own).join('\n')
  if (body.kind === 'coaching') {
    const blocks = body.blocks.flatMap((block) => [block.title, ...block.points])
    return [...body.before, ...blocks, ...body.after].map(own).join('\n')
  }
  if (body.kind === 'link') return own(body.publisher)
  return body.kind === 'file' ? body.name : ''
}

function templateWords(body: TemplateBody): Text[] {
  return [
    body.intro,
    ...body.sections.flatMap((section) => [
      section.title,
      ...(section.intro ? [section.intro] : []),
      ...section.fields.flatMap((field) => [
        field.label,
        ...(field.hint ? [field.hint] : []),
        ...(field.kind === 'rows' ? field.columns.map((column) => column.label) : []),
      ]),
    ]),
  ]
}

/** A word that occurs: how it is written, and in how many entries. */
export type KnownWord = { written: string; entries: number }

/** The words that entries hold, by their folded form; short ones and figures are left out. */
export function wordsOf(entries: readonly Entry[]): Map<string, KnownWord> {
  const words = new Map<string, KnownWord>()
  for (const entry of entries) {
    const found = new Set<string>()
    for (const [written] of `${entry.title} ${entry.about} ${entry.text}`.matchAll(/\p{L}+/gu)) {
      const word = folded(written)
      if (word.length < shortestWord || found.has(word)) continue
      found.add(word)
      words.set(word, {
        written: words.get(word)?.written ?? written.toLowerCase(),
        entries: (words.get(word)?.entries ?? 0) + 1,
      })
    }
  }
  return words
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)]
}
