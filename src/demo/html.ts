/** A form of a page: where it is sent, what it holds as it stands, and its buttons. */
export type ReadForm = {
  action: string
  method: string
  multipart: boolean
  /** Names of every field, also of what holds nothing yet. */
  names: Set<string>
  /** What a browser would send if nobody touched the form. */
  values: [string, string][]
  /** Field -> what may be chosen there. */
  choices: Map<string, string[]>
  /** Addresses that buttons send the form to, in place of its own. */
  buttons: { name?: string; value: string; action?: string }[]
}

const tag = /<(\/?)(form|input|textarea|select|option|button)\b([^>]*)>/g
const attribute = /([a-zA-Z-]+)(?:="([^"]*)")?/g

/** Reads every form of one of the service's own pages, which are well formed. */
export function readForms(html: string): ReadForm[] {
  const forms: ReadForm[] = []
  let form: ReadForm | undefined
  let select: { name: string; first: string | undefined; chosen: string | undefined } | undefined
  for (const found of html.matchAll(tag)) {
    const [whole, closing, name, rest = ''] = found
    const at = (found.index ?? 0) + whole.length
    const given = attributesOf(rest)
    if (name === 'form') {
      form = closing ? undefined : newForm(given)
      if (form) forms.push(form)
      continue
    }
    const target = given.get('form') === undefined ? form : forms.find((one) => one === form)
    if (target === undefined) continue
    if (name === 'select') {
      if (!closing) {
        select = { name: given.get('name') ?? '', first: undefined, chosen: undefined }
        target.names.add(select.name)
      } else if (select) {
        const value = select.chosen ?? select.first
        if (value !== undefined) target.values.push([select.name, value])
        select = undefined
      }
    } else if (name === 'option' && !closing && select) {
      const value = given.get('value') ?? textUntil(html, at, '</option>')
      select.first ??= value
      if (given.has('selected')) select.chosen = value
      addChoice(target, select.name, value)
    } else if (name === 'textarea' && !closing) {
      const field = given.get('name') ?? ''
      target.names.add(field)
      target.values.push([field, textUntil(html, at, '</textarea>').replace(/^\n/, '')])
    } else if (name === 'input') {
      readInput(target, given)
    } else if (name === 'button' && !closing) {
      const [own, action] = [given.get('name'), given.get('formaction')]
      target.buttons.push({
        value: given.get('value') ?? '',
        ...(own === undefined ? {} : { name: own }),
        ...(action === undefined ? {} : { action }),
      })
    }
  }
  return forms
}

function newForm(given: Map<string, string>): ReadForm {
  return {
    action: given.get('action') ?? '',
    method: given.get('method') ?? 'get',
    multipart: given.get('enctype') === 'multipart/form-data',
    names: new Set(),
    values: [],
    choices: new Map(),
    buttons: [],
  }
}

function readInput(form: ReadForm, given: Map<string, string>): void {
  const name = given.get('name')
  if (name === undefined) return
  form.names.add(name)
  const type = given.get('type') ?? 'text'
  if (type === 'radio' || type === 'checkbox') {
    const value = given.get('value') ?? 'on'
    addChoice(form, name, value)
    if (given.has('checked')) form.values.push([name, value])
  } else if (type !== 'file' && type !== 'submit') {
    form.values.push([name, given.get('value') ?? ''])
  }
}

function addChoice(form: ReadForm, name: string, value: string): void {
  form.choices.set(name, [...(form.choices.get(name) ?? []), value])
}

function attributesOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, plain(value)]))
}

function textUntil(html: string, from: number, end: string): string {
  return plain(html.slice(from, html.indexOf(end, from)))
}

/** Addresses that a page leads to. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => plain(href))
}

/** The title of a page and what its error summary says: what a person would read out to someone who helps. */
export function troubleOf(html: string): string {
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? ''
  const said = [...html.matchAll(/<div\b[^>]*role="alert"[^>]*>([\s\S]*?)<\/div>/g)].map(([, inside = '']) => inside)
  const lines = [title, ...said].map((part) =>
    plain(part.replace(/<[^>]+>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return lines.filter((line) => line !== '').join(' | ')
}

/** Text without its character references. */
function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
