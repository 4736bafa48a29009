// How long a report card and a plan take as tagged PDF with Typst, composing included, beside Chromium printing the same words, tables and
// pictures from an HTML page, tagged too: once with the start of the program, then with both warm.
import { chromium, type Page } from '@playwright/test'
import { actionPlanDocument } from '../src/documents/action-plan-document.ts'
import { type Block, cellLines, type DocumentModel, plain, type Rich } from '../src/documents/model.ts'
import { renderPdf } from '../src/documents/pdf.ts'
import { reportCardDocument } from '../src/documents/report-card-document.ts'
import { escapeXml } from '../src/ui/charts/svg.ts'
import { packedChromium } from '../test/browser/chromium.ts'
import { aDocumentSet } from '../test/builders/document-set.ts'
import { printTable, threeDigits } from './measure.ts'

const rounds = 25

const { pack, communityCard: card, plan } = await aDocumentSet()
const values = { pack, card, language: 'en', community: 'Harrow Lake', date: '2026-11-24' } as const
const composers: Record<string, () => DocumentModel> = {
  'report card': () => reportCardDocument(values),
  'action plan': () => actionPlanDocument({ ...values, plan }),
}

const { executablePath, env } = packedChromium()

/** A new community name each time, so that nothing is answered from memory. */
const named = (compose: () => DocumentModel, round: number): DocumentModel => ({
  ...compose(),
  community: `Harrow Lake ${round}`,
})

const rows: string[][] = []
const first = reportCardDocument(values)
const typstStart = await timed(async () => renderPdf(first))
let page: Page | undefined
const chromiumStart = await timed(async () => {
  const browser = await chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote'],
  })
  page = await browser.newPage()
  return print(first)
})
rows.push(row('report card, program started for it', typstStart, chromiumStart))
for (const [name, compose] of Object.entries(composers)) {
  // In turn, so that whatever else the machine does slows both.
  const typst: Timed[] = []
  const printed: Timed[] = []
  for (let round = 0; round < rounds; round++) {
    typst.push(await timed(async () => renderPdf(named(compose, round))))
    printed.push(await timed(() => print(named(compose, round))))
  }
  rows.push(row(`${name}, median of ${rounds}`, median(typst), median(printed)))
}
await page?.context().browser()?.close()
printTable(
  'A report card and a plan as tagged PDF',
  ['document', 'Typst ms', 'Chromium ms', 'times faster', 'Typst kB', 'Chromium kB'],
  rows,
)

type Timed = { milliseconds: number; bytes: number }

async function timed(draw: () => Promise<Uint8Array>): Promise<Timed> {
  const start = performance.now()
  const { length } = await draw()
  return { milliseconds: performance.now() - start, bytes: length }
}

function median(times: Timed[]): Timed {
  const sorted = times.toSorted((a, b) => a.milliseconds - b.milliseconds)
  return sorted[Math.floor(sorted.length / 2)] ?? { milliseconds: 0, bytes: 0 }
}

async function print(document: DocumentModel): Promise<Uint8Array> {
  if (page === undefined) throw new Error('Chromium has not been started')
  await page.setContent(html(document))
  return page.pdf({ format: 'Letter', tagged: true, printBackground: true })
}

function row(name: string, typst: Timed, printed: Timed): string[] {
  return [
    name,
    threeDigits(typst.milliseconds),
    threeDigits(printed.milliseconds),
    threeDigits(printed.milliseconds / typst.milliseconds),
    threeDigits(typst.bytes / 1000),
    threeDigits(printed.bytes / 1000),
  ]
}

function html({ title, community = '', language, facts, blocks }: DocumentModel): string {
  const style = `body{font:10pt sans-serif;max-width:6.7in}table{width:100%;border-collapse:collapse;font-size:8.5pt}
    th,td{text-align:left;vertical-align:top;border-bottom:.5pt solid #ccc}svg{width:100%}`
  return `<!doctype html><html lang="${language}"><head><title>${escapeXml(title)}</title><style>${style}</style></head>
    <body><h1>${escapeXml(title)}</h1><p>${escapeXml(community)}</p><p>${escapeXml(facts.join(' · '))}</p>${blocks.map(markup).join('')}</body></html>`
}

function markup(block: Block): string {
  const text = (rich: Rich) => escapeXml(plain(rich))
  const items = (list: readonly Rich[]) => list.map((item) => `<li>${text(item)}</li>`).join('')
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${text(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${text(block.text)}</p>`
    case 'bullets':
      return `<ul>${items(block.items)}</ul>`
    case 'numbered':
      return `<ol>${items(block.items)}</ol>`
    case 'figure':
      return `<figure><figcaption>${text(block.caption)}</figcaption>${block.chart.svg}</figure>`
    case 'table': {
      const body = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${cellLines(cell).map(text).join('<br>')}</td>`).join('')}</tr>`,
      )
      const head = block.head.map((name) => `<th>${text(name)}</th>`).join('')
      return `<table><caption>${text(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
    }
    case 'callout':
      return `<div>${[block.title ?? '', ...block.lines].map((line) => `<p>${text(line)}</p>`).join('')}</div>`
    case 'keyFigures':
      return `<p>${block.figures.map(({ value, label }) => text(`${value} ${label}`)).join(' · ')}</p>`
    case 'choices':
      return `<ul>${items(block.options)}</ul>`
    case 'writing':
      return `<p>${text(block.label)}</p>`
    case 'signatures':
      return `<ul>${items(block.labels)}</ul>`
    case 'pageBreak':
      return ''
    case 'together':
      return block.blocks.map(markup).join('')
  }
}
