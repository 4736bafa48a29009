import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'

/**
 * What holds for every page: axe finds nothing, and nothing sticks out to the side. A test goes on, to name every such page.
 *
 * @param scripts whether the page runs scripts; axe is one, so a page without is looked at in a copy that runs only axe
 */
export async function expectGoodPage(page: Page, scripts = true): Promise<void> {
  await expectFits(page)
  if (scripts) return expectAxeFindsNothing(page)
  const copy = await copyOf(page.context())
  await expectAxeFindsNothing(await copy(page))
}

/** Nothing sticks out to the side. */
export async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(overflow, `${page.url()} sticks out`).toBeLessThanOrEqual(0)
}

type Copy = (page: Page) => Promise<Page>
const copies = new WeakMap<BrowserContext, Promise<Copy>>()

/** The browser in which pages of a context without scripts are looked at; it closes with that context. */
function copyOf(context: BrowserContext): Promise<Copy> {
  const made = copies.get(context) ?? openCopy(context)
  copies.set(context, made)
  return made
}

async function openCopy(original: BrowserContext): Promise<Copy> {
  const browser = original.browser()
  const viewport = original.pages()[0]?.viewportSize() ?? null
  const context = await browser?.newContext({ javaScriptEnabled: true, viewport })
  const copy = await context?.newPage()
  if (!context || !copy) throw new Error('there is no browser to look with')
  // The browser may be closing as a whole.
  original.once('close', () => void context.close().catch(() => undefined))
  let shown = { url: '', body: '' }
  await copy.route('**/*', (route) => {
    const url = route.request().url()
    if (url === shown.url) return route.fulfill({ body: shown.body, contentType: 'text/html; charset=utf-8' })
    return /\.js$/.test(url) ? route.abort() : route.continue()
  })
  return async (page) => {
    shown = { url: page.url().replace(/#.*$/, ''), body: await page.content() }
    await copy.goto(shown.url)
    return copy
  }
}

async function expectAxeFindsNothing(page: Page): Promise<void> {
  // No page has frames, so one look is the whole look; the usual way opens a page more each time. What passed needs no account of it.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect.soft(found, page.url()).toEqual([])
}
