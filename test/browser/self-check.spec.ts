import { readFile } from 'node:fs/promises'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'
import { answer, level, words } from './self-check-words.ts'

const mark = 'zyxw-note-of-mine'

test('changing the language keeps the page and the answers @with-scripts', async ({ page, language }) => {
  const other = language === 'en' ? 'fr' : 'en'
  await page.goto(`/${language}/self-check/data-inventory`)
  await answer(page, { practice: '3', knowledge: 'dk', wanted: 4, note: mark })
  await page.locator('[data-language-switch]').click()
  await expect(page).toHaveURL(`/${other}/self-check/data-inventory`)
  await expect(level(page, 'given.practice', 3)).toBeChecked()
  await expect(level(page, 'given.knowledge', 'dk')).toBeChecked()
  await expect(page.locator('#note')).toHaveValue(mark)
})

test('"does not apply" asks for its reason, hides the rest, and can be taken back @with-scripts', async ({
  page,
  language,
}) => {
  const t = words[language]
  await page.goto(`/${language}/self-check/connectivity`)
  await level(page, 'given.practice', 'na').check()
  await expect(page.locator('#wanted')).toBeHidden()
  await page.getByRole('button', { name: t.next, exact: true }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  expect(await page.title()).toMatch(
    language === 'en' ? /^Error: Self-check: / : /^Erreur\u00a0: Autodiagnostic\u00a0: /,
  )
  await expectGoodPage(page)
  await page.locator('.error-summary a').click()
  await expect(page.locator('[id="reason.practice"]')).toBeFocused()
  await page.locator('[id="reason.practice"]').fill('Nothing of the kind here')
  await page.getByRole('button', { name: t.toReview }).click()
  await expect(page.locator('[data-of="connectivity"] [data-state]')).toHaveText(t.states.na)
  await page.goto(`/${language}/self-check/connectivity`)
  await page.locator('[data-clear="given.practice"]').click()
  await expect(level(page, 'given.practice', 'na')).not.toBeChecked()
  await expect(level(page, 'given.practice', 0)).toBeFocused()
  await expect(page.locator('#wanted')).toBeVisible()
})

test('a question can be answered and left with the keyboard alone @with-scripts @once', async ({ page }) => {
  await page.goto('/fr/self-check/data-inventory')
  await expect(page.locator('#answers')).not.toHaveAttribute('disabled')
  const tabTo = async (selector: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    }
    throw new Error(`${selector} cannot be reached with the Tab key`)
  }
  await tabTo('input[name="given.practice"]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(level(page, 'given.practice', 1)).toBeChecked()
  await tabTo('input[name="given.knowledge"]')
  await page.keyboard.press('Space')
  await tabTo('#note')
  await page.keyboard.type('clavier')
  await tabTo('button[value="next"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/fr/self-check/data-quality')
  await page.goto('/fr/self-check/data-inventory')
  await expect(level(page, 'given.knowledge', 0)).toBeChecked()
  await expect(page.locator('#note')).toHaveValue('clavier')
})

test('two windows do not overwrite each other @with-scripts @once', async ({ page, context }) => {
  await page.goto('/fr/self-check/data-inventory')
  await level(page, 'given.practice', 2).check()
  const second = await context.newPage()
  await second.goto('/fr/self-check/data-inventory')
  await expect(level(second, 'given.practice', 2)).toBeChecked()
  await level(second, 'given.practice', 4).check()
  await expect(level(page, 'given.practice', 4)).toBeChecked()
  await level(page, 'given.knowledge', 1).check()
  await expect(level(second, 'given.knowledge', 1)).toBeChecked()
  await second.goto('/fr/self-check/data-quality')
  await level(second, 'given.practice', 0).check()
  await page.goto('/fr/self-check/review')
  await expect(page.locator('#answered')).toHaveText('Réponses\u00a0: 1 sur 14')
})

test('a text that another window changed while it is written in is shown twice, and the person decides @with-scripts @once', async ({
  page,
  context,
}) => {
  const note = 'waymark.self-check.v1'
  const stored = () =>
    page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').answers['data-inventory'].note, note)
  await page.goto('/fr/self-check/data-inventory')
  await page.locator('#note').fill('un')
  const second = await context.newPage()
  await second.goto('/fr/self-check/data-inventory')
  await second.locator('#note').fill('deux')
  await expect(page.locator('[id="conflict.note"]')).toContainText('deux')
  await page.locator('#note').pressSequentially(' et trois')
  expect(await stored()).toBe('deux')
  await expectGoodPage(page)
  await page.getByRole('button', { name: words.fr.next, exact: true }).click()
  await expect(page.locator('[id="conflict.note"]')).toBeFocused()
  await page.getByRole('button', { name: words.fr.conflictKeepHere }).click()
  expect(await stored()).toBe('un et trois')
  await expect(second.locator('[id="conflict.note"]')).toContainText('un et trois')
  await second.getByRole('button', { name: words.fr.conflictTakeOther }).click()
  await expect(second.locator('#note')).toHaveValue('un et trois')
  await expect(second.locator('[id="conflict.note"]')).toHaveCount(0)
})

test('a self-check that cannot be read is set aside and can be downloaded; a damaged one keeps what is sound @with-scripts @once', async ({
  page,
}) => {
  const keep = (text: string) => page.evaluate((one) => localStorage.setItem('waymark.self-check.v1', one), text)
  await page.goto('/fr/self-check')
  await keep('{"schema":1,"answ')
  await page.goto('/fr/self-check/data-inventory')
  await level(page, 'given.practice', 1).check()
  await page.goto('/fr/self-check')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: words.fr.unreadableDownload }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe('{"schema":1,"answ')
  await expectGoodPage(page)
  await keep('{"schema":1,"answers":{"data-inventory":{"given":{"practice":3}},"data-quality":7},"hours":"x"}')
  await page.goto('/fr/self-check/data-inventory')
  await expect(level(page, 'given.practice', 3)).toBeChecked()
  for (const [name, drawn] of [
    ['report-card', 'article.component'],
    ['plan', '#plan-body a'],
  ] as const) {
    await page.goto(`/fr/self-check/${name}`)
    await expect(page.locator(drawn).first()).toBeAttached()
  }
})

