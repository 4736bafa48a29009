import { resultsMessages } from '../../src/self-check/results/messages.ts'
import { finished, onDevice, putOnDevice, release } from './answered.ts'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'
import { level, words } from './self-check-words.ts'

const t = resultsMessages.fr

test('answers to a release that is not kept show results of today and say so, until an answer is given @with-scripts @once', async ({
  page,
}) => {
  await page.goto('/fr/self-check')
  await putOnDevice(page, { ...finished(), release: 'f'.repeat(64) })
  await page.goto('/fr/self-check/report-card')
  await expect(page.locator('article.component').first()).toBeVisible()
  await expect(page.getByText(t.otherRelease)).toBeVisible()
  await expectGoodPage(page)
  await page.goto('/fr/self-check/plan')
  await expect(page.locator('.pathway')).toHaveCount(2)
  await expect(page.getByText(t.otherRelease)).toBeVisible()

  await page.goto('/fr/self-check/review')
  await expect(page.locator('#new-release')).toBeVisible()
  await page.goto('/fr/self-check/data-inventory')
  await expect(page.locator('#new-release')).toBeVisible()
  expect((await onDevice(page)).release).toBe('f'.repeat(64))
  await level(page, 'given.practice', 3).check()
  await expect(page.locator('#saved')).toHaveText(words.fr.savedHere)
  expect(await onDevice(page)).toMatchObject({ release, pack: 'open-smart-cities' })
  await page.goto('/fr/self-check/report-card')
  await expect(page.locator('article.component').first()).toBeVisible()
  await expect(page.getByText(t.otherRelease)).toHaveCount(0)
})

test('an answer to another wording asks for a second look, until the page is left by its button @with-scripts @once', async ({
  page,
}) => {
  const record = finished()
  record.answers['data-inventory'] = { given: { practice: 2, knowledge: 1 }, wanted: 3, rubricVersion: 99 }
  await page.goto('/fr/self-check')
  await putOnDevice(page, record)
  await page.goto('/fr/self-check/report-card')
  const link = page.locator('#results .note a')
  await expect(link).toHaveCount(1)
  await expectGoodPage(page)
  await page.goto('/fr/self-check/review')
  await expect(page.locator('[data-check-again]:visible')).toHaveCount(1)
  await expectGoodPage(page)
  await page.locator('[data-of="data-inventory"] a').click()
  await expect(page.locator('#check-again')).toBeVisible()
  await expectGoodPage(page)
  await page.locator('#note').fill('encore')
  await expect(page.locator('#check-again')).toBeVisible()
  await page.getByRole('button', { name: words.fr.next, exact: true }).click()
  await expect(page).toHaveURL('/fr/self-check/data-quality')
  await expect(page.locator('#check-again')).toBeHidden()
  await page.goto('/fr/self-check/review')
  await expect(page.locator('[data-of="data-inventory"]')).toBeVisible()
  await expect(page.locator('[data-check-again]:visible')).toHaveCount(0)
})

test('two saved self-checks are not compared where the wording changed between them @with-scripts @once', async ({
  page,
}) => {
  const [before, after] = [finished(0), finished(1)]
  before.answers['data-inventory'] = { given: { practice: 0, knowledge: 0 }, rubricVersion: 99 }
  await page.goto('/fr/self-check')
  await putOnDevice(page, after)
  const saved = [
    { savedAt: '2030-01-16T12:00:00.000Z', record: after },
    { savedAt: '2029-01-15T12:00:00.000Z', record: before },
  ]
  await page.evaluate((text) => localStorage.setItem('waymark.saved.v1', text), JSON.stringify(saved))
  await page.goto('/fr/self-check/compare')
  await page.locator('#before').selectOption('2029-01-15T12:00:00.000Z')
  await page.locator('#after').selectOption('2030-01-16T12:00:00.000Z')
  await expect(page.locator('#results table').last().getByText(t.wordingChanged)).toHaveCount(2)
  const other = { ...before, pack: 'another-pack', release: 'f'.repeat(64) }
  saved[1] = { savedAt: '2029-01-15T12:00:00.000Z', record: other }
  await page.evaluate((text) => localStorage.setItem('waymark.saved.v1', text), JSON.stringify(saved))
  await page.goto('/fr/self-check/compare')
  await expect(page.getByText(t.differentPack)).toBeVisible()
})

test('a browser that keeps nothing: every page says so, and no answer is lost unseen @with-scripts @once', async ({
  page,
}) => {
  await page.goto('/fr/self-check')
  await putOnDevice(page, finished())
  await page.evaluate(
    (text) => localStorage.setItem('waymark.saved.v1', text),
    JSON.stringify([{ savedAt: '2029-01-15T12:00:00.000Z', record: finished(1) }]),
  )
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room left', 'QuotaExceededError')
    }
  })
  await page.goto('/fr/self-check/data-inventory')
  await expect(page.locator('#save-failed')).toBeVisible()
  await level(page, 'given.practice', 4).check()
  await expect(page.locator('#saved')).toHaveText(words.fr.notSavedHere)
  await page.getByRole('button', { name: words.fr.next, exact: true }).click()
  await expect(page.locator('#save-failed')).toBeFocused()
  await expect(page).toHaveURL('/fr/self-check/data-inventory')
  await expectGoodPage(page)

  await page.goto('/fr/self-check/report-card')
  await page.locator('[data-save]').click()
  await expect(page.getByText(t.notSaved)).toBeVisible()
  await expectGoodPage(page)
  await page.goto('/fr/self-check/plan')
  await expect(page.locator('.pathway')).toHaveCount(2)
  await page.locator('details.settings > summary').click()
  await page.locator('#hours').fill('5')
  await page.locator('#hours').press('Tab')
  await expect(page.getByText(t.notSaved)).toBeVisible()
  await page.goto('/fr/self-check/compare')
  await page
    .locator('details', { has: page.locator('[data-remove]') })
    .locator('summary')
    .click()
  await page.locator('[data-remove]').click()
  await expect(page.getByText(t.notSaved)).toBeVisible()
  await expect(page.locator('[data-remove]')).toHaveCount(1)
  await page.goto('/fr/self-check/files')
  await page.locator('#file').setInputFiles({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('component,facet,level\ndata-inventory,practice,1\n'),
  })
  await page.getByRole('button', { name: words.keeping.fr.importButton }).click()
  await expect(page.locator('#save-failed')).toBeFocused()
  expect((await onDevice(page)).answers['data-inventory']?.given).toEqual(finished().answers['data-inventory']?.given)

  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  for (const path of ['', '/profile', '/set-up', '/data-inventory', '/review', '/files', '/resume-link']) {
    await page.goto(`/fr/self-check${path}`)
    await expect(page.locator('#save-failed'), path).toBeVisible()
  }
  for (const path of ['/report-card', '/plan']) {
    await page.goto(`/fr/self-check${path}`)
    await expect(page.getByText(t.cannotStore), path).toBeVisible()
    await expect(page.locator('#results a[href="/fr/self-check/without-scripts"]:visible'), path).toHaveCount(1)
  }
  await page.goto('/fr/self-check/compare')
  await expect(page.getByText(t.savedNone)).toBeVisible()
})
