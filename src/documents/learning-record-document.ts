import { itemTitle } from '../content/names.ts'
import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { ItemReason } from '../domain/action-plan-types.ts'
import type { LearningState } from '../domain/learning/board.ts'
import { addDays, daysOfWeek } from '../domain/plan-dates.ts'
import type { Language } from '../platform/languages.ts'
import { formatHours, formatPercent } from '../ui/charts/numbers.ts'
import { longDate } from '../ui/dates.ts'
import { itemKindWords } from '../ui/words/item-kinds.ts'
import { reasonInWords } from '../ui/words/pathways.ts'
import { learningDocumentMessages } from './messages-learning.ts'
import type { Block, Cell, DocumentModel, Rich } from './model.ts'
import { type Written, writtenRun } from './validation-record-document.ts'

/** An item as the record keeps it: counts of people, never who, and never hours by person (Method 4.4). */
export type LearnedItem = {
  /** Id of the catalogue; nothing for something of the community's own, which has its title. */
  item?: string
  title?: Written
  hours: number
  spent: number
  firstWeek: number
  lastWeek: number
  state: LearningState
  people: number
  peopleDone: number
  reason?: Written
  reasons: ItemReason[]
}

/** What a learning record holds, in no language of its own; the endline reads it. */
export type LearningRecordData = {
  schemaVersion: 1
  community: string
  /** Day of the record, `YYYY-MM-DD`. */
  date: string
  startsOn: string
  planVersion: number
  progress: { done: number; planned: number; share?: number }
  hoursSpent: number
  people: number
  sessions: number
  templatesKept: number
  closed?: { on: string; reason: Written }
  items: LearnedItem[]
}

export type LearningRecordValues = {
  pack: Pack
  language: Language
  data: LearningRecordData
  /** It is published; otherwise it is the record so far. */
  published: boolean
}

/** The learning record (Method 5.1, stage 7): what was done, hours and people, what was set aside and why. */
export function learningRecordDocument(values: LearningRecordValues): DocumentModel {
  const { language, data, published } = values
  const t = learningDocumentMessages[language]
  const of = (...states: LearningState[]) => data.items.filter(({ state }) => states.includes(state))
  const prior = of('prior')
  const aside = of('set-aside')
  const open = of('planned', 'doing')
  return {
    kind: 'learning-record',
    title: t.recordTitle,
    ...(published ? {} : { status: t.soFar }),
    ...headOf(values),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.recordLead(data.community) },
      { kind: 'keyFigures', figures: figuresOf(values) },
      ...(data.closed
        ? [
            { kind: 'heading', level: 1, text: t.closed } satisfies Block,
            { kind: 'paragraph', text: t.closedOn(longDate(data.closed.on, language)) } satisfies Block,
            { kind: 'paragraph', text: [writtenRun(data.closed.reason, language)] } satisfies Block,
          ]
        : []),
      { kind: 'heading', level: 1, text: t.done },
      ...(of('done').length === 0
        ? [{ kind: 'paragraph', text: t.noneDone } satisfies Block]
        : [workTable(values, of('done'), t.doneCaption)]),
      ...(prior.length === 0 ? [] : [heading(t.prior), reasonTable(values, prior, t.priorCaption)]),
      ...(aside.length === 0 ? [] : [heading(t.aside), reasonTable(values, aside, t.asideCaption)]),
      ...(open.length === 0 ? [] : [heading(t.open), workTable(values, open, t.openCaption)]),
      heading(t.method),
      { kind: 'paragraph', tone: 'quiet', text: t.methodText },
    ],
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })

type Head = {
  pack: Pack
  language: Language
  data: Pick<LearningRecordData, 'community' | 'date' | 'startsOn' | 'planVersion'>
}

function headOf({ pack, language, data }: Head) {
  const t = learningDocumentMessages[language]
  const name = say(pack.name, language).text
  return {
    language,
    overline: name,
    community: data.community,
    date: data.date,
    facts: [
      longDate(data.date, language),
      t.framework(name, pack.version),
      t.planVersion(data.planVersion),
      t.begun(longDate(data.startsOn, language)),
    ],
  }
}

