import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'

const { app, pack, release } = await testApp()
const page = async (path: string) => (await app.request(path)).text()

test('the home page says what Waymark is and leads to the self-check, in each language', async () => {
  const english = await page('/en')
  expect(english).toContain('href="/en/self-check"')
  expect(english).toContain('href="/fr"')
  expect(await page('/fr')).toContain('Commencer l’autodiagnostic')
})

test('the home page and the page about the ideas link each characteristic to its components', async () => {
  for (const path of ['/en', '/en/about']) {
    const text = await page(path)
    for (const { name } of pack.characteristics) expect(text).toContain(name.en)
    expect(text).toContain('/en/framework/data/data-inventory')
  }
})

test('the method page names the release, what is not tested yet, and the source of each duty', async () => {
  const text = await page('/fr/method')
  expect(text).toContain(release.slice(0, 12))
  expect(text).toContain('jugement de spécialistes')
  for (const duty of pack.duties) expect(text).toContain(duty.source.url.replaceAll('&', '&amp;'))
})
