import { syllable } from 'syllable'

/** Words are what stands between spaces, signs alone left out; « l'équipe » is one word. */
export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

export function sentences(text: string): string[] {
  return text.split(/(?<=[.?!…])\s+/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

/** Mean number of words in a sentence; 0 for an empty text. */
export function meanSentenceLength(text: string): number {
  const count = sentences(text).length
  return count === 0 ? 0 : words(text).length / count
}

/**
 * Flesch-Kincaid grade of an English text: 0.39 words per sentence + 11.8 syllables per word - 15.59
 * (Kincaid, Fishburne, Rogers and Chissom, 1975). 0 for an empty text.
 */
export function readingGrade(text: string): number {
  const list = words(text)
  if (list.length === 0) return 0
  const syllables = list.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return 0.39 * meanSentenceLength(text) + 11.8 * (syllables / list.length) - 15.59
}
