import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What holds for every page: axe finds nothing, and nothing sticks out to the side.
 *
 * @param scripts whether the page runs scripts; axe is one, so a page without is looked at in a copy that runs only axe
 */
export async function expectGoodPage(page: Page, scripts = true): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${page.url()} sticks out`).toBeLessThanOrEqual(0)
  if (scripts) return expectAxeFindsNothing(page)
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() })
  const copy = await context?.newPage()
  if (!context || !copy) throw new Error('there is no browser to look with')
  const body = await page.content()
  await copy.route('**/*.js', (route) => route.abort())
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await copy.goto(page.url())
  await expectAxeFindsNothing(copy)
  await context.close()
}

async function expectAxeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect(found, page.url()).toEqual([])
}
