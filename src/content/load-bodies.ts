import type { z } from 'zod'
import {
  CoachingFileSchema,
  CourseFileSchema,
  type Figures,
  GuidelineFileSchema,
  type ItemBody,
  LinkFileSchema,
  TemplateFileSchema,
} from './body-schema.ts'
import type { PackFolder } from './pack-folder.ts'
import type { Item, ItemKind, Text } from './schema.ts'
import type { SourceFile } from './yaml.ts'

/** One file of a body that holds a text or a drawing in one language; `name` is the same in each language. */
export type LanguageFile = { name: string; language: string; source: SourceFile }

/** Where a body was read from: its YAML file, its Markdown and its drawings, so that a problem can name file and line. */
export type BodySources = { yaml: SourceFile; texts: LanguageFile[]; figures: LanguageFile[] }

type Main = 'course.yaml' | 'guideline.yaml' | 'template.yaml' | 'coaching.yaml'
type Read = { body: ItemBody; sources: BodySources }

const mainFiles: Record<ItemKind, Main> = {
  'course-basic': 'course.yaml',
  'course-advanced': 'course.yaml',
  guideline: 'guideline.yaml',
  template: 'template.yaml',
  coaching: 'coaching.yaml',
}

/** What may lie in the folder of an item beside `item.yaml`, by its main file. */
const parts: Record<Main, { folders: string[]; texts: string[] }> = {
  'course.yaml': { folders: ['lessons', 'figures'], texts: ['facilitator'] },
  'guideline.yaml': { folders: ['figures'], texts: ['guideline'] },
  'template.yaml': { folders: [], texts: [] },
  'coaching.yaml': { folders: [], texts: [] },
}

/** Instead of a body of its own, an item of any kind may point to something that stands elsewhere. */
const linkFile = 'link.yaml'

/**
 * Reads what an item holds beside its `item.yaml`. A file that does not belong to an item of its kind is a problem.
 *
 * @param languages languages of the pack; a text is read in each of them that has a file
 * @returns `none` for an item that is described only, `unread` when there are files and they cannot be used
 */
export async function readBody(
  folder: PackFolder,
  item: Item,
  languages: readonly string[],
): Promise<Read | 'none' | 'unread'> {
  const place = `catalogue/${item.id}`
  const names = ((await folder.list(place)) ?? []).filter((name) => name !== 'item.yaml')
  if (names.length === 0) return 'none'
  const main = mainFiles[item.kind]
  if (names.includes(linkFile)) {
    for (const name of names) if (name !== linkFile) folder.report(`${place}/${name}`, folder.t.besideLink, linkFile)
    return (await readLink(folder, place)) ?? 'unread'
  }
  const files = new BodyFiles(folder, place, languages)
  const known = [main, ...parts[main].folders, ...parts[main].texts.flatMap((name) => files.namesOf(name, 'md'))]
  for (const name of names) {
    if (!known.includes(name)) folder.report(`${place}/${name}`, folder.t.notOfKind(item.kind), known.join(', '))
  }
  if (!names.some((name) => known.includes(name))) return 'unread'
  const figures = names.includes('figures') ? await files.figures() : { texts: {}, files: [] }
  return (await readers[main](files, figures)) ?? 'unread'
}

type FiguresRead = { texts: Figures; files: LanguageFile[] }

const readers: Record<Main, (files: BodyFiles, figures: FiguresRead) => Promise<Read | undefined>> = {
  'course.yaml': readCourse,
  'guideline.yaml': readGuideline,
  'template.yaml': async (files) => {
    const read = await files.yaml('template.yaml', TemplateFileSchema)
    return read && { body: { kind: 'template', ...read.value }, sources: onlyYaml(read.source) }
  },
  'coaching.yaml': async (files) => {
    const read = await files.yaml('coaching.yaml', CoachingFileSchema)
    return read && { body: { kind: 'coaching', ...read.value }, sources: onlyYaml(read.source) }
  },
}

async function readLink(folder: PackFolder, place: string): Promise<Read | undefined> {
  const read = await folder.read(`${place}/${linkFile}`, LinkFileSchema)
  return read && { body: { kind: 'link', ...read.value }, sources: onlyYaml(read.source) }
}