function figuresOf({ language, data }: LearningRecordValues) {
  const t = learningDocumentMessages[language].figures
  const done = data.items.filter(({ state }) => state === 'done' || state === 'prior').length
  const { share } = data.progress
  return [
    ...(share === undefined ? [] : [{ value: formatPercent(share, language), label: t.progress }]),
    { value: String(done), label: t.items },
    { value: formatHours(data.hoursSpent, language), label: t.spent },
    { value: String(data.people), label: t.people },
    ...(data.sessions === 0 ? [] : [{ value: String(data.sessions), label: t.sessions }]),
    ...(data.templatesKept === 0 ? [] : [{ value: String(data.templatesKept), label: t.templates }]),
  ]
}

type Named = Pick<LearnedItem, 'item' | 'title' | 'reasons'>

function titleCell({ pack, language }: { pack: Pack; language: Language }, one: Named): Rich {
  if (one.item !== undefined) return itemTitle(pack, one.item, language)
  return one.title ? [writtenRun(one.title, language)] : ''
}

function kindWord({ pack, language }: { pack: Pack; language: Language }, one: Named): string {
  const kind = pack.items.find(({ id }) => id === one.item)?.kind
  return kind ? itemKindWords[language][kind] : learningDocumentMessages[language].ownKind
}

function closesCell({ pack, language }: { pack: Pack; language: Language }, one: Named): Cell {
  return { lines: one.reasons.map((reason) => reasonInWords(reason, { pack, language })) }
}

function workTable(values: LearningRecordValues, items: readonly LearnedItem[], caption: string): Block {
  const { language } = values
  const t = learningDocumentMessages[language]
  return {
    kind: 'table',
    caption,
    head: [t.item, t.kind, t.hours, t.spent, t.peopleDone, t.closes],
    rows: items.map((one) => [
      titleCell(values, one),
      kindWord(values, one),
      formatHours(one.hours, language),
      formatHours(one.spent, language),
      one.people === 0 ? t.nobody : t.doneOf(one.peopleDone, one.people),
      closesCell(values, one),
    ]),
    widths: [4, 2, 1.3, 1.3, 1.6, 4],
    figures: [2, 3],
  }
}

function reasonTable(values: LearningRecordValues, items: readonly LearnedItem[], caption: string): Block {
  const { language } = values
  const t = learningDocumentMessages[language]
  return {
    kind: 'table',
    caption,
    head: [t.item, t.kind, t.reason],
    rows: items.map((one) => [
      titleCell(values, one),
      kindWord(values, one),
      one.reason ? [writtenRun(one.reason, language)] : '',
    ]),
    widths: [4, 2, 5],
  }
}

/** An item of the board with who has it, in words. */
export type BoardedItem = LearnedItem & { who: string[] }

export type LearningBoardValues = {
  pack: Pack
  language: Language
  data: Pick<LearningRecordData, 'community' | 'date' | 'startsOn' | 'planVersion'> & { items: BoardedItem[] }
}

/** The board on paper: each item with its weeks, hours, people, state, and what it closes. */
export function learningBoardDocument(values: LearningBoardValues): DocumentModel {
  const { language, data } = values
  const t = learningDocumentMessages[language]
  const days = (one: LearnedItem) =>
    t.range(
      longDate(daysOfWeek(data.startsOn, one.firstWeek).first, language),
      longDate(addDays(data.startsOn, one.lastWeek * 7 - 1), language),
    )
  return {
    kind: 'learning-board',
    title: t.boardTitle,
    ...headOf(values),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.boardLead(data.community) },
      data.items.length === 0
        ? { kind: 'paragraph', text: t.empty }
        : {
            kind: 'table',
            caption: t.boardCaption,
            head: [t.item, t.week, t.dates, t.hours, t.who, t.state, t.closes],
            rows: data.items.map((one) => [
              titleCell(values, one),
              t.weeks(one.firstWeek, one.lastWeek),
              days(one),
              formatHours(one.hours, language),
              one.who.length === 0 ? t.nobody : { lines: one.who },
              t.states[one.state],
              closesCell(values, one),
            ]),
            widths: [3.4, 1.2, 2.4, 1.2, 2, 1.5, 3],
            figures: [3],
          },
      heading(t.method),
      { kind: 'paragraph', tone: 'quiet', text: t.methodText },
    ],
  }
}
