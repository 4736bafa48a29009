import MarkdownIt, { type Token } from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
/** The same reader, letting raw HTML through as such, so that it can be found. */
const htmlFinder = new MarkdownIt({ html: true, linkify: false, typographer: false })

type Placed = { line: number }

/** What a Markdown text is made of, for checks and for search. Lines count from 1. */
export type MarkdownParts = {
  headings: (Placed & { level: number; text: string })[]
  /** Pictures, with their alternative text and caption: `figure:<name>` or an address. */
  pictures: (Placed & { address: string; alternative: string; caption: string })[]
  links: (Placed & { address: string })[]
  /** Lists, outer and inner ones, with their number of entries. */
  lists: (Placed & { ordered: boolean; entries: number })[]
  tables: (Placed & { columns: number; rows: number })[]
  /** Raw HTML, which is never shown as such. */
  html: (Placed & { text: string })[]
  /** The words in order, a paragraph, heading, list entry, table cell or figure (its alternative text, its caption) each, without marks and code. */
  texts: (Placed & { text: string; place: 'heading' | 'cell' | 'paragraph' | 'figure' })[]
}

/** Takes a Markdown text apart. */
export function markdownParts(source: string): MarkdownParts {
  const parts: MarkdownParts = { headings: [], pictures: [], links: [], lists: [], tables: [], html: [], texts: [] }
  const lists: MarkdownParts['lists'] = []
  let line = 1
  let heading: number | undefined
  let cell = false
  for (const token of markdown.parse(source, {})) {
    if (token.map) line = token.map[0] + 1
    if (token.type === 'heading_open') heading = Number(token.tag.slice(1))
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const list = { line, ordered: token.type === 'ordered_list_open', entries: 0 }
      lists.push(list)
      parts.lists.push(list)
    }
    if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop()
    const inner = lists.at(-1)
    if (token.type === 'list_item_open' && inner) inner.entries++
    if (token.type === 'table_open') parts.tables.push({ line, columns: 0, rows: 0 })
    const table = parts.tables.at(-1)
    if (token.type === 'th_open' && table) table.columns++
    if (token.type === 'tr_open' && table) table.rows++
    if (token.type === 'th_open' || token.type === 'td_open') cell = true
    if (token.type === 'th_close' || token.type === 'td_close') cell = false
    if (token.type === 'inline') {
      const text = readLine(token, line, parts)
      if (heading !== undefined) parts.headings.push({ line, level: heading, text })
      const place = heading !== undefined ? 'heading' : cell ? 'cell' : 'paragraph'
      if (text !== '') parts.texts.push({ line, text, place })
    }
    if (token.type === 'heading_close') heading = undefined
  }
  findHtml(source, parts)
  return parts
}

/** The words of a Markdown text without its marks, a line for each paragraph, heading, entry, cell or figure: for search and counting. */
export function markdownText(source: string): string {
  return markdownParts(source)
    .texts.map(({ text }) => text)
    .join('\n')
}

/** Notes the pictures and links of a line, and gives its words. */
function readLine(token: Token, line: number, parts: MarkdownParts): string {
  const children = token.children ?? []
  for (const child of children) {
    const attribute = (name: string) => String(child.attrGet(name) ?? '')
    if (child.type === 'image') {
      const [alternative, caption] = [wordsOf(child.children ?? []), attribute('title')]
      parts.pictures.push({ line, address: attribute('src'), alternative, caption })
      for (const text of [alternative, caption]) if (text !== '') parts.texts.push({ line, text, place: 'figure' })
    }
    if (child.type === 'link_open') parts.links.push({ line, address: attribute('href') })
  }
  return wordsOf(children)
}

function wordsOf(children: readonly Token[]): string {
  return children
    .map((child) => {
      if (child.type === 'image' || child.type === 'code_inline') return ''
      return child.type.endsWith('break') ? ' ' : child.content
    })
    .join('')
    .trim()
}

function findHtml(source: string, parts: MarkdownParts): void {
  let line = 1
  for (const token of htmlFinder.parse(source, {})) {
    if (token.map) line = token.map[0] + 1
    if (token.type === 'html_block') parts.html.push({ line, text: token.content.trim() })
    for (const child of token.children ?? []) {
      if (child.type === 'html_inline') parts.html.push({ line, text: child.content })
    }
  }
}
