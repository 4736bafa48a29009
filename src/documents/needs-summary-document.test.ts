import { expect, test } from 'vitest'
import { readPack } from '../content/read.ts'
import { interviewGuideDocument, needsSummaryDocument } from './needs-summary-document.ts'
import { renderDocument } from './render.ts'

const outcome = await readPack('content/open-smart-cities')
if (!outcome.ok) throw new Error('the shipped pack has problems')
const { pack, hash } = outcome

const words = (length: number) => 'We want people to find what they need. '.repeat(50).slice(0, length)
const values = {
  pack,
  release: hash,
  community: 'Cedar Flats',
  date: '2030-01-18',
  heldOn: '2030-01-15',
  spoken: 'en',
  roles: Array.from({ length: 8 }, (_, n) => ({ text: `Director of department ${n}`, language: 'en' })),
  place: { text: words(500), language: 'en' },
  needs: [1, 2, 3].map(() => ({
    text: words(400),
    language: 'en',
    components: ['data-inventory', 'data-quality', 'privacy-protection'],
  })),
  strengths: { text: words(600), language: 'en' },
  constraints: { text: words(600), language: 'en' },
  hopes: { text: words(600), language: 'en' },
  topics: pack.components.slice(0, 16).map(({ id }) => id),
  corrections: [{ part: 'need-1', on: '2030-01-17' }],
  confirmed: true,
}

/** Pages of a PDF, by its page objects. */
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page[^s]/g)?.length

test('a summary as long as it may get has two pages in each language', async () => {
  for (const language of ['en', 'fr'] as const) {
    const pdf = await renderDocument(needsSummaryDocument({ ...values, language }), 'pdf')
    expect(pages(pdf)).toBeLessThanOrEqual(2)
  }
})

test('what people wrote stays in their language and says so', () => {
  const model = JSON.stringify(needsSummaryDocument({ ...values, language: 'fr' }))
  expect(model).toContain('"language":"en"')
  expect(model).toContain('Inventaire')
})

test('the guide to print has a place to write for every block', () => {
  const guide = pack.guides.find(({ id }) => id === 'interview')
  if (guide === undefined) throw new Error('the pack has no interview guide')
  const model = interviewGuideDocument({ pack, guide, language: 'en', release: hash, date: '2030-01-18' })
  expect(JSON.stringify(model).match(/"writing"/g)).toHaveLength(8)
})
