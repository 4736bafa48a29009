import type { Moved } from '../../domain/learning/board.ts'
import { daysOfWeek } from '../../domain/plan-dates.ts'
import type { Language } from '../../platform/languages.ts'
import { formatHours, formatPercent } from '../../ui/charts/numbers.ts'
import { longDate } from '../../ui/dates.ts'
import { itemKindWords } from '../../ui/words/item-kinds.ts'
import { reasonInWords } from '../../ui/words/pathways.ts'
import { type Entry, type Learning, titleOf } from './load.ts'
import { learningMessages } from './messages.ts'

/** The name of an item, in the language it has one in. */
export function ItemName({ entry, learning, language }: { entry: Entry; learning: Learning; language: Language }) {
  const said = titleOf(entry, learning.pack, language)
  return said.language === language ? said.text : <span lang={said.language}>{said.text}</span>
}

export function plainTitle(entry: Entry, learning: Pick<Learning, 'pack'>, language: Language): string {
  return titleOf(entry, learning.pack, language).text
}

export function kindOf(entry: Pick<Entry, 'kind'>, language: Language): string {
  return entry.kind ? itemKindWords[language][entry.kind] : learningMessages[language].ownKind
}

/** What an item closes or is for: one sentence each. */
export function closesOf(entry: Entry, learning: Pick<Learning, 'pack'>, language: Language): string[] {
  const sentences = entry.reasons.map((reason) => reasonInWords(reason, { pack: learning.pack, language }))
  return sentences.length > 0 ? sentences : [learningMessages[language].closesNothing]
}

/** First and last day of a week of the board, as people write them. */
export function datesOf(learning: Learning, week: number, language: Language): { first: string; last: string } {
  const { first, last } = daysOfWeek(learning.board.startsOn, week)
  return { first: longDate(first, language), last: longDate(last, language) }
}

/** "32% done: 8 of 25 planned hours". */
export function progressInWords({ progress }: Pick<Learning, 'progress'>, language: Language): string {
  const t = learningMessages[language]
  return progress.share === undefined
    ? t.nothingPlanned
    : t.progressOf(
        formatPercent(progress.share, language),
        formatHours(progress.done, language),
        formatHours(progress.planned, language),
      )
}

/** Why a move was not made, and what to do instead. */
export function problemInWords(
  why: Extract<Moved, { ok: false }>,
  item: string,
  learning: Learning,
  language: Language,
): string {
  const t = learningMessages[language].problems
  if (!('item' in why)) return t[why.reason]
  const name = (id: string) => {
    const entry = learning.entries.find((one) => one.id === id || one.item === id)
    if (entry) return plainTitle(entry, learning, language)
    return titleOf({ item: id, title: undefined, language: undefined }, learning.pack, language).text
  }
  return why.reason === 'needs'
    ? t.needs(name(item), name(why.item), why.week)
    : t.neededBy(name(item), name(why.item), why.week)
}
