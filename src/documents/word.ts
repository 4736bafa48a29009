import {
  AlignmentType,
  BorderStyle,
  convertInchesToTwip,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Language } from '../platform/languages.ts'
import { palette } from '../ui/charts/palette.ts'
import { documentFonts } from './fonts.ts'
import { documentMessages } from './messages.ts'
import {
  type Block,
  type Cell,
  cellLines,
  type DocumentModel,
  type Rich,
  type Run,
  type TableBlock,
  titleOf,
} from './model.ts'
import { pngFromSvg } from './picture.ts'
import { typeset } from './typeset.ts'
import { withFixedParts } from './word-package.ts'

/** The family of all documents, carried in the file only where its text needs it: a file of 1 MB is much for a satellite link. */
const ownFont = 'BC Sans'
const systemFont = 'Arial'
const colour = (hex: string) => hex.slice(1).toUpperCase()
/** A table of at most so many rows is not broken between pages. */
const wholeRows = 7
/** Letter paper between margins of 0.9 inch, in twentieths of a point and in pixels of 96 to the inch. */
const textWidth = convertInchesToTwip(6.7)
const pictureWidth = 6.7 * 96
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colour(palette.line) } as const
const headline = { style: BorderStyle.SINGLE, size: 8, color: colour(palette.spruce) } as const
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

type Drawing = { language: Language; numbered: number }

/**
 * Draws a document as an editable Word file: real heading styles, table heads that repeat, charts as pictures with an
 * alternative text. The same document always gives the same bytes.
 */
export async function renderWord(document: DocumentModel): Promise<Uint8Array> {
  const model = typeset(document)
  const { children, numbering } = wordParts(model)
  const embedded = needsOwnFont(model)
  const file = new Document({
    title: titleOf(model),
    creator: 'Waymark',
    ...(embedded ? { fonts: embeddedFonts() } : {}),
    lastModifiedBy: 'Waymark',
    styles: styles(model.language, embedded ? ownFont : systemFont),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertInchesToTwip(8.5), height: convertInchesToTwip(11) },
            margin: { top: 1200, bottom: 1200, left: convertInchesToTwip(0.9), right: convertInchesToTwip(0.9) },
          },
        },
        footers: { default: footer(model) },
        children,
      },
    ],
  })
  return withFixedParts(await Packer.toBuffer(file), model.date)
}

/** The head and blocks of a set document as Word knows them, and the lists they use. */
export function wordParts(model: DocumentModel) {
  const drawing: Drawing = { language: model.language, numbered: 0 }
  const children = [...head(model), ...drawAll(model.blocks, drawing)]
  const numbered = Array.from({ length: drawing.numbered }, (_, index) => ({
    reference: `list-${index + 1}`,
    levels: [listLevel(LevelFormat.DECIMAL, '%1.')],
  }))
  const bullets = { reference: 'bullets', levels: [listLevel(LevelFormat.BULLET, '•')] }
  return { children, numbering: { config: [bullets, ...numbered] } }
}

function listLevel(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const indent = { left: 360, hanging: 300 }
  return { level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent } } }
}

/** The end of the block Latin Extended-A. */
const lastWesternLetter = 0x17f

/** Letters and marks beyond those of Western European languages, such as syllabics, may be missing on the reader's machine. */
function needsOwnFont(model: DocumentModel): boolean {
  const texts = JSON.stringify(model, (key, value) => (key === 'svg' ? undefined : value))
  return [...texts.matchAll(/[\p{L}\p{M}]/gu)].some(([letter]) => (letter.codePointAt(0) ?? 0) > lastWesternLetter)
}

/** Regular and bold carry the text; the program makes the few slanted words from them. */
function embeddedFonts() {
  const [regular, bold] = documentFonts()
  return regular === undefined || bold === undefined ? [] : [{ name: ownFont, data: regular, bold }]
}

