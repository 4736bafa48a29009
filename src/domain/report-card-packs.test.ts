import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAnswers } from '../../test/builders/random-answers.ts'
import { naiveReportCard } from '../../test/oracles/naive-report-card.ts'
import { readPack } from '../content/read.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const root = new URL('../../', import.meta.url)

async function shipped(id: string) {
  const reading = await readPack(fileURLToPath(new URL(`content/${id}`, root)))
  if (!reading.ok) throw new Error(`content/${id} does not pass its check`)
  return reading.pack
}

describe.each(['open-smart-cities', 'sample'])('the report card on content/%s', (id) => {
  test('equals a naive recomputation with up to ten respondents', async () => {
    const pack = await shipped(id)
    const basis = planBasis(pack, { jurisdiction: 'on' }, { answeredComponents: [] })
    const rounded = (x: number | undefined) => (x === undefined ? 'none' : Math.round(x * 1e9))
    // Duties for kinds of community bind no one who names no kind.
    const duties = pack.duties.filter((duty) => duty.communityTypes === undefined)
    fc.assert(
      fc.property(arbitraryAnswers(pack, 10), (answers) => {
        const card = reportCard({ pack, release: 'r', answers, basis })
        const naive = naiveReportCard({ ...pack, duties }, answers, 'on')
        for (const { component, composite, gap, weight } of card.components) {
          const expected = naive.components.get(component)
          expect([composite, gap, weight].map(rounded)).toEqual(
            [expected?.composite, expected?.gap, expected?.weight].map(rounded),
          )
        }
        expect(card.priorities.map((entry) => entry.component)).toEqual(naive.priorities)
      }),
      { numRuns: 20 },
    )
  })
})
