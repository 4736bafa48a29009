import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'

const { app, pack } = await testApp()
const page = async (path: string) => (await app.request(path)).text()
const escaped = (text: string | undefined) => text?.replaceAll("'", '&#39;') ?? '(missing)'

test('every component has a page with every level in words, in both languages', async () => {
  for (const component of pack.components) {
    for (const language of ['en', 'fr'] as const) {
      const text = await page(`/${language}/framework/${component.domain}/${component.id}`)
      for (const descriptor of Object.values(component.rubrics).flat()) {
        expect(text).toContain(escaped(descriptor.text[language]))
      }
    }
  }
})

test('a component marked for review says so', async () => {
  const marked = pack.components.filter(({ review }) => review === 'draft-for-review')
  expect(marked.length).toBeGreaterThan(0)
  for (const { domain, id } of marked) {
    expect(await page(`/en/framework/${domain}/${id}`)).toContain('Draft for review')
    expect(await page(`/fr/framework/${domain}/${id}`)).toContain('Version à faire réviser')
  }
})

test('a domain, and a component under the wrong domain', async () => {
  expect(await page('/fr/framework/data')).toContain('Intendance des données')
  expect((await app.request('/en/framework/people/data-inventory')).status).toBe(404)
  expect((await app.request('/en/framework/nowhere')).status).toBe(404)
})
