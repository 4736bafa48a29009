/**
 * Puts a script before everything else in a page of a package, so that the page finds the service where the standard says it is. The rest
 * of the page stays as it is, byte for byte, except that UTF-16 becomes UTF-8.
 *
 * @param content the page as it was uploaded
 * @param script address of the script, and the data it reads from its own element
 * @returns the page, and the encoding to announce: the script may push the page's own declaration out of a browser's sight
 */
export function withScript(
  content: Buffer,
  script: { src: string; launch: unknown },
): { body: Buffer; charset: string } {
  const wide =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : content[0] === 0xfe && content[1] === 0xff
        ? 'utf-16be'
        : undefined
  const bytes = wide === undefined ? content : Buffer.from(new TextDecoder(wide).decode(content))
  const charset = wide === undefined ? charsetOf(bytes) : 'utf-8'
  // Latin 1 gives every byte a letter and back.
  const text = bytes.toString('latin1')
  const at = headStart(text)
  const element = `<script src="${inAttribute(script.src)}" data-launch="${inAttribute(JSON.stringify(script.launch))}"></script>`
  return { body: Buffer.concat([bytes.subarray(0, at), Buffer.from(element, 'latin1'), bytes.subarray(at)]), charset }
}

/** ASCII alone, and nothing that ends an attribute, in HTML as in XHTML. */
function inAttribute(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code < 0x20 || code > 0x7e || '&<>"'.includes(letter) ? `&#${code};` : letter
    })
    .join('')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function charsetOf(bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const start = bytes.subarray(0, 4096).toString('latin1')
  const declared =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+encoding=["']([\w-]{3,20})/i.exec(start)?.[1]
  if (declared !== undefined && !/^utf-?16/i.test(declared)) return declared.toLowerCase()
  try {
    utf8.decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Where the first script may stand: inside the head's start, else where a head would begin. Comments are not mistaken for tags. */
function headStart(text: string): number {
  const passed = /(?:\s|\u00ef\u00bb\u00bf|<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[^>]*>)*/iy
  const tag = (name: string, from: number) => {
    const pattern = new RegExp(`<${name}(?:\\s(?:[^>"']|"[^"]*"|'[^']*')*)?>`, 'iy')
    pattern.lastIndex = from
    return pattern.exec(text) ? pattern.lastIndex : undefined
  }
  const skip = (from: number) => {
    passed.lastIndex = from
    passed.exec(text)
    return passed.lastIndex
  }
  const start = skip(0)
  const afterHtml = tag('html', start)
  const head = skip(afterHtml ?? start)
  return tag('head', head) ?? (afterHtml === undefined ? start : head)
}
