import { readFile } from 'node:fs/promises'
import { finished, pack, putOnDevice } from './answered.ts'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'

const words = {
  en: { choose: /^Choose pathway/, chosen: 'You chose pathway', save: 'Save this self-check', undo: 'Undo' },
  fr: {
    choose: /^Choisir le parcours/,
    chosen: 'Vous avez choisi le parcours',
    save: 'Enregistrer cet',
    undo: 'Annuler',
  },
}

test('the report card is drawn on the device, with every chart as a table and every figure with its trace @with-scripts', async ({
  page,
  language,
}) => {
  await page.goto(`/${language}/self-check`)
  await putOnDevice(page, finished())
  await page.goto(`/${language}/self-check/report-card`)
  await expect(page.locator('figure svg').first()).toBeAttached()
  await expectGoodPage(page)
  expect(await page.locator('article.component').count()).toBe(pack.components.length)
  const component = page.locator('article.component').first()
  await component.locator('summary').click()
  await expect(component.getByText('4.2', { exact: true }).first()).toBeVisible()
  for (const figure of await page.locator('figure.chart').all()) await expect(figure.locator('table')).toHaveCount(1)
  for (const title of await page.locator('figure svg').all()) await expect(title).toHaveAttribute('role', 'img')
})

test('the plan shows two pathways, follows a change of hours at once, and keeps the choice @with-scripts', async ({
  page,
  language,
}) => {
  const t = words[language]
  await page.goto(`/${language}/self-check`)
  await putOnDevice(page, finished())
  await page.goto(`/${language}/self-check/plan`)
  await expect(page.locator('.pathway')).toHaveCount(2)
  await expectGoodPage(page)
  const figures = page.locator('.pathway .key-figures')
  const before = await figures.allInnerTexts()
  await page.locator('details.settings > summary').click()
  await page.locator('#hours').fill('5')
  await page.locator('#hours').press('Tab')
  await expect(figures.first()).not.toHaveText(before[0] ?? '')
  await page.getByRole('button', { name: t.choose }).nth(1).click()
  await expect(page.getByText(`${t.chosen} B`)).toBeVisible()
  await expect(page.locator('[data-choose="B"] button')).toBeFocused()
  await page.reload()
  await expect(page.getByText(`${t.chosen} B`)).toBeVisible()
  await expect(page.locator('#hours')).toHaveValue('5')
})

test('a document is made only when asked for, and comes as a file @with-scripts', async ({ page, language }) => {
  await page.goto(`/${language}/self-check`)
  await putOnDevice(page, finished())
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(request.url())
  })
  await page.goto(`/${language}/self-check/report-card`)
  expect(posted).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[value="report-card.pdf"]').click(),
  ])
  expect(download.suggestedFilename()).toBe(language === 'en' ? 'report-card.pdf' : 'bilan-des-capacites.pdf')
  const file = await readFile(await download.path())
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(posted).toHaveLength(1)
})

test('two saved self-checks are compared on the device, and a deleted one can be had back @with-scripts', async ({
  page,
  language,
}) => {
  const t = words[language]
  await page.goto(`/${language}/self-check/compare`)
  await expectGoodPage(page)
  for (const shift of [0, 1]) {
    await putOnDevice(page, finished(shift))
    await page.goto(`/${language}/self-check/report-card`)
    await page.getByRole('button', { name: t.save }).click()
    await expect(page.locator('[data-save-section] [role="status"]')).toBeVisible()
  }
  await page.goto(`/${language}/self-check/compare`)
  await expect(page.locator('figure svg').first()).toBeAttached()
  await expect(page.locator('#results table').first()).toBeVisible()
  await expect(page.locator('#results table')).toHaveCount(1)
  await expectGoodPage(page)
  await page
    .locator('details', { has: page.locator('[data-remove]') })
    .locator('summary')
    .click()
  await page.locator('[data-remove]').first().click()
  await expect(page.locator('[data-remove]')).toHaveCount(1)
  await page.getByRole('button', { name: t.undo }).click()
  await expect(page.locator('[data-remove]')).toHaveCount(2)
})

test('without answers the results say where to begin @with-scripts', async ({ page, language }) => {
  for (const name of ['report-card', 'plan']) {
    await page.goto(`/${language}/self-check/${name}`)
    await expect(page.locator(`#results a[href="/${language}/self-check"]`)).toBeVisible()
    await expectGoodPage(page)
  }
})

test('results under a private link need no script: card, plan, other hours, a choice, a document @without-scripts', async ({
  page,
  context,
  language,
}) => {
  const t = words[language]
  await page.goto(`/${language}/self-check/without-scripts`)
  await page.locator('main button[type="submit"]').click()
  const home = page.url()
  for (const [component, level] of [
    ['data-inventory', '1'],
    ['privacy-protection', '0'],
    ['resident-engagement', '2'],
  ] as const) {
    await page.goto(`${home}/${component}`)
    await page.locator(`input[name="given.practice"][value="${level}"]`).check()
    await page.locator('input[name="given.knowledge"][value="1"]').check()
    await page.locator('input[name="wanted"][value="3"]').check()
    await page.locator('input[name="importance"][value="3"]').check()
    await page.locator('button[value="review"]').click()
  }
  await page.goto(`${home}/report-card`)
  await expect(page.locator('article.component').first()).toBeVisible()
  await expectGoodPage(page, false)
  await page.goto(`${home}/plan`)
  await expect(page.locator('.pathway')).toHaveCount(2)
  await expectGoodPage(page, false)
  const older = await context.newPage()
  await older.goto(`${home}/plan`)
  await page.locator('details.settings > summary').click()
  await page.locator('#hours').fill('5')
  await page.locator('[data-plan-settings] button[type="submit"]').click()
  await page.locator('details.settings > summary').click()
  await expect(page.locator('#hours')).toHaveValue('5')
  await older.locator('details.settings > summary').click()
  await older.locator('#hours').fill('7')
  await older.locator('[data-plan-settings] button[type="submit"]').click()
  await expect(older.locator('#conflict li')).toHaveCount(1)
  await expectGoodPage(older, false)
  await older.locator('#conflict button').click()
  await expect(older.locator('#hours')).toHaveValue('7')
  await older.close()
  await page.getByRole('button', { name: t.choose }).first().click()
  await expect(page.getByText(`${t.chosen} A`)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[value="action-plan.docx"]').click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
})

test('a results page weighs at most 100 KB on a first visit @once', async ({ browser, baseURL, language }) => {
  for (const name of ['report-card', 'plan', 'compare']) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${baseURL}/healthz`)
    await putOnDevice(page, finished())
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize)))
    await page.goto(`${baseURL}/${language}/self-check/${name}`, { waitUntil: 'networkidle' })
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total, name).toBeLessThanOrEqual(100_000)
    expect(total, name).toBeGreaterThan(10_000)
    await context.close()
  }
})
