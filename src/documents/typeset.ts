import type { Language } from '../platform/languages.ts'
import type { DocumentModel } from './model.ts'

/**
 * The small marks of good typesetting, for text that was typed on a keyboard: a curved apostrophe, and in French a no-break
 * space before the colon and inside « ».
 */
export function typesetText(text: string, language: Language): string {
  const curved = text.replaceAll(/(?<=\p{L})'(?=\p{L}|\s|$)/gu, '’').replaceAll(/(?<=\p{L})&#39;(?=\p{L})/gu, '’')
  if (language !== 'fr') return curved
  return curved.replaceAll(/ (?=:(?:\s|$))/g, '\u00a0').replaceAll(/(?<=«) | (?=»)/g, '\u00a0')
}

/** Typesets every text of a document, its pictures included. What the community named itself stays as it is. */
export function typeset(document: DocumentModel): DocumentModel {
  const { language } = document
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (isCode(key)) return value
      const text = typesetText(value, language)
      // Table heads are narrow: a hyphen there is no place to break.
      return key === 'head' ? text.replaceAll('-', '\u2011') : text
    }
    if (Array.isArray(value)) return value.map((inner) => walk(inner, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
  }
  return walk(document) as DocumentModel
}

function isCode(key: string): boolean {
  return ['kind', 'tone', 'language', 'date', 'community'].includes(key)
}
