import type { Page } from '@playwright/test'
import { aFramedPackage2004, aHostilePackage, anArchive, aPackage12, type Files } from '../builders/packages.ts'
import { type Person, personIn, somebody, type Walk } from './assisted/people.ts'
import { becomeAdministrator } from './assisted/program.ts'
import { startService } from './assisted/service.ts'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'

/** Sends a package; its own page comes up. @returns the address that plays it, without the language */
async function bring(person: Person, name: string, files: Files): Promise<string> {
  const { page } = person
  await person.open('/program/packages')
  await page
    .locator('#file')
    .setInputFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer: anArchive(files) })
  await page.locator('form[action$="/files"] button').click()
  await expect(page).toHaveURL(/\/program\/packages\/[0-9a-f-]{36}$/)
  await person.look()
  return `/packages/${page.url().split('/').at(-1)}`
}

/** What the line under the frame says is there when something was kept. */
const kept = (page: Page) => expect(page.locator('[data-status]')).toHaveText(/^(Saved|Enregistré)\.$/)

test('packages play, remember, and reach nothing else @once', async ({ browser, language }) => {
  test.setTimeout(90_000)
  const service = await startService()
  const walk: Walk = { browser, service, language, scripts: true }
  const { step } = test
  try {
    // The way in is looked at elsewhere; the pages of packages are looked at here.
    const administrator = await somebody(walk, 'Alma Roy', false)
    await becomeAdministrator(walk, administrator)
    const { page } = administrator
    const person = personIn(page, walk, administrator, true)
    const content = page.frameLocator('iframe')
    const [leave] = [page.locator('a[data-leave]').last()]

    await step('SCORM 1.2 is passed and its place kept', async () => {
      const at = await bring(person, 'plain', aPackage12())
      await person.open(at)
      await person.open(`${at}/parts/1`)
      await expect(content.locator('#place')).toHaveText('At: the start')
      await expect(content.locator('#who')).toHaveText('Alma Roy')
      await content.locator('#on').click()
      await content.locator('#pass').click()
      await kept(page)
      await leave.click()
      await expect(page).toHaveURL(new RegExp(`${at}$`))
      await expect(page.locator('main table')).toContainText(/80\s*%/)
      await expect(page.locator('main table')).toContainText(/passed|réussie/)
      await person.open(`${at}/parts/1`)
      await expect(content.locator('#place')).toHaveText('At: page-2')
    })

    await step('without scripts the page says so, and offers what is of use by itself', async () => {
      const storageState = await page.context().storageState()
      const context = await browser.newContext({ baseURL: service.origin, storageState, javaScriptEnabled: false })
      const plain = await context.newPage()
      const { pathname } = new URL(page.url())
      await plain.goto(`/en${pathname.slice(3)}`)
      await expect(plain.locator('main')).toContainText('Turn scripts on for this site')
      await expect(plain.getByRole('link', { name: 'guide.pdf' })).toBeVisible()
      await expect(plain.locator('iframe')).toBeHidden()
      await expectGoodPage(plain, false)
      await context.close()
    })

    await step('a page in a frame of a SCORM 2004 package has its say', async () => {
      const at = await bring(person, 'framed', aFramedPackage2004())
      await person.open(`${at}/parts/1`)
      const inside = content.frameLocator('iframe')
      await expect(inside.locator('#seen')).toHaveText('Bookmark: none, of the outer page: from-outside')
      await inside.locator('#finish').click()
      await expect(inside.locator('#seen')).toHaveText('Bookmark: inner-7, of the outer page: from-outside')
      await kept(page)
      await leave.click()
      await expect(page.locator('main table')).toContainText(/75\s*%/)
      await person.open(`${at}/parts/1`)
      await expect(inside.locator('#seen')).toHaveText(/^Bookmark: inner-7/)
    })

    await step('a package that is curious learns nothing', async () => {
      const at = await bring(person, 'hostile', aHostilePackage())
      await person.open(`${at}/parts/1`)
      await expect(content.locator('#end')).toHaveText('all tried')
      const tries = await content.locator('#out li').allInnerTexts()
      // To send the page around it elsewhere, a frame may only ask: that nothing came of it shows below.
      expect(tries.filter((one) => !one.endsWith('refused') && one !== 'top navigation: reached sent')).toEqual([])
      await expect(page).toHaveURL(new RegExp(`${at}/parts/1$`))
      await leave.click()
      await expect(page.locator('main table')).not.toContainText(/passed|réussie/)
      await person.open(`/program${at}/delete`)
      // Opened by itself, content is not there at all.
      await person.open(`${at}/parts/1`)
      const address = (await page.locator('iframe').getAttribute('src')) ?? ''
      expect((await page.goto(address))?.status()).toBe(404)
    })
  } finally {
    await service.stop()
  }
})
