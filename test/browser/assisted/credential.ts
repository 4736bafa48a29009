import { readFile } from 'node:fs/promises'
import { credentialMessages } from '../../../src/credentials/messages.ts'
import { expect } from '../place.ts'
import { type Person, somebody, type Walk } from './people.ts'

/** The learner has a certificate; someone without an account reads its page and has the file checked, then a changed one. */
export async function verifyCredential(walk: Walk, learner: Person): Promise<void> {
  const t = credentialMessages[walk.language]
  await learner.open('/credentials')
  await expect(learner.page.locator('.certificates li')).toHaveCount(2)
  const link = learner.page.locator('.certificates h2 a').first()
  const address = ((await link.getAttribute('href')) ?? '').slice(3)

  const reader = await somebody(walk, 'Nora Vale')
  const { page } = reader
  const heading = page.locator('h1')
  await reader.open(address)
  await expect(page.locator('main')).toContainText(learner.name)
  await expect(page.locator('#state')).toHaveText(t.validNow)
  const download = page.waitForEvent('download')
  await page.locator('main a[href$=".json"]').click()
  const file = await (await download).path()
  const text = await readFile(file, 'utf8')

  await reader.open('/credentials/verify')
  await page.locator('#file').setInputFiles({
    name: 'certificate.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await reader.send({}, { action: '/credentials/verify', status: 200 })
  await expect(heading).toHaveText(t.verdicts.valid)

  await reader.open('/credentials/verify')
  await reader.send({ text: text.replaceAll(learner.name, 'Someone Else') }, { status: 200 })
  await expect(heading).toHaveText(t.verdicts['not-valid'])
  await page.context().close()
}
