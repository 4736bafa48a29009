import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../test/builders/document-set.ts'
import { actionPlanDocument } from './action-plan-document.ts'
import { canDraw, documentFonts } from './fonts.ts'
import { closeDocumentThread, renderInWorker } from './in-worker.ts'
import { renderPdf } from './pdf.ts'
import { questionnaireDocument } from './questionnaire.ts'
import { reportCardDocument } from './report-card-document.ts'

const date = '2026-11-24'
const syllabics = 'ᐃᖃᓗᐃᑦ'

let set: ADocumentSet

beforeAll(async () => {
  set = await aDocumentSet()
})

/** All objects of a PDF as text: the file's own, and those packed into object streams. */
function objectsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const parts = [text]
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    try {
      parts.push(inflateSync(file.subarray(start, end)).toString('latin1'))
    } catch {
      // Not a deflated stream: its bytes are in the text already.
    }
  }
  return parts.join('\n')
}

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length

function documents(language: 'en' | 'fr', community = 'Harrow Lake') {
  const { pack, communityCard: card, plan } = set
  const values = { pack, card, language, community, date }
  return {
    reportCard: reportCardDocument(values),
    actionPlan: actionPlanDocument({ ...values, plan }),
    questionnaire: questionnaireDocument({
      pack,
      form: 'short',
      variant: 'municipal',
      language,
      release: card.release,
      date,
    }),
  }
}

describe('PDF documents', () => {
  test.each(['en', 'fr'] as const)('are tagged and follow PDF/UA-1 in %s', (language) => {
    for (const model of Object.values(documents(language))) {
      const pdf = objectsOf(renderPdf(model))
      expect(pdf).toMatch(/\/StructTreeRoot/)
      expect(pdf).toMatch(/\/Marked true/)
      expect(pdf).toMatch(new RegExp(`/Lang ?\\(${language}-CA\\)`, 'i'))
      expect(pdf).toMatch(/\/DisplayDocTitle true/)
      expect(pdf).toMatch(/pdfuaid:part(>|=")1/)
      expect(pdf).toMatch(/<dc:title>/)
      expect(count(pdf, /\/S ?\/H1\b/g)).toBeGreaterThan(1)
    }
  })

  test('have table headers, and every picture has an alternative text', () => {
    const { reportCard, actionPlan } = documents('en')
    for (const model of [reportCard, actionPlan]) {
      const pdf = objectsOf(renderPdf(model))
      const figures = model.blocks.filter((block) => block.kind === 'figure').length
      expect(figures).toBeGreaterThan(1)
      expect(count(pdf, /\/S ?\/TH\b/g)).toBeGreaterThan(10)
      expect(count(pdf, /\/S ?\/Table\b/g)).toBe(model.blocks.filter((block) => block.kind === 'table').length)
      expect(count(pdf, /\/Alt ?[(<]/g)).toBeGreaterThanOrEqual(figures)
      expect(count(pdf, /\/S ?\/H2\b/g)).toBe(model.blocks.filter((b) => b.kind === 'heading' && b.level === 2).length)
    }
  })

  test('embed the family of all documents, syllabics included', () => {
    const pdf = objectsOf(renderPdf(documents('fr', syllabics).reportCard))
    expect(pdf).toMatch(/BCSans-Regular/)
    expect(pdf).toMatch(/\/FontFile[23]/)
    // The first syllabic stands in the map from drawings to characters, so it was drawn and can be read aloud.
    expect(pdf).toMatch(/1403/)
    for (const character of syllabics) expect(canDraw(character.codePointAt(0) ?? 0)).toBe(true)
    expect(documentFonts()).toHaveLength(4)
  })

  test('take any text as text', () => {
    const strange = '#panic("x") *bold* $x^2$ <label> @ref \\ `raw` & "quoted" // --'
    const pdf = objectsOf(renderPdf(documents('en', strange).reportCard))
    expect(pdf).toContain(
      '#panic(&quot;x&quot;) *bold* $x^2$ &lt;label&gt; @ref \\ `raw` &amp; &quot;quoted&quot; // --',
    )
  })

  test('replace what the family cannot draw instead of leaving it out or stopping', () => {
    expect(() => renderPdf(documents('en', '東京 😀 e\u0301\u200d').reportCard)).not.toThrow()
  })

  test('are the same bytes for the same values', () => {
    const first = renderPdf(documents('fr').reportCard)
    renderPdf(documents('en').actionPlan)
    expect(Buffer.compare(first, renderPdf(documents('fr').reportCard))).toBe(0)
  })

  test('need no second facet and no five levels', async () => {
    const { pack, communityCard: card, plan } = await aDocumentSet({ pack: 'content/sample', people: 2 })
    const values = { pack, card, language: 'en' as const, date }
    expect(renderPdf(reportCardDocument(values)).length).toBeGreaterThan(10_000)
    expect(renderPdf(actionPlanDocument({ ...values, plan })).length).toBeGreaterThan(10_000)
  })

  test('are drawn off the main thread with the same result', async () => {
    const { reportCard } = documents('en')
    const bytes = await renderInWorker(reportCard, 'pdf')
    expect(Buffer.compare(bytes, renderPdf(reportCard))).toBe(0)
    await closeDocumentThread()
  })
})
