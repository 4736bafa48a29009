import { chartFont, palette } from './palette.ts'

type Attributes = Record<string, string | number | undefined>

/** Writes text so that it is only ever text in XML, in content and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function show(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value)
}

/** One SVG element; attributes are escaped, children must be markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${show(value)}"`))
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/**
 * A rough width of a text in a humanist sans serif, in user units. Exact measuring needs the font, which a browser and a
 * document do not share; the estimate errs on the wide side.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) {
    if ("iljI.,:;'’|! ".includes(character)) ems += 0.3
    else if ('mwMW'.includes(character)) ems += 0.88
    else if (/\p{Lu}|\p{N}/u.test(character)) ems += 0.63
    else if (character > '\u1000') ems += 0.8
    else ems += 0.55
  }
  return ems * size
}

/** Breaks a text into lines that fit a width, at spaces only (a no-break space holds). */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  return lines
}

export type TextOptions = {
  x: number
  /** Baseline of the first line. */
  y: number
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  fill?: string
  weight?: 'bold'
  lineHeight?: number
}

/** One `<text>` with a `<tspan>` for each line. */
export function textLines(lines: readonly string[], options: TextOptions): string {
  const { x, y, size = 13, anchor, fill = palette.ink, weight } = options
  const lineHeight = options.lineHeight ?? size * 1.2
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill,
      'font-weight': weight,
      'text-anchor': anchor === undefined || anchor === 'start' ? undefined : anchor,
    },
    ...(lines.length === 1
      ? [escapeXml(lines[0] ?? '')]
      : lines.map((line, index) => element('tspan', { x, dy: index === 0 ? undefined : lineHeight }, escapeXml(line)))),
  )
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string = palette.line, width = 1): string {
  return element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width })
}

/**
 * The outer element: scales with its place (`viewBox`, no fixed size) and is one picture with a name and a description to
 * assistive technology. Only presentation attributes are used, so that a strict content security policy allows it.
 */
export function frame(
  picture: { id: string; title: string; alt: string; language: string; width: number; height: number },
  ...children: string[]
): string {
  const { id, title, alt, language, width, height } = picture
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(width)} ${Math.ceil(height)}`,
      role: 'img',
      lang: language,
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': chartFont,
    },
    element('title', { id: `${id}-title` }, escapeXml(title)),
    element('desc', { id: `${id}-desc` }, escapeXml(alt)),
    ...children,
  )
}
