import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryAnswers } from '../../../../test/builders/random-answers.ts'
import { readPack } from '../../../content/read.ts'
import { communityView } from '../../../domain/community-view.ts'
import { planBasis } from '../../../domain/plan-basis.ts'
import { reportCard } from '../../../domain/report-card.ts'
import type { Trace } from '../../../domain/trace.ts'
import { traceWords } from './trace-words.ts'

const outcome = await readPack('content/open-smart-cities')
if (!outcome.ok) throw new Error('the shipped pack has problems')
const { pack } = outcome

/** Every trace anywhere in a value. */
function tracesIn(value: unknown): Trace[] {
  if (typeof value !== 'object' || value === null) return []
  if ('rule' in value && 'from' in value) return [value as Trace]
  return Object.values(value).flatMap(tracesIn)
}

test('every rule and every input of a trace has words in both languages, and no words are left over', () => {
  const ids = new Set([...pack.facets, ...pack.components].map(({ id }) => id))
  const missing = new Set<string>()
  const used = new Set<string>()
  const basis = planBasis(pack, { jurisdiction: 'on' }, { answeredComponents: [] })
  fc.assert(
    fc.property(arbitraryAnswers(pack, 6), (answers) => {
      const card = reportCard({ pack, release: '', answers, basis })
      const agreedWanted = { [pack.components[0]?.id ?? '']: 2 }
      const agreed = reportCard({ pack, release: '', answers: { ...answers, agreedWanted }, basis })
      for (const { rule, from } of tracesIn([card, communityView(card), agreed])) {
        for (const name of [rule, ...Object.keys(from)]) used.add(name)
        for (const { rules, inputs } of Object.values(traceWords)) {
          if (rules[rule] === undefined) missing.add(rule)
          for (const name of Object.keys(from))
            if (inputs[name] === undefined && !ids.has(name)) missing.add(`${rule}: ${name}`)
        }
      }
    }),
    { numRuns: 30, seed: 7 },
  )
  expect([...missing]).toEqual([])
  const { rules, inputs } = traceWords.en
  expect(Object.keys({ ...rules, ...inputs }).filter((name) => !used.has(name))).toEqual([])
})
