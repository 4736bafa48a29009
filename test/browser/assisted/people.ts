import type { Browser, Page } from '@playwright/test'
import { generateSync } from 'otplib'
import type { Language } from '../../../src/platform/languages.ts'
import { expectFits, expectGoodPage } from '../good-page.ts'
import { expect } from '../place.ts'
import { type Sending, send, type Typed } from './forms.ts'
import type { Service } from './service.ts'

/** Where a walk takes place: one service, in one language, with scripts or without. */
export type Walk = { browser: Browser; service: Service; language: Language; scripts: boolean }

/** Someone with a browser of their own. */
export type Person = {
  name: string
  email: string
  page: Page
  /** Opens a page of the service, its address without the language, and looks at it. */
  open(path: string): Promise<void>
  /** Sends a form of the open page, and looks at where that leads. */
  send(typed: Typed, sending?: Sending): Promise<void>
  /** Looks at the open page: good for everyone, and there in the other language too. */
  look(): Promise<void>
  /** Sends what a page would send that was seen before, without opening it. @returns the path that the service leads on to */
  post(path: string, form: Record<string, string>): Promise<string>
  /** Whether pages that are built alike are opened once, and the others of them sent with `post`. */
  brief: boolean
  /** The key of the code generator, once it is set up. */
  generator?: string
}

/** Opens a browser for someone. @param looking whether every page that comes up is looked at */
export async function somebody(walk: Walk, name: string, looking = true): Promise<Person> {
  // While a page fades into the next it takes no click; a walk presses faster than people do.
  const context = await walk.browser.newContext({ baseURL: walk.service.origin, reducedMotion: 'reduce' })
  const page = await context.newPage()
  return personIn(page, walk, { name, email: `${name.toLowerCase().replace(' ', '.')}@example.org` }, looking)
}

/** Someone with a page of a browser that is open. */
export function personIn(page: Page, walk: Walk, who: Pick<Person, 'name' | 'email'>, looking = false): Person {
  page.setDefaultTimeout(15_000)
  const { language } = walk
  const look = async () => {
    if (looking) await lookAt(page, walk)
  }
  return {
    name: who.name,
    email: who.email,
    page,
    look,
    brief: !looking || isSwapped(page, language),
    open: async (path) => {
      const answer = await page.goto(path.startsWith('http') ? path : `/${language}${path}`)
      expect(answer?.status(), page.url()).toBe(200)
      await look()
    },
    send: async (typed, sending) => {
      await send(page, typed, sending)
      await look()
    },
    post: async (path, form) => {
      const headers = { origin: walk.service.origin }
      const answer = await page.request.post(`/${language}${path}`, { form, headers, maxRedirects: 0 })
      expect(answer.status(), path).toBe(303)
      return answer.headers().location ?? ''
    },
  }
}

/** Whether this is a pair the other way round: English on a wide screen, French on a phone. The full matrix makes no difference. */
function isSwapped(page: Page, language: Language): boolean {
  const isPhone = (page.viewportSize()?.width ?? 0) < 600
  return (language === 'en') !== isPhone && process.env.WAYMARK_TEST_MATRIX !== 'full'
}

/** Pages looked at already in a place: the same page with the same headings is not looked at twice. */
const seen = new Set<string>()

async function lookAt(page: Page, { language, scripts }: Walk): Promise<void> {
  const headings = await page.locator('h1, h2, legend').allInnerTexts()
  const shape = new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{30,}/g, ':id')
  const key = `${shape} ${headings.join(' / ')}`
  if (seen.has(key)) return
  seen.add(key)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('h1')).toHaveCount(1)
  // The same pages are looked at by axe, and asked for in the other language, in English on a phone and in French on a wide screen;
  // the swapped pairs ask whether they fit.
  if (isSwapped(page, language)) return expectFits(page)
  await expectGoodPage(page, scripts)
  await expectBothLanguages(page, language)
}

/** The same address in the other language is the same page in that language. */
async function expectBothLanguages(page: Page, language: Language): Promise<void> {
  const other = language === 'en' ? 'fr' : 'en'
  const { pathname, search } = new URL(page.url())
  const address = `/${other}${pathname.slice(3)}${search}`
  const answer = await page.request.get(address, { maxRedirects: 0 })
  // What a form answered stands at an address that has no page to ask for, or leads on from there.
  expect([200, 303, 404], address).toContain(answer.status())
  if (answer.status() !== 303) expect(await answer.text(), address).toContain(`<html lang="${other}"`)
}

/** Signs in with the link that comes by mail: opening it does nothing yet, however often; the button signs in. */
export async function signIn(walk: Walk, person: Person, to?: string): Promise<void> {
  const { email } = person
  await person.open(`/sign-in${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`)
  await person.send({ email })
  await followMailedLink(walk, person)
}

/** Goes on from the page that says a link is on its way. */
export async function followMailedLink({ service }: Walk, person: Person): Promise<void> {
  const { page, email, name } = person
  const letter = await service.mail.letterTo(email, /\/sign-in\/link/)
  const link = letter.links.find((one) => one.includes('/sign-in/link')) ?? ''
  expect((await page.request.get(link)).status()).toBe(200)
  await person.open(link)
  await person.send({})
  if (page.url().includes('/sign-in/name')) await person.send({ name })
  if (page.url().includes('/sign-in/second-factor')) await showSecondFactor(person)
}

/** Sets up a code generator, or types its code. */
export async function showSecondFactor(person: Person): Promise<void> {
  const { page } = person
  const key = page.locator('code.key')
  if (person.generator === undefined) {
    const secret = ((await key.textContent()) ?? '').replaceAll(/\s/g, '')
    person.generator = secret
    await person.send({ code: generateSync({ secret }) }, { button: 'set-up', status: 200 })
    await page.locator('main a.button').click()
    return
  }
  await person.send({ code: generateSync({ secret: person.generator }) }, { button: 'code' })
}
