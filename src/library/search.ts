import type { Db } from '../platform/database/connection.ts'
import { closestWord } from './corrections.ts'
import { shortestWord } from './entries.ts'
import { folded } from './plain-text.ts'
import {
  type EntryFilter,
  type FoundEntry,
  findSnippets,
  listByFilter,
  listKnownWords,
  listWordsAlike,
  mostRanked,
  type SnippetPart,
  searchByWords,
  searchTitlesAlike,
} from './search-store.ts'

export type SearchQuestion = {
  release: string
  /** Language of the page: its texts come first. */
  language: string
  /** Other languages of the release, for a look at what they hold. */
  otherLanguages: readonly string[]
  /** As typed; empty for a list that only the filters narrow. */
  words: string
  filter: EntryFilter
  page: number
}

export type SearchHit = FoundEntry & { snippet: SnippetPart[] }

export type SearchAnswer = {
  hits: SearchHit[]
  total: number
  /** The page that is shown: never after the last. */
  page: number
  pages: number
  /**
   * How it was found when the words as typed led nowhere: written otherwise (`corrected`), with some of the words only
   * (`some`), or by titles that are written almost like them (`alike`).
   */
  way: 'as-typed' | 'corrected' | 'some' | 'alike'
  /** What was searched instead (`corrected`). */
  instead?: string
  /** Words that may have been meant, where the words as typed led to little. */
  suggestion?: string
  /** What the other languages hold, where they hold something. */
  elsewhere: { language: string; total: number; hits: FoundEntry[] }[]
}

/** Results on one page. */
export const hitsAPage = 20

/** With fewer results than this, another writing of the words is offered. */
const few = 3

/** Words that are looked at for slips: a sentence has no more. */
const mostWords = 8

/**
 * Answers a search: full text first; then, when that leads to little, words that are written like the ones typed.
 * Five short queries at most, whatever was typed.
 */
export async function search(db: Db, question: SearchQuestion): Promise<SearchAnswer> {
  const words = question.words.trim()
  const page = (of: string, limit = hitsAPage) => {
    const scope = { ...question, limit, offset: (question.page - 1) * hitsAPage }
    return of === '' ? listByFilter(db, scope) : searchByWords(db, { ...scope, words: of })
  }
  let found = await page(words)
  // Beyond the last page: the last page.
  let shown = question.page
  if (found.entries.length === 0 && question.page > 1) {
    const first = await search(db, { ...question, page: 1 })
    shown = first.pages
    return shown === 1 ? first : search(db, { ...question, page: shown })
  }
  let way: SearchAnswer['way'] = 'as-typed'
  let searched = words
  let instead: string | undefined
  const better = words !== '' && found.total < few ? await otherWriting(db, question, words) : undefined
  if (words !== '' && found.total === 0) {
    if (better !== undefined) {
      found = await page(better)
      way = 'corrected'
      searched = better
      instead = better
    }
    const several = folded(words).split(' ').slice(0, mostWords)
    if (found.total === 0 && several.length > 1) {
      searched = several.join(' or ')
      found = await page(searched)
      way = 'some'
      instead = undefined
    }
    if (found.total === 0) {
      const entries = await searchTitlesAlike(db, { ...question, typed: folded(words), limit: hitsAPage })
      found = { entries, total: entries.length }
      way = 'alike'
    }
  }
  const snippets =
    searched === ''
      ? new Map<string, SnippetPart[]>()
      : await findSnippets(db, {
          language: question.language,
          words: searched,
          ids: found.entries.map((entry) => entry.id),
        })
  return {
    hits: found.entries.map((entry) => ({ ...entry, snippet: snippets.get(entry.id) ?? [] })),
    total: found.total,
    page: shown,
    pages: Math.max(1, Math.ceil(Math.min(found.total, mostRanked) / hitsAPage)),
    way,
    ...(instead === undefined ? {} : { instead }),
    ...(way === 'as-typed' && better !== undefined ? { suggestion: better } : {}),
    elsewhere: words === '' ? [] : await inOtherLanguages(db, question, words),
  }
}

/** The words with each one that nobody wrote replaced by one that is close to it; undefined when that changes nothing. */
async function otherWriting(db: Db, question: SearchQuestion, words: string): Promise<string | undefined> {
  const typed = folded(words).split(' ').slice(0, mostWords)
  const known = await listKnownWords(db, { ...question, words: typed })
  let changed = false
  const meant: string[] = []
  for (const word of typed) {
    const closest =
      known.has(word) || word.length < shortestWord
        ? undefined
        : closestWord(word, await listWordsAlike(db, { ...question, word }))
    changed ||= closest !== undefined
    meant.push(closest?.written ?? word)
  }
  return changed ? meant.join(' ') : undefined
}

async function inOtherLanguages(db: Db, question: SearchQuestion, words: string): Promise<SearchAnswer['elsewhere']> {
  const looked = await Promise.all(
    question.otherLanguages.map(async (language) => {
      const { entries, total } = await searchByWords(db, {
        ...question,
        language,
        words,
        limit: few,
        offset: 0,
      })
      return { language, total, hits: entries }
    }),
  )
  return looked.filter(({ total }) => total > 0)
}