test('a profile of an Indigenous government brings its wording at once, and it can be changed @with-scripts @once', async ({
  page,
}) => {
  const ours = page.getByText('Notre gouvernement n’a pas encore établi').first()
  const municipal = page.getByText('La communauté n’a pas examiné').first()
  await page.goto('/fr/self-check/profile')
  await page.locator('input[name="communityType"][value="first-nation"]').check()
  await page.goto('/fr/self-check/indigenous-data-sovereignty')
  await expect(ours).toBeVisible()
  await expect(municipal).toBeHidden()
  await page.goto('/fr/self-check/set-up')
  await page.locator('input[name="variant"][value="municipal"]').check()
  await page.getByRole('button', { name: words.fr.setUpNext }).click()
  await expect(page).toHaveURL('/fr/self-check/local-needs-first')
  await page.goto('/fr/self-check/indigenous-data-sovereignty')
  await expect(municipal).toBeVisible()
  await expect(ours).toBeHidden()
})

test('answers go out to a file, are erased, and come back from it @with-scripts @once', async ({ page }) => {
  const t = words.keeping.fr
  await page.goto('/fr/self-check/data-inventory')
  await answer(page, { practice: '3', knowledge: 'dk', wanted: 4, note: mark })
  await page.goto('/fr/self-check/files')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t.exportJson }).click()
  const file = await (await download).path()

  await page.goto('/fr/self-check')
  await page.getByRole('button', { name: words.fr.erase }).click()
  await page.getByRole('button', { name: words.fr.eraseYes }).click()
  await expect(page.getByText(words.fr.erased)).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])

  await page.goto('/fr/self-check/data-quality')
  await level(page, 'given.practice', 1).check()
  await page.goto('/fr/self-check/files')
  const bad = {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('component,facet,level\ndata-inventory,practice,9\n'),
  }
  await page.locator('#file').setInputFiles(bad)
  await page.getByRole('button', { name: t.importButton }).click()
  await expect(page.locator('#problems li')).toHaveText(/ligne 2, colonne level/)
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: t.importButton }).click()
  await expect(page.locator('#imported > p').first()).toHaveText(t.imported.replace('{n}', '1'))
  await expectGoodPage(page)
  await page.goto('/fr/self-check/data-inventory')
  await expect(page.locator('#note')).toHaveValue(mark)
  await page.goto('/fr/self-check/files')
  await page.getByRole('button', { name: t.importUndo }).click()
  await page.goto('/fr/self-check/review')
  await expect(page.locator('[data-of="data-quality"] [data-state]')).toHaveText(words.fr.states.started)
  await expect(page.getByText(mark)).toHaveCount(0)
})

