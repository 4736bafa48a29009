import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** Where a text's own links and drawings lead. What is left out, or answers undefined, is shown as its words alone. */
export type MarkdownPlaces = {
  /** Address, or `data:image/svg+xml` address, of the drawing `figure:<name>`. */
  figure?: (name: string) => string | undefined
  /** Address of the catalogue item `item:<id>`. */
  item?: (id: string) => string | undefined
  /** Address of the component `component:<domain>/<id>`. */
  component?: (domain: string, component: string) => string | undefined
  /** Level that a heading of level 2 gets on the page, 2 to 5; the others move along. 2 unless told. */
  headingLevel?: number
  /** Begins the ids of the headings, so that several texts can share a page: `one-`. `text-` unless told. */
  idPrefix?: string
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

/**
 * Turns a long text of the pack into HTML that may stand in any page: raw HTML of the text is shown as text, and what comes out
 * passes a list of allowed elements and addresses once more.
 *
 * - `![words](figure:name "caption")` alone in a paragraph becomes a `<figure>`; a picture from anywhere else its words.
 * - A table stands in a region of its own that scrolls, named after its column heads.
 * - Headings have ids made of their words, numbered when they repeat.
 *
 * @param source Markdown; its top heading is of level 2, since the page has its own level 1
 */
export function renderMarkdown(source: string, places: MarkdownPlaces = {}): string {
  const tokens = markdown.parse(source, {})
  nameHeadings(tokens, places)
  for (const token of tokens) if (token.children) token.children = inline(token.children, places)
  setFigures(tokens)
  return cleanHtml(markdown.renderer.render(frameTables(tokens), markdown.options, {}))
}

function nameHeadings(tokens: Token[], { headingLevel = 2, idPrefix = 'text-' }: MarkdownPlaces): void {
  const unique = uniqueNames()
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return
    const level = Math.min(6, Math.max(2, Number(token.tag.slice(1)) + headingLevel - 2))
    token.tag = `h${level}`
    const words = tokens[index + 1]?.children
    if (token.type === 'heading_open' && words) token.attrSet('id', unique(`${idPrefix}${slug(wordsOf(words))}`, '-'))
  })
}

/** Links and pictures of a line, with the addresses they have on this page; those that lead nowhere lose their link. */
function inline(children: Token[], places: MarkdownPlaces): Token[] {
  let unlinked = false
  return children.map((token) => {
    if (token.type === 'image') return picture(token, places)
    if (token.type === 'link_open') {
      const address = addressOf(String(token.attrGet('href') ?? ''), places)
      unlinked = address === undefined
      token.attrs = address === undefined ? null : [['href', address]]
      if (address !== undefined && /^https?:/i.test(address)) token.attrSet('rel', 'noopener noreferrer')
    }
    if (unlinked && (token.type === 'link_open' || token.type === 'link_close')) token.tag = 'span'
    return token
  })
}

function addressOf(href: string, { item, component }: MarkdownPlaces): string | undefined {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/i.exec(href) ?? []
  if (kind === undefined) return href.startsWith('#') ? href : undefined
  if (kind === 'item') return item?.(rest)
  if (kind === 'component') {
    const [domain = '', id = ''] = rest.split('/')
    return component?.(domain, id)
  }
  return /^(https?|mailto)$/i.test(kind) ? href : undefined
}

function picture(token: Token, { figure }: MarkdownPlaces): Token {
  const [, name] = /^figure:(.+)$/.exec(String(token.attrGet('src') ?? '')) ?? []
  const address = name === undefined ? undefined : figure?.(name)
  if (address === undefined) {
    token.type = 'text'
    token.content = wordsOf(token.children ?? [])
    return token
  }
  token.attrSet('src', address)
  token.attrSet('loading', 'lazy')
  token.attrSet('decoding', 'async')
  return token
}

/** A paragraph that holds one drawing and nothing else becomes a figure, with its title as the caption. */
function setFigures(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    const [only, ...others] = token.children ?? []
    const open = tokens[index - 1]
    const close = tokens[index + 1]
    if (only?.type !== 'image' || others.length > 0 || open?.type !== 'paragraph_open' || !close) return
    open.tag = 'figure'
    close.tag = 'figure'
    open.hidden = false
    close.hidden = false
    const caption = only.attrGet('title')
    if (caption === null) return
    only.attrs = only.attrs?.filter(([name]) => name !== 'title') ?? null
    const words = tokenOf('text', '', 0)
    words.content = String(caption)
    token.children = [only, tokenOf('caption_open', 'figcaption', 1), words, tokenOf('caption_close', 'figcaption', -1)]
  })
}

function frameTables(tokens: Token[]): Token[] {
  const unique = uniqueNames()
  return tokens.flatMap((token, index) => {
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (token.type === 'table_close') return [token, tokenOf('region_close', 'section', -1)]
    if (token.type !== 'table_open') return [token]
    const end = tokens.findIndex((later, place) => place > index && later.type === 'thead_close')
    const heads = tokens.slice(index, end).flatMap((cell) => (cell.children ? [wordsOf(cell.children)] : []))
    const region = tokenOf('region_open', 'section', 1)
    region.attrs = [
      ['class', 'scroll'],
      ['tabindex', '0'],
      ['aria-label', unique(heads.filter((head) => head !== '').join(', '), ' ')],
    ]
    return [region, token]
  })
}

const anyToken = markdown.parse('a', {})[0]

function tokenOf(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  // The parser's own class, reached by one of its tokens: the package exports its type only.
  const TokenClass = anyToken?.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token
  const token = new TokenClass(type, tag, nesting)
  token.block = nesting !== 0
  return token
}

/** The words of a line, without their marks. */
function wordsOf(children: Token[]): string {
  return children
    .map((token) => (token.children ? wordsOf(token.children) : token.type.endsWith('break') ? ' ' : token.content))
    .join('')
    .trim()
}

/** Gives a name the first time, then the name with a number. */
function uniqueNames(): (name: string, joint: string) => string {
  const counts = new Map<string, number>()
  return (name, joint) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name}${joint}${count}`
  }
}

/** Words as an id: "Où sont-elles?" -> `ou-sont-elles`. */
function slug(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'part'
}

/** What may stand in a text, element by element; everything else is taken out, its words kept. */
function cleanHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...[
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'p',
        'ul',
        'ol',
        'li',
        'blockquote',
        'hr',
        'br',
        'pre',
        'code',
        'em',
        'strong',
        's',
      ],
      ...['a', 'span', 'figure', 'figcaption', 'img', 'section', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: {
      ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((heading) => [heading, ['id']])),
      a: ['href', 'rel'],
      img: ['src', 'alt', 'loading', 'decoding'],
      section: ['class', 'tabindex', 'aria-label'],
      ol: ['start'],
      th: ['scope'],
    },
    allowedClasses: { section: ['scroll'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && /^\s*data:/i.test(attribs.src ?? '') && !attribs.src?.startsWith('data:image/svg+xml'),
  })
}
