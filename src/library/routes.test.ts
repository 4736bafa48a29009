import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'

const { app, pack } = await testApp()
const page = async (path: string) => (await app.request(path)).text()
const titlesIn = (text: string) => text.match(/class="row-title"/g)?.length ?? 0

test('the catalogue is paged, and the pages together hold every item once', async () => {
  const pages = Math.ceil(pack.items.length / 25)
  let shown = 0
  for (let number = 1; number <= pages; number += 1) shown += titlesIn(await page(`/en/catalogue?page=${number}`))
  expect(shown).toBe(pack.items.length)
  expect(await page('/en/catalogue')).toContain(`Page 1 of ${pages}`)
  expect(await page('/fr/catalogue?page=9999')).toContain(`Page ${pages} sur ${pages}`)
})

test('the filter narrows the list, and going on to the next page keeps it', async () => {
  const text = await page('/en/catalogue?kind=guideline')
  const guidelines = pack.items.filter((item) => item.kind === 'guideline').length
  expect(text).toContain(`${guidelines} items`)
  expect(text).toContain('/en/catalogue?kind=guideline&amp;page=2')
})

test('a filter that means nothing is dropped', async () => {
  expect(await page('/en/catalogue?kind=poem&domain=moon&page=x')).toContain(`${pack.items.length} items`)
})

test('an item says what it is for and what comes first; an unknown one is not found', async () => {
  const item = pack.items.find(({ prerequisites }) => prerequisites.length > 0)
  const text = await page(`/fr/catalogue/${item?.id}`)
  expect(text).toContain(item?.title.fr.replaceAll("'", '&#39;'))
  expect(text).toContain('À suivre d’abord')
  expect((await app.request('/fr/catalogue/nothing')).status).toBe(404)
})