test('a private link is made only when asked for, opens elsewhere, and can be deleted at once @with-scripts @once', async ({
  page,
  browser,
}) => {
  const t = words.keeping.fr
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(new URL(request.url()).pathname)
  })
  await page.goto('/fr/self-check/data-inventory')
  await answer(page, { practice: '3', knowledge: 'dk', wanted: 4, note: mark })
  await page.goto('/fr/self-check/resume-link')
  await expectGoodPage(page)
  expect(posted).toEqual([])
  await page.getByRole('button', { name: t.resumeButton }).click()
  await expect(page.getByText(t.resumeMade)).toBeVisible()
  expect(posted).toEqual(['/fr/self-check/resume-link'])
  const link = await page.locator('#private-link').inputValue()

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  await expectGoodPage(other)
  await other.getByRole('button', { name: t.bringButton }).click()
  await expect(other.getByText(t.bringDone)).toBeVisible()
  await other.goto(new URL('/en/self-check/data-inventory', link).href)
  await expect(other.locator('#note')).toHaveValue(mark)
  await elsewhere.close()

  await page.getByRole('button', { name: t.resumeAgain }).click()
  await expect(page.locator('#earlier-links a')).toHaveText(link)
  await expectGoodPage(page)
  await page.locator('#earlier-links').getByRole('button', { name: t.resumeDelete }).click()
  await expect(page.getByText(t.resumeDeleted)).toBeFocused()
  expect((await page.request.get(link)).status()).toBe(404)
  await expect(page.locator('#earlier-links')).toBeHidden()

  // Deleted elsewhere, the other link goes from the page as well.
  const second = await page.locator('#private-link').inputValue()
  await page.goto(`${second}/forget`)
  await page.getByRole('button', { name: t.forgetYes }).click()
  await page.goto('/fr/self-check/resume-link')
  await expect(page.getByRole('button', { name: t.resumeButton })).toBeVisible()
  await expect(page.locator('#link')).toBeHidden()
})

test('a page whose script does not come says so and can post nothing @with-scripts @once', async ({ page }) => {
  await page.route('**/question-*.js', (route) => route.abort())
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') posted.push(request.url())
  })
  await page.goto('/fr/self-check/data-inventory')
  await expect(page.getByText(words.fr.needsScript)).toBeVisible()
  await expect(page.locator('#answers')).toHaveAttribute('disabled', '')
  await expectGoodPage(page)
  await page.locator('button[value="next"]').click({ force: true })
  await expect(page).toHaveURL('/fr/self-check/data-inventory')
  expect(posted).toEqual([])
})

test('a question page is light: 14 KB of HTML, 10 KB of script, 50 KB in all @with-scripts @once', async ({ page }) => {
  await page.goto('/fr/self-check/profile')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, string>()
  const bytes: Record<string, number> = {}
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength
  })
  await page.goto('/fr/self-check/indigenous-data-sovereignty', { waitUntil: 'networkidle' })
  await level(page, 'given.practice', 1).check()
  expect(bytes.Document).toBeLessThan(14_000)
  expect(bytes.Script).toBeLessThan(10_000)
  expect(Object.values(bytes).reduce((sum, part) => sum + part, 0)).toBeLessThan(50_000)
})
