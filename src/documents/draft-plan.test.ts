import { describe, expect, test } from 'vitest'
import { aDocumentSet } from '../../test/builders/document-set.ts'
import { actionPlanDocument } from './action-plan-document.ts'
import type { PlanChanges } from './draft-plan-parts.ts'
import { renderDocument } from './render.ts'
import { renderText } from './text.ts'

const { pack, communityCard: card, plan } = await aDocumentSet()
const [first] = plan.priorities
const [added] = plan.pathways.B.items

const changes: PlanChanges = {
  words: {
    message: { en: 'A plan for our coast.' },
    'goal:A': { en: 'The basics first.', fr: 'D’abord la base.' },
    [`priority:${first?.component}`]: { en: 'Everything else rests on it.' },
  },
  edited: { A: true, B: false },
  added: { A: added ? [added.item] : [], B: [] },
  removed: { A: [], B: [] },
  actions: [
    {
      title: 'List all data sets',
      language: 'en',
      owner: 'Kim',
      due: '2030-03-01',
      effortHours: 3.5,
      costCents: 125_050,
      status: 'doing',
    },
    { title: 'Set aside', language: 'en', status: 'dropped' },
  ],
  needs: [{ text: 'To know what we hold.', language: 'en' }],
}

const drawn = (language: 'en' | 'fr', given?: PlanChanges) =>
  actionPlanDocument({
    pack,
    card,
    plan,
    language,
    community: 'Pine Harbour',
    date: '2030-01-15',
    ...(given ? { changes: given } : {}),
  })

describe('a plan that people changed', () => {
  test('says what they wrote, what they changed and who does what', () => {
    const text = renderText(drawn('en', changes))
    for (const said of [
      'A plan for our coast.',
      'The basics first.',
      'Everything else rests on it.',
      'To know what we hold.',
      'People changed this pathway.',
      'Put in by people',
      'List all data sets',
      'Kim',
      '$1,250.50',
      'Under way',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('Set aside')
  })

  test('keeps words in another language, marked as such, and its own where there are some', () => {
    const model = JSON.stringify(drawn('fr', changes))
    expect(model).toContain('{"text":"A plan for our coast.","language":"en"}')
    expect(model).toContain('D’abord la base.')
    expect(model).not.toContain('The basics first.')
  })

  test('without changes it is the automatic plan', () => {
    expect(renderText(drawn('en'))).not.toContain('Who does what')
  })

  test('becomes a tagged PDF and a Word file', async () => {
    for (const format of ['pdf', 'docx'] as const)
      expect((await renderDocument(drawn('fr', changes), format)).length).toBeGreaterThan(10_000)
  })
})