async function readCourse(files: BodyFiles, figures: FiguresRead): Promise<Read | undefined> {
  const read = await files.yaml('course.yaml', CourseFileSchema)
  const facilitator = await files.text('facilitator')
  if (read === undefined) return undefined
  const ids = [...new Set(read.value.lessons.map(({ id }) => id))]
  await files.reportOthers('lessons', ids, 'md')
  const texts = new Map<string, Text | undefined>()
  for (const id of ids) texts.set(id, await files.text(`lessons/${id}`))
  const lessons = read.value.lessons.flatMap((lesson) => {
    const text = texts.get(lesson.id)
    return text === undefined ? [] : [{ ...lesson, text }]
  })
  if (facilitator === undefined || lessons.length < read.value.lessons.length) return undefined
  return {
    body: { kind: 'course', ...read.value, lessons, facilitator, figures: figures.texts },
    sources: { yaml: read.source, texts: files.texts, figures: figures.files },
  }
}

async function readGuideline(files: BodyFiles, figures: FiguresRead): Promise<Read | undefined> {
  const read = await files.yaml('guideline.yaml', GuidelineFileSchema)
  const text = await files.text('guideline')
  if (read === undefined || text === undefined) return undefined
  return {
    body: { kind: 'guideline', ...read.value, text, figures: figures.texts },
    sources: { yaml: read.source, texts: files.texts, figures: figures.files },
  }
}

function onlyYaml(yaml: SourceFile): BodySources {
  return { yaml, texts: [], figures: [] }
}

/** Reads the files of one item's folder and remembers where its texts came from. */
class BodyFiles {
  readonly texts: LanguageFile[] = []
  private readonly folder: PackFolder
  private readonly place: string
  private readonly languages: readonly string[]

  constructor(folder: PackFolder, place: string, languages: readonly string[]) {
    this.folder = folder
    this.place = place
    this.languages = languages
  }

  /** The names that a text of the pack's languages may have: `facilitator.en.md`, `facilitator.fr.md`. */
  namesOf(name: string, ending: 'md' | 'svg'): string[] {
    return this.languages.map((language) => `${name}.${language}.${ending}`)
  }

  async yaml<T>(name: string, schema: z.ZodType<T>) {
    return this.folder.read(`${this.place}/${name}`, schema)
  }

  /** A text in each language that has a file; undefined, with a problem, when English or French is missing or empty. */
  async text(name: string): Promise<Text | undefined> {
    const read = await this.inLanguages(name, 'md')
    this.texts.push(...read.files)
    return read.text
  }

  async figures(): Promise<FiguresRead> {
    const found = (await this.folder.list(`${this.place}/figures`)) ?? []
    const names = [...new Set(found.map((file) => file.split('.')[0] ?? ''))].filter((name) =>
      /^[a-z0-9-]+$/.test(name),
    )
    await this.reportOthers('figures', names, 'svg')
    const texts: Figures = {}
    const files: LanguageFile[] = []
    for (const name of names) {
      const read = await this.inLanguages(`figures/${name}`, 'svg')
      if (read.text !== undefined) texts[name] = read.text
      files.push(...read.files.map((file) => ({ ...file, name })))
    }
    return { texts, files }
  }

  /** Reports the files of a folder that no name with a language of the pack accounts for. */
  async reportOthers(inner: string, names: readonly string[], ending: 'md' | 'svg'): Promise<void> {
    const allowed = names.flatMap((name) => this.namesOf(name, ending))
    for (const name of (await this.folder.list(`${this.place}/${inner}`)) ?? []) {
      if (!allowed.includes(name)) {
        this.folder.report(`${this.place}/${inner}/${name}`, this.folder.t.noSuchPart, allowed.join(', '))
      }
    }
  }

  private async inLanguages(name: string, ending: 'md' | 'svg'): Promise<{ text?: Text; files: LanguageFile[] }> {
    const { folder, place } = this
    const inner = name.includes('/') ? `${place}/${name.slice(0, name.lastIndexOf('/'))}` : place
    const there = (await folder.has(inner)) ? ((await folder.list(inner)) ?? []) : []
    const files: LanguageFile[] = []
    const words: Record<string, string> = {}
    for (const language of this.languages) {
      const file = `${place}/${name}.${language}.${ending}`
      // A language beyond English and French is there or not; a missing one of these two is reported.
      if (language !== 'en' && language !== 'fr' && !there.includes(file.slice(inner.length + 1))) continue
      const text = await folder.text(file)
      if (text === undefined) continue
      const trimmed = text.trim()
      if (trimmed === '') folder.report(file, folder.t.empty)
      else words[language] = trimmed
      files.push({ name, language, source: plainSource(file, text, place.slice('catalogue/'.length)) })
    }
    const { en, fr, ...others } = words
    return en === undefined || fr === undefined ? { files } : { text: { en, fr, ...others }, files }
  }
}

/** A file that is one text: a path into it is a line number. */
function plainSource(file: string, value: string, id: string): SourceFile {
  return { file, value, line: ([line]) => (typeof line === 'number' ? line : 1), id: () => id }
}
