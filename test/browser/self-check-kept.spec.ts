import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'
import { level, shortForm, words } from './self-check-words.ts'

const mark = 'zyxw-note-of-mine'

test('without scripts the whole self-check works under a private link, in both languages @without-scripts', async ({
  page,
  language,
}) => {
  const other = language === 'en' ? 'fr' : 'en'
  await page.goto(`/${language}/self-check/data-inventory`)
  await expect(page.getByText(words[language].needsScript)).toBeVisible()
  await page.locator('#needs-script a').click()
  await expectGoodPage(page, false)
  await page.getByRole('button', { name: words.keeping[language].withoutStart }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.keeping[language].keptTitle })).toBeVisible()
  await expectGoodPage(page, false)
  await page.getByRole('link', { name: words.keeping[language].keptStart, exact: true }).click()
  await expectGoodPage(page, false)
  await page.locator('input[name="staffFte"]').first().check()
  await page.getByRole('button', { name: words[language].profileNext }).click()
  await expectGoodPage(page, false)
  await page.getByRole('button', { name: words[language].setUpNext }).click()

  // Half way, on the first question, the other language.
  await page.locator('[data-language-switch]').click()
  const t = words[other]
  for (const [index, component] of shortForm.entries()) {
    await expect(page).toHaveURL(new RegExp(`/${other}/self-check/kept/[^/]+/${component}$`))
    await level(page, 'given.practice', index % 5).check()
    await level(page, 'given.knowledge', 'dk').check()
    await level(page, 'wanted', 4).check()
    if (index === 0) {
      await page.locator('#note').fill(mark)
      await expectGoodPage(page, false)
    }
    await page.getByRole('button', { name: t.save, exact: true }).last().click()
  }
  await expect(page.getByText(t.answeredOf.replace('{n}', '14').replace('{m}', '14'))).toBeVisible()
  await expect(page.getByText(mark)).toBeVisible()
  await expectGoodPage(page, false)
  await page.getByRole('link', { name: t.toReportCard }).first().click()
  await expect(page.locator('article.component').first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: words.keeping[other].keptHome }).click()
  await page.getByRole('link', { name: t.files }).click()
  await expectGoodPage(page, false)
  await page.goBack()
  const link = page.url()
  await page.getByRole('link', { name: words.keeping[other].deleteNow }).click()
  await expectGoodPage(page, false)
  await page.getByRole('button', { name: words.keeping[other].forgetYes }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.keeping[other].forgottenTitle })).toBeVisible()
  expect((await page.request.get(link)).status()).toBe(404)
})

test('without scripts, an older page never overwrites a newer answer unseen @without-scripts', async ({
  page,
  context,
  language,
}) => {
  const t = words[language]
  await page.goto(`/${language}/self-check/without-scripts`)
  await page.getByRole('button', { name: words.keeping[language].withoutStart }).click()
  const address = `${page.url()}/data-inventory`
  const second = await context.newPage()
  await page.goto(address)
  await second.goto(address)
  await level(second, 'given.practice', 4).check()
  await second.getByRole('button', { name: t.save, exact: true }).last().click()
  await level(page, 'given.practice', 0).check()
  await page.getByRole('button', { name: t.save, exact: true }).last().click()
  await expect(page.getByRole('heading', { name: t.conflictTitle })).toBeVisible()
  await expectGoodPage(page, false)
  await page.getByRole('link', { name: t.conflictKeepSaved }).click()
  await expect(level(page, 'given.practice', 4)).toBeChecked()
})
