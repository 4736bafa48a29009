import { randomUUID } from 'node:crypto'
import type { FindSession } from '../people/index.ts'
import type { Language } from '../platform/languages.ts'
import { linksOf, type ReadForm, readForms, troubleOf } from './html.ts'

/** Answers a request as the service does. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** What is typed or chosen in a form: field -> value, several values, or a file. */
export type Typed = Record<string, string | readonly string[] | File>

export type Page = { path: string; html: string; forms: ReadForm[]; links: string[] }

/** Someone's browser. It reads the service's pages and sends their forms, as a person without scripts would. */
export type Browser = {
  language: Language
  personId: string | undefined
  open(path: string): Promise<Page>
  /**
   * Opens a page, unless it is open already, and sends one of its forms: what stands in the form goes along, and what is typed takes its place.
   *
   * @param action end of the address that the form, or one of its buttons, is sent to; left out, the page's own
   * @returns where the service leads next
   */
  send(from: string | Page, typed: Typed, action?: string, button?: string): Promise<string>
  /** Sends what a page's script sends: data, as JSON, to an address of the service. */
  tell(path: string, data: unknown): Promise<void>
}

const host = 'http://localhost'

/** Sessions of the browsers of a filling: kept nowhere, and gone with it. */
type Sessions = { begin(personId: string): string; find: FindSession }

export function sessionsOfFilling(): Sessions {
  const people = new Map<string, { personId: string; sessionId: string }>()
  return {
    begin: (personId) => {
      const token = randomUUID()
      people.set(token, { personId, sessionId: randomUUID() })
      return `demonstration=${token}`
    },
    find: async (headers) => {
      const found = people.get(/demonstration=([0-9a-f-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '')
      return found && { ...found, strong: true }
    },
  }
}

/**
 * Opens a browser.
 *
 * @param person.cookie of whom is signed in; left out, a visitor's
 * @param linger lets time pass while a form is filled in
 */
export function openBrowser(
  fetch: Fetch,
  person: { language: Language; personId?: string; cookie?: string },
  linger: () => void,
): Browser {
  const visit = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('sec-fetch-site', 'same-origin')
    headers.set('host', 'localhost')
    if (person.cookie !== undefined) headers.set('cookie', person.cookie)
    return Promise.resolve(fetch(new Request(host + path, { ...init, headers, redirect: 'manual' })))
  }
  const open = async (path: string): Promise<Page> => {
    const answer = await visit(path)
    const html = await answer.text()
    const to = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && to) return open(to)
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${troubleOf(html)}`)
    return { path, html, forms: readForms(html), links: linksOf(html) }
  }
  return {
    language: person.language,
    personId: person.personId,
    open,
    send: async (from, typed, action, button) => {
      const page = typeof from === 'string' ? await open(from) : from
      const wanted = action ?? page.path.replace(/\?.*$/, '')
      linger()
      const { form, to } = formFor(page, wanted, typed, button)
      const answer = await visit(to, { method: 'POST', body: bodyOf(page, form, typed, button) })
      // What is shown once, such as a new token, comes at once; everything else leads to a page.
      const next = answer.status === 200 ? to : answer.headers.get('location')
      if (![200, 303].includes(answer.status) || next === null) {
        throw new Error(`POST ${to} answered ${answer.status}: ${troubleOf(await answer.text())}`)
      }
      return next
    },
    tell: async (path, data) => {
      linger()
      const headers = { 'content-type': 'application/json' }
      const answer = await visit(path, { method: 'POST', body: JSON.stringify(data), headers })
      if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

function formFor(page: Page, action: string, typed: Typed, button: string | undefined) {
  const ends = (address: string) => (address.replace(/[?#].*$/, '') || page.path.replace(/\?.*$/, '')).endsWith(action)
  const candidates = page.forms
    .filter(({ method }) => method.toLowerCase() === 'post')
    .flatMap((form) => {
      const pressed = form.buttons.find((one) => one.action !== undefined && ends(one.action))
      const to = pressed?.action ?? (ends(form.action) ? form.action : undefined)
      return to === undefined ? [] : [{ form, to: (to || page.path).replace(/#.*$/, '') }]
    })
  const fits = ({ form }: { form: ReadForm }) =>
    Object.keys(typed).every((name) => form.names.has(name)) &&
    (button === undefined || form.buttons.some(({ value }) => value === button))
  const found = candidates.find(fits) ?? candidates[0]
  if (found !== undefined) return found
  const others = page.forms.map((form) => form.action).join(', ')
  throw new Error(`${page.path} has no form for ${action}, only: ${others}`)
}

/** What a browser would send. A field that the form does not have is a mistake of the story, not the service's. */
function bodyOf(page: Page, form: ReadForm, typed: Typed, button: string | undefined): FormData | URLSearchParams {
  const strange = Object.keys(typed).filter((name) => !form.names.has(name))
  if (strange.length > 0) {
    throw new Error(
      `${page.path}: no field ${strange.join(', ')} in ${form.action}; there are ${[...form.names].join(', ')}`,
    )
  }
  const entries: [string, string | File][] = form.values.filter(([name]) => typed[name] === undefined)
  for (const [name, value] of Object.entries(typed)) {
    for (const one of Array.isArray(value) ? value : [value]) entries.push([name, one as string | File])
  }
  const pressed =
    button === undefined ? form.buttons.find((one) => one.name) : form.buttons.find((one) => one.value === button)
  if (button !== undefined && pressed === undefined)
    throw new Error(`${page.path}: no button ${button} in ${form.action}`)
  if (pressed?.name !== undefined && button !== undefined) entries.push([pressed.name, pressed.value])
  if (!form.multipart) return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return body
}
