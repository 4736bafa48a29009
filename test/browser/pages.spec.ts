import { pack } from './answered.ts'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'
import { weightOf } from './weight.ts'

const pages = [
  '',
  '/about',
  '/framework',
  '/framework/data',
  '/framework/trust/indigenous-data-sovereignty',
  '/catalogue',
  '/catalogue?kind=template&offline=yes&page=2',
  '/catalogue/guide-data-inventory',
  '/catalogue/privacy-first-steps',
  '/catalogue/privacy-first-steps/lessons/what-is-personal',
  '/catalogue/privacy-first-steps/check',
  '/catalogue/template-privacy-check',
  '/catalogue-search?q=privcy&hours=8',
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
  // Most of the time is the wait for a network that rests: several pages rest at once.
  for (let first = 0; first < pages.length; first += 5) {
    const some = pages.slice(first, first + 5)
    const weights = await Promise.all(some.map((path) => weightOf(browser, `${baseURL}/${language}${path}`)))
    for (const [index, { all }] of weights.entries()) {
      expect(all, some[index]).toBeLessThanOrEqual(100_000)
      expect(all, some[index]).toBeGreaterThan(1000)
    }
  }
})

test('a lesson weighs at most 30 KB without its figures, styles and all, on a first visit @once', async ({
  browser,
  baseURL,
  language,
}) => {
  const course = pack.bodies['privacy-first-steps']
  const lessons = course?.kind === 'course' ? course.lessons : []
  const weights = await Promise.all(
    lessons.map(({ id }) => weightOf(browser, `${baseURL}/${language}/catalogue/privacy-first-steps/lessons/${id}`)),
  )
  expect(weights.some(({ pictures }) => pictures > 0)).toBe(true)
  for (const { all, pictures } of weights) expect(all - pictures).toBeLessThanOrEqual(30_000)
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
