import type { JourneyDocumentKind, Stage } from '../../domain/stages.ts'
import { peopleWords } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { eventWordsEn } from './event-words-en.ts'
import { eventWordsFr } from './event-words-fr.ts'
import { journeyMessages } from './messages.ts'
import { recordMessages } from './record-messages.ts'
import type { JourneyEvent } from './store.ts'

/** What an act says of itself: fixed words, or words that take names and numbers from its detail. */
export type EventWords = Record<string, string | ((detail: Detail) => string)>

/** The detail of an event, read as words. A part that is missing or of another kind reads as nothing. */
export type Detail = {
  text(name: string): string
  number(name: string): number
  stage(name: string): string
  document(name: string): string
}

const words: Record<Language, EventWords> = { en: eventWordsEn, fr: eventWordsFr }

/** Acts that have words, in one language. */
export function knownActs(language: Language): string[] {
  return Object.keys(words[language])
}

/** An event in the words of the domain: « Rendez-vous d’entrevue fixé ». An act of a later version shows its own name. */
export function recordWords(act: string, detail: Record<string, unknown>, language: Language): string {
  const said = words[language][act]
  if (said === undefined) return act
  return typeof said === 'string' ? said : said(reader(detail, language)).trim()
}

/** A line of a community's own record: acts on its people and terms have their words in the people room. */
export function communityWords(act: string, detail: Record<string, unknown>, language: Language): string {
  return words[language][act] === undefined ? peopleWords(act, detail, language) : recordWords(act, detail, language)
}

/** Who did it, in words. Some acts of respondents are recorded without a name (Method 4.4). */
export function whoIn(event: Pick<JourneyEvent, 'personId' | 'personName' | 'detail'>, language: Language): string {
  const t = recordMessages[language]
  if (event.detail.unnamed === 'yes') return t.unnamed
  return event.personName ?? (event.personId === undefined ? t.service : t.someone)
}

function reader(detail: Record<string, unknown>, language: Language): Detail {
  const t = journeyMessages[language]
  const text = (name: string) => {
    const value = detail[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return {
    text,
    number: (name) => Number(detail[name] ?? 0),
    stage: (name) => t.stages[text(name) as Stage] ?? text(name),
    document: (name) => t.documentKinds[text(name) as JourneyDocumentKind] ?? text(name),
  }
}
