import { describe, expect, test } from 'vitest'
import { contentMessages } from '../messages.ts'
import { frenchSlips, hasStraightMarks } from './languages.ts'
import { meanSentenceLength, readingGrade, sentences, words } from './reading.ts'

test('signs alone are not words, and an elision is one word with what follows', () => {
  expect(words("Une fois par an, l'équipe revoit – sa façon : oui.")).toEqual([
    'Une',
    'fois',
    'par',
    'an,',
    "l'équipe",
    'revoit',
    'sa',
    'façon',
    'oui.',
  ])
})

test('a sentence ends at its mark, not at a decimal', () => {
  expect(sentences('It took 1.5 hours. Did it help? Yes')).toHaveLength(3)
  expect(meanSentenceLength('One two three. Four five six seven eight.')).toBe(4)
  expect(meanSentenceLength('')).toBe(0)
})

test('the reading grade is 0.39 words per sentence plus 11.8 syllables per word minus 15.59', () => {
  // 6 words, 1 sentence, 6 syllables.
  expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10)
  // 4 words, 2 sentences, 6 syllables.
  expect(readingGrade('We review data. Yes.')).toBeCloseTo(0.39 * 2 + 11.8 * (6 / 4) - 15.59, 10)
  expect(readingGrade('')).toBe(0)
})

test.each(["Nobody's list", "l'eau", "'quoted", 'a "word"'])('a straight mark in «%s» is found', (text) => {
  expect(hasStraightMarks(text)).toBe(true)
})

test.each(['Nobody’s list', 'l’eau', 'a “word”', '«\u00a0mot\u00a0»', "a 5' fence"])('«%s» is well set', (text) => {
  expect(hasStraightMarks(text)).toBe(false)
})

describe('French typography', () => {
  const slips = (text: string) => frenchSlips(text, contentMessages.en)

  test('what follows Canadian usage passes', () => {
    expect(
      slips('Oui! Vraiment? « Non »\u00a0: à 14:30; voir https://exemple.org'.replace('« Non »', '«\u00a0Non\u00a0»')),
    ).toEqual([])
  })

  test.each(['Vraiment ?', 'Oui\u00a0!', 'Un ; deux'])('a space before the mark in “%s” is a slip', (text) => {
    expect(slips(text)).toEqual([contentMessages.en.spaceBeforeMark])
  })

  test.each(['Voici : un', 'Voici: un'])('a colon without its no-break space in “%s” is a slip', (text) => {
    expect(slips(text)).toEqual([contentMessages.en.spaceBeforeColon])
  })

  test.each(['« Non »', '«Non»'])('guillemets without no-break spaces in “%s” are a slip', (text) => {
    expect(slips(text)).toEqual([contentMessages.en.spaceInQuotes])
  })
})
