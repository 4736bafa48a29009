import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { LanguageFile } from '../load-bodies.ts'
import { frenchSlips, hasStraightMarks } from './languages.ts'
import type { Reporter } from './reporter.ts'

/** What a drawing may be made of. No scripts, no pictures or pages from elsewhere, nothing that moves. */
const elements = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style', 'marker', 'clipPath', 'mask', 'pattern'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop'],
])

/** A drawing much longer than this is slow on a satellite link; usually it was exported with all its layers. */
const longest = 60_000

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** One drawing in one language: well-formed, with a title and a view box, nothing in it that runs or reaches out. */
export function checkFigure({ source, language }: LanguageFile, report: Reporter): void {
  const { t } = report
  const svg = String(source.value)
  const error = (what: string, allowed?: string) => report.error(source, [1], what, allowed)
  if (svg.length > longest) report.note(source, [1], t.longFigure(svg.length), t.atMost(String(longest)))
  // Document types can define entities, and style sheets can come from elsewhere: neither is ever needed.
  if (/<!(DOCTYPE|ENTITY)|<\?xml-stylesheet/i.test(svg)) error(t.figureDeclares, t.plainSvg)
  const fault = XMLValidator.validate(svg)
  if (fault !== true) {
    report.error(source, [fault.err.line], t.brokenFigure(fault.err.msg), t.plainSvg)
    return
  }
  const roots = elementsOf(svg)
  const root = roots[0]
  if (roots.length !== 1 || root?.name !== 'svg') {
    error(t.notSvg, '<svg …>')
    return
  }
  if (!/^\s*-?[\d.]+([\s,]+-?[\d.]+){3}\s*$/.test(root.attributes.viewBox ?? ''))
    error(t.noViewBox, 'viewBox="0 0 640 360"')
  if (!root.children.some(({ name, text }) => name === 'title' && text.trim() !== ''))
    error(t.noTitle, '<title>…</title>')
  for (const element of everyElement(root)) checkElement(element, language, error, report)
}

function checkElement(
  { name, attributes, text }: Element,
  language: string,
  error: (what: string, allowed?: string) => void,
  { t }: Reporter,
): void {
  if (!elements.has(name)) error(t.figureElement(name), [...elements].join(', '))
  for (const [attribute, value] of Object.entries(attributes)) {
    const plain = value.replace(/[\s\p{Cc}]/gu, '').toLowerCase()
    if (/^on/i.test(attribute)) error(t.figureHandler(attribute), t.plainSvg)
    else if (/(^|:)(href|src)$/i.test(attribute) && !plain.startsWith('#')) error(t.figureReaches(value), '#…')
    else if (/^xmlns(:|$)/.test(attribute)) continue
    else if (reachesOut(plain)) error(t.figureReaches(value), 'url(#…)')
  }
  if (name === 'style' && (reachesOut(text.toLowerCase()) || /@import|\\/i.test(text))) {
    error(t.figureReaches(text.trim().slice(0, 60)), 'url(#…)')
  }
  if (name === 'style') return
  if (hasStraightMarks(text)) error(t.straightMarks)
  if (language === 'fr') for (const slip of frenchSlips(text, t)) error(slip)
}

/** An address in a value: only a part of the drawing itself may be pointed to. */
function reachesOut(value: string): boolean {
  return /url\((?!['"]?#)|javascript:|data:|https?:|expression\(|&#/.test(value)
}

function everyElement(element: Element): Element[] {
  return [element, ...element.children.flatMap(everyElement)]
}

const attributesKey = ':@'
const textKey = '#text'

function elementsOf(svg: string): Element[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  })
  return children(parser.parse(svg))
}

function children(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>): Element[] => {
    const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey)
    if (name === undefined) return []
    const inner = Array.isArray(node[name]) ? (node[name] as Record<string, unknown>[]) : []
    const text = inner.map((child) => (typeof child[textKey] === 'string' ? child[textKey] : '')).join('')
    return [
      { name, attributes: (node[attributesKey] ?? {}) as Record<string, string>, children: children(inner), text },
    ]
  })
}
