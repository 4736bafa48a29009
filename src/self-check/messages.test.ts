import { expect, test } from 'vitest'
import { sayAnswerProblem } from '../ui/answer-problems.ts'
import { keepingMessages } from './kept/messages.ts'
import { selfCheckMessages } from './questions/messages.ts'
import { resultsMessages } from './results/messages.ts'

/** Every text, by key; functions are called with stand-ins. */
function textsOf(words: object): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]]
    if (typeof value === 'function') return [[key, String(value('{a}', '{b}'))]]
    return textsOf(value).map(([inner, text]) => [`${key}.${inner}`, text])
  })
}

const rooms = { selfCheckMessages, keepingMessages, resultsMessages }
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

test('both languages say everything, with the same places to fill in', () => {
  for (const { en, fr } of Object.values(rooms)) {
    const french = new Map(textsOf(fr))
    for (const [key, text] of textsOf(en)) {
      expect(text.trim(), key).not.toBe('')
      expect(french.get(key)?.trim(), key).toBeTruthy()
      expect(places(french.get(key) ?? ''), key).toEqual(places(text))
    }
  }
})

test('French has no-break spaces before colons and inside quotes, and none before ? ! ;', () => {
  const texts = [...Object.values(rooms).flatMap(({ fr }) => textsOf(fr))]
  const problem = { code: 'level-not-allowed', row: 3, column: 'level', value: '9', allowed: '0, 1' } as const
  texts.push(['problem', sayAnswerProblem(problem, 'fr')])
  for (const [key, text] of texts) {
    expect(text, key).not.toMatch(/ [:?!;»]|« |\u00a0[?!;]/)
    expect(text, key).not.toContain("'")
  }
})

test('no text uses a word that judges', () => {
  const texts = Object.values(rooms).flatMap(({ en, fr }) => [...textsOf(en), ...textsOf(fr)])
  for (const [key, text] of texts) expect(text, key).not.toMatch(/\b(mature|maturity|fail|weak|faible|échec)/i)
})
