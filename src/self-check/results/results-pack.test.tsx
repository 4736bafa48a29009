import { expect, test } from 'vitest'
import { readPack } from '../../content/read.ts'
import { draftPlan } from '../../domain/action-plan.ts'
import { reportCard } from '../../domain/report-card.ts'
import { ActionPlanBody } from '../../journey/action-plan/body/index.ts'
import { ReportCardBody } from '../../journey/report-card/body/index.ts'
import type { Language } from '../../platform/languages.ts'
import { toAnswerSet } from '../record/answer-set.ts'
import { basisOf } from '../record/basis.ts'
import { newRecord } from '../record/record.ts'
import { resultsPack } from './results-pack.ts'

test.each<[string, Language]>([
  ['open-smart-cities', 'en'],
  ['open-smart-cities', 'fr'],
  ['sample', 'en'],
  ['sample', 'fr'],
])('a device draws the results of %s in %s exactly as the server does', async (name, language) => {
  const outcome = await readPack(`content/${name}`)
  if (!outcome.ok) throw new Error(`the pack ${name} has problems`)
  const { pack, hash } = outcome
  const record = newRecord({ id: '1', now: new Date(0), release: hash })
  record.form = 'full'
  for (const [index, component] of pack.components.entries()) {
    const given = Object.fromEntries(pack.facets.map((facet, place) => [facet.id, (index + place) % 3]))
    record.answers[component.id] = { given, wanted: 2, importance: index % 4 }
  }
  const drawn = [pack, resultsPack(pack, language)].map((one) => {
    const basis = basisOf(one, record)
    const card = reportCard({ pack: one, release: hash, answers: toAnswerSet(record, one), basis })
    const plan = draftPlan({ pack: one, card, basis })
    return [
      String(<ReportCardBody card={card} pack={one} language={language} />),
      String(<ActionPlanBody plan={plan} card={card} pack={one} language={language} />),
    ]
  })
  expect(drawn[1]).toEqual(drawn[0])
})

test('what items hold stays on the server: a device needs it for no result', async () => {
  const outcome = await readPack('content/sample')
  if (!outcome.ok) throw new Error('the sample pack has problems')
  expect(Object.keys(outcome.pack.bodies)).not.toEqual([])
  expect(resultsPack(outcome.pack, 'en').bodies).toEqual({})
})
