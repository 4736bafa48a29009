import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'

const pages = [
  '',
  '/about',
  '/framework',
  '/framework/data',
  '/framework/trust/indigenous-data-sovereignty',
  '/catalogue',
  '/catalogue?kind=template&offline=yes&page=2',
  '/catalogue/guide-data-inventory',
  '/method',
]

test('every page for readers is accessible, fits a narrow screen and has one title and one top heading', async ({
  page,
  language,
  scripts,
}) => {
  for (const path of pages) {
    await page.goto(`/${language}${path}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('h1')).toHaveCount(1)
    expect((await page.title()).length).toBeGreaterThan(5)
    await expectGoodPage(page, scripts)
  }
})

test('the language switch keeps the page', async ({ page, language }) => {
  const other = language === 'en' ? 'fr' : 'en'
  await page.goto(`/${language}/framework/data/data-inventory`)
  await page.locator('[data-language-switch]').click()
  await expect(page).toHaveURL(`/${other}/framework/data/data-inventory`)
})

test('a page for readers weighs at most 100 KB on a first visit @once', async ({ browser, baseURL, language }) => {
  for (const path of pages) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize)))
    await page.goto(`${baseURL}/${language}${path}`, { waitUntil: 'networkidle' })
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total, path).toBeLessThanOrEqual(100_000)
    expect(total, path).toBeGreaterThan(1000)
    await context.close()
  }
})

test('a reader with a keyboard skips the menu and sees where the focus is @once', async ({ page, language }) => {
  await page.goto(`/${language}/framework`)
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null)
  expect(inMain).toBe(true)
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
  expect(outline).toBe('solid')
})

test('a printed page leaves out menus and buttons @once', async ({ page, language }) => {
  await page.goto(`/${language}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.menu')).toBeHidden()
  await expect(page.locator('h1')).toBeVisible()
})
