import type { Pack, TemplateBody, TemplateColumn, TemplateField, Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import {
  type TemplateRow,
  type TemplateValues,
  templateChoices,
  templateRows,
  templateText,
} from '../domain/template-values.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { documentMessages } from './messages.ts'
import { templateMessages } from './messages-template.ts'
import { type Block, type DocumentModel, type Rich, type Run, strong } from './model.ts'

export type TemplateDocumentValues = {
  pack: Pick<Pack, 'name' | 'version'>
  /** The item's title and licence. */
  title: Text
  licence: string
  body: TemplateBody
  language: Language
  /** What was filled in; left out: a blank form to write on. */
  values?: TemplateValues
  /** The community's name for itself. */
  community?: string
  /** Date of the data, or of the day a blank form is made, `YYYY-MM-DD`. */
  date: string
}

type RowsField = Extract<TemplateField, { kind: 'rows' }>

/** Lines to write on by hand, by the kind of field. */
const linesToWrite = { line: 1, text: 5, number: 1, date: 1 } as const

/**
 * A template as a document: blank, with lines and boxes to write on, or with what a community filled in. PDF, Word and text are
 * drawn from it, so that all of them ask the same.
 */
export function templateDocument(given: TemplateDocumentValues): DocumentModel {
  const { pack, title, licence, body, language, values, community, date } = given
  const t = templateMessages[language]
  const words = wordsIn(language)
  const name = community?.trim()
  return {
    kind: 'template',
    language,
    title: words.line(title),
    overline: words.line(pack.name),
    ...(name === undefined || name === '' ? {} : { community: name }),
    date,
    facts: [
      longDate(date, language),
      values === undefined ? t.toFillIn : t.filledIn,
      documentMessages[language].framework(words.line(pack.name), pack.version),
      t.licence(licence),
    ],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: [words.run(body.intro)] },
      ...body.sections.flatMap((section): Block[] => {
        const [first = [], ...others] = section.fields.map((field) =>
          values === undefined ? blankField(field, language) : filledField(field, values, language),
        )
        const opening: Block[] = [
          { kind: 'heading', level: 1, text: words.line(section.title) },
          ...(section.intro ? [{ kind: 'paragraph', text: [words.run(section.intro)] } as const] : []),
        ]
        return [{ kind: 'together', blocks: [...opening, ...first] }, ...others.map(together)]
      }),
    ],
  }
}

function together(blocks: Block[]): Block {
  return { kind: 'together', blocks }
}

function blankField(field: TemplateField, language: Language): Block[] {
  const t = templateMessages[language]
  const words = wordsIn(language)
  const label: Block = { kind: 'paragraph', text: [strong(words.line(field.label))] }
  const hint: Block[] = field.hint ? [{ kind: 'paragraph', tone: 'quiet', text: [words.run(field.hint)] }] : []
  switch (field.kind) {
    case 'rows': {
      const rows = Array.from({ length: field.rows }, () => ({}))
      return [...hint, ...choicesOfColumns(field, language), tableOf(field, rows, language)]
    }
    case 'choice':
    case 'choices':
      return [
        {
          kind: 'choices',
          prompt: [strong(words.line(field.label)), ` ${field.kind === 'choice' ? t.chooseOne : t.chooseSeveral}`],
          options: field.options.map(({ text }): Rich => [words.run(text)]),
        },
        ...hint,
      ]
    default:
      // A label may be a whole question, so it stands above its lines.
      return [label, ...hint, { kind: 'writing', label: t.toWrite[field.kind], lines: linesToWrite[field.kind] }]
  }
}

function filledField(field: TemplateField, values: TemplateValues, language: Language): Block[] {
  const t = templateMessages[language]
  const words = wordsIn(language)
  const label: Block = { kind: 'paragraph', text: [strong(words.line(field.label))] }
  const nothing: Block = { kind: 'paragraph', tone: 'quiet', text: t.notFilledIn }
  switch (field.kind) {
    case 'rows': {
      const rows = templateRows(values, field.id)
      return rows.length === 0 ? [label, nothing] : [tableOf(field, rows, language)]
    }
    case 'choice':
    case 'choices': {
      const chosen = templateChoices(values, field.id)
      const items = field.options.filter(({ id }) => chosen.includes(id)).map(({ text }): Rich => [words.run(text)])
      return [label, items.length === 0 ? nothing : { kind: 'bullets', items }]
    }
    default: {
      const text = templateText(values, field.id)
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      if (lines.length === 0) return [label, nothing]
      const shown = field.kind === 'date' ? lines.map((line) => dateShown(line, language)) : lines
      return [label, ...shown.map((line): Block => ({ kind: 'paragraph', text: line }))]
    }
  }
}

/** What may be written in each column of choices, for a blank table. */
function choicesOfColumns({ columns }: RowsField, language: Language): Block[] {
  const t = templateMessages[language]
  return columns.flatMap((column): Block[] => {
    if (column.options === undefined) return []
    const text = t.optionsOf(say(column.label, language).text, optionTexts(column, language).join(t.or))
    return [{ kind: 'paragraph', tone: 'quiet', text }]
  })
}

/** A table of lines, numbered so that each has a header. */
function tableOf(field: RowsField, rows: readonly TemplateRow[], language: Language): Block {
  const words = wordsIn(language)
  const figures = field.columns.flatMap(({ kind }, index) => (kind === 'number' ? [index + 1] : []))
  const blank = rows.every((row) => Object.keys(row).length === 0)
  return {
    kind: 'table',
    caption: words.line(field.label),
    head: [templateMessages[language].rowNumber, ...field.columns.map(({ label }) => words.line(label))],
    rows: rows.map((row, index) => [
      `${index + 1}`,
      // An empty line is as high as handwriting needs.
      ...field.columns.map((column) => (blank ? { lines: ['\u00a0', '\u00a0'] } : cellText(column, row, language))),
    ]),
    widths: [1, ...field.columns.map(({ kind }) => (kind === 'line' ? 4 : 2))],
    ...(figures.length > 0 ? { figures } : {}),
  }
}

/** What a cell of a filled-in table says: the words of a choice, a date in words, anything else as typed. */
export function cellText(column: TemplateColumn, row: TemplateRow, language: Language): string {
  const typed = row[column.id] ?? ''
  if (column.kind === 'date') return typed === '' ? '' : dateShown(typed, language)
  const option = column.kind === 'choice' ? column.options?.find(({ id }) => id === typed) : undefined
  return option ? say(option.text, language).text : typed
}

/** The words of a column's options in order. */
export function optionTexts(column: TemplateColumn, language: Language): string[] {
  return (column.options ?? []).map(({ text }) => say(text, language).text)
}

function dateShown(day: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? longDate(day, language) : day
}

function wordsIn(language: Language) {
  return {
    line: (text: Text) => say(text, language).text,
    run: (text: Text): Run => {
      const said = say(text, language)
      return said.language === language ? said.text : { text: said.text, language: said.language }
    },
  }
}
