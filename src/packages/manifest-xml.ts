import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { packageLimits } from './limits.ts'
import { type PackageProblem, problem } from './problems.ts'

/** An element of the manifest: attributes begin with `@`; `#text` is its text; children are lists, by name without namespace. */
export type Element = { [name: string]: string | Element[] | undefined }

/** The first encoding that fits: a byte order mark, what the declaration says, UTF-8. */
function textOf(content: Buffer): string {
  const declared = /^[^>]{0,200}encoding=["']([\w-]+)["']/.exec(content.subarray(0, 300).toString('latin1'))?.[1]
  const marked =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : content[0] === 0xfe && content[1] === 0xff
        ? 'utf-16be'
        : undefined
  for (const label of [marked, declared, 'utf-8']) {
    try {
      if (label !== undefined) return new TextDecoder(label).decode(content)
    } catch {
      // No such encoding: the next one.
    }
  }
  return content.toString('utf8')
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  alwaysCreateTextNode: true,
  maxNestedTags: packageLimits.manifestDepth,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
})

/**
 * Reads the XML of a manifest. A document type is refused before anything is parsed, and with it every entity of the package's own.
 *
 * @returns the root element, the text it was read from (for its namespaces), or a problem
 */
export function readManifestXml(content: Buffer): { ok: true; root: Element; text: string } | PackageProblem {
  if (content.length > packageLimits.manifest) return problem('manifest-too-large')
  const text = textOf(content).replace(/^\uFEFF/, '')
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) return problem('manifest-declares-entities')
  if (deepest(text) > packageLimits.manifestDepth) return problem('manifest-too-deep')
  const valid = XMLValidator.validate(text)
  if (valid !== true) return problem('manifest-not-xml', String(valid.err.line))
  try {
    const parsed = parser.parse(text) as Element
    const root = childrenOf(parsed, 'manifest')[0]
    return root ? { ok: true, root, text } : problem('not-scorm')
  } catch {
    return problem('manifest-not-xml', '1')
  }
}

/** How many elements stand inside one another at most. */
function deepest(text: string): number {
  let depth = 0
  let most = 0
  for (const [tag] of text.replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '').matchAll(/<[/\w][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    most = Math.max(most, depth)
  }
  return most
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  const children = element?.[name]
  return Array.isArray(children) ? children : []
}

/** The attribute, trimmed; nothing when it is missing or empty. The case of its name does not count: both standards spell it their way. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  const wanted = `@${name}`.toLowerCase()
  const found = Object.entries(element ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1]
  return typeof found === 'string' && found.trim() !== '' ? plain(found) : undefined
}

/** The text of the first child of that name, in one line; nothing when it is missing or empty. */
export function textIn(element: Element | undefined, name: string): string | undefined {
  const text = childrenOf(element, name)[0]?.['#text']
  return typeof text === 'string' && text.trim() !== '' ? plain(text) : undefined
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and numbers, resolved; control characters and line ends out. */
function plain(text: string): string {
  return text
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    })
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