function styles(language: Language, font: string) {
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: colour(palette.spruce) },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font, size: 21, color: colour(palette.ink), language: { value: `${language}-CA` } },
        paragraph: { spacing: { after: 120, line: 252, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: 48, bold: true, color: colour(palette.spruce) },
        paragraph: { spacing: { before: 60, after: 80 } },
      },
      heading1: heading(32, 400),
      heading2: heading(25, 320),
      heading3: heading(22, 240),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 19, bold: true, color: colour(palette.muted) },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
      {
        id: 'Quiet',
        name: 'Quiet',
        basedOn: 'Normal',
        run: { size: 18, color: colour(palette.muted) },
      },
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 25 }, paragraph: { spacing: { after: 200 } } },
      {
        id: 'TableHead',
        name: 'Table head',
        basedOn: 'Normal',
        run: { size: 16, bold: true, color: colour(palette.spruce) },
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: 17 },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  }
}

function head(model: DocumentModel): Paragraph[] {
  const { overline, title, community, status, facts } = model
  const shownFacts = [...(status === undefined ? [] : [status]), ...facts].join(' · ')
  return [
    new Paragraph({ style: 'Quiet', children: [new TextRun(overline)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...(community === undefined ? [] : [new Paragraph({ style: 'Lead', children: [new TextRun(community)] })]),
    new Paragraph({
      style: 'Quiet',
      border: { bottom: { ...headline, space: 6 } },
      spacing: { after: 240 },
      children: [new TextRun(shownFacts)],
    }),
  ]
}

function footer({ community, title, status, language }: DocumentModel): Footer {
  const t = documentMessages[language]
  const left = [community, title, status].filter((part) => part !== undefined).join('  ·  ')
  return new Footer({
    children: [
      new Paragraph({
        style: 'Quiet',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { top: { ...hairline, space: 6 } },
        children: [
          new TextRun(left),
          new TextRun({
            children: [new Tab(), `${t.page} `, PageNumber.CURRENT, ` ${t.of} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

function drawRuns(text: Rich, extra: { bold?: boolean } = {}): ParagraphChild[] {
  const list: readonly Run[] = typeof text === 'string' ? [text] : text
  return list.map((run) => {
    const {
      text: words,
      bold,
      italic,
      language,
    } = typeof run === 'string' ? ({ text: run } as Exclude<Run, string>) : run
    return new TextRun({
      text: words,
      ...(bold || extra.bold ? { bold: true } : {}),
      ...(italic ? { italics: true } : {}),
      ...(language === undefined ? {} : { language: { value: language } }),
    })
  })
}

/** A paragraph stays with the list, table or picture that it leads to. */
function drawAll(blocks: readonly Block[], drawing: Drawing): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.kind
    return drawBlock(block, drawing, next === 'bullets' || next === 'numbered' || next === 'table' || next === 'figure')
  })
}

function drawBlock(block: Block, drawing: Drawing, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: headings[block.level - 1] ?? HeadingLevel.HEADING_3, children: drawRuns(block.text) }),
      ]
    case 'paragraph': {
      const style = block.tone === 'lead' ? 'Lead' : block.tone === 'quiet' ? 'Quiet' : undefined
      return [new Paragraph({ ...(style === undefined ? {} : { style }), keepNext, children: drawRuns(block.text) })]
    }
    case 'bullets':
      return block.items.map(
        (item, index, all) =>
          new Paragraph({
            numbering: { reference: 'bullets', level: 0 },
            keepNext: index === 0 && all.length > 1,
            children: drawRuns(item),
          }),
      )
    case 'numbered': {
      drawing.numbered += 1
      const numbering = { reference: `list-${drawing.numbered}`, level: 0 }
      return block.items.map((item) => new Paragraph({ numbering, children: drawRuns(item) }))
    }
    case 'table':
      return [
        new Paragraph({ style: 'Caption', children: drawRuns(block.caption) }),
        drawTable(block),
        new Paragraph({ style: 'TableText', children: [] }),
      ]
    case 'figure': {
      const { chart, caption } = block
      const size = { width: Math.round(pictureWidth), height: Math.round((pictureWidth * chart.height) / chart.width) }
      return [
        new Paragraph({ style: 'Caption', children: drawRuns(caption) }),
        new Paragraph({
          children: [
            new ImageRun({
              type: 'svg',
              data: Buffer.from(chart.svg),
              fallback: { type: 'png', data: pngFromSvg(chart.svg, size.width * 2) },
              transformation: size,
              altText: { name: chart.title, title: chart.title, description: chart.alt },
            }),
          ],
        }),
      ]
    }
    case 'callout': {
      const border = {
        left: {
          style: BorderStyle.SINGLE,
          size: 20,
          space: 10,
          color: colour(block.tone === 'finding' ? palette.ochre : palette.spruce),
        },
      }
      const indent = { left: 240 }
      const title = block.title === undefined ? [] : [drawRuns(block.title, { bold: true })]
      return [...title, ...block.lines.map((line) => drawRuns(line))].map(
        (children, index, all) => new Paragraph({ border, indent, keepNext: index < all.length - 1, children }),
      )
    }
    case 'keyFigures':
      return [
        new Paragraph({
          spacing: { before: 160, after: 200 },
          children: block.figures.flatMap(({ value, label }, index) => [
            new TextRun({ text: index === 0 ? value : `   ·   ${value}`, bold: true, color: colour(palette.spruce) }),
            new TextRun(` ${label}`),
          ]),
        }),
      ]
    case 'choices':
      return drawChoices(block)
    case 'writing':
    case 'signatures': {
      const labels = block.kind === 'writing' ? [block.label] : block.labels
      return labels.map(
        (label) =>
          new Paragraph({
            spacing: { before: 160 },
            tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'underscore' }],
            children: [new TextRun(`${label} `), new TextRun({ children: [new Tab()] })],
          }),
      )
    }
    case 'pageBreak':
      return []
    case 'together':
      return drawAll(block.blocks, drawing)
  }
}

function drawChoices({ prompt, options, inline }: Extract<Block, { kind: 'choices' }>): Paragraph[] {
  const question = prompt === undefined ? [] : drawRuns(prompt)
  if (inline)
    return [
      new Paragraph({
        children: [...question, ...options.flatMap((option) => [new TextRun('   ☐ '), ...drawRuns(option)])],
      }),
    ]
  return [
    new Paragraph({ keepNext: true, children: question }),
    ...options.map(
      (option) => new Paragraph({ indent: { left: 240 }, children: [new TextRun('☐ '), ...drawRuns(option)] }),
    ),
  ]
}

function drawTable({ head: names, rows, widths, figures = [] }: TableBlock): Table {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.round((width / total) * textWidth))
  // The head stays with the first row, and a table of few rows stays whole.
  const held = rows.length <= wholeRows ? rows.length - 1 : 0
  const cell = (content: Cell, column: number, kind: 'head' | 'body' | 'group', keepNext: boolean) =>
    new TableCell({
      columnSpan: kind === 'group' ? names.length : 1,
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: kind === 'head' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      borders: { top: noBorder, left: noBorder, right: noBorder, bottom: kind === 'head' ? headline : hairline },
      margins: { top: kind === 'group' ? 140 : 50, bottom: 50, left: column === 0 ? 0 : 60, right: 60 },
      ...(kind === 'group' ? { shading: { type: ShadingType.CLEAR, fill: 'FFFFFF' } } : {}),
      children: cellLines(content).map(
        (line) =>
          new Paragraph({
            style: kind === 'head' ? 'TableHead' : 'TableText',
            alignment: figures.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
            keepNext,
            children: drawRuns(line, { bold: kind === 'group' }),
          }),
      ),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    borders: TableBorders.NONE,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: names.map((name, column) => cell(name, column, 'head', true)),
      }),
      ...rows.map((row, index) => {
        const kind = row.length === 1 && names.length > 1 ? 'group' : 'body'
        return new TableRow({
          cantSplit: true,
          children: row.map((content, column) => cell(content, column, kind, kind === 'group' || index < held)),
        })
      }),
    ],
  })
}
