import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'

const { app, pack } = await testApp('sample')
const sameSite = { 'sec-fetch-site': 'same-origin' }
const post = (path: string, form: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: sameSite, body: new URLSearchParams(form) })

test('a pack of one facet and four levels is asked, kept and brought back alike', async () => {
  const home = (await post('/en/self-check/without-scripts')).headers.get('location') ?? ''
  const question = await (await app.request(`${home}/shelf-care`)).text()
  expect(question.match(/name="given\.service"/g)).toHaveLength((pack.facets[0]?.levels.length ?? 0) + 2)
  expect(question).not.toContain('given.knowledge')
  expect((await post(`${home}/shelf-care`, { 'given.service': '4', version: '0' })).status).toBe(422)
  expect((await post(`${home}/shelf-care`, { 'given.service': '3', wanted: '2', version: '0' })).status).toBe(303)
  const file = await (await app.request(`${home}/answers.json`)).json()
  expect(file.answers.find((row: { component: string }) => row.component === 'shelf-care')).toMatchObject({
    facet: 'service',
    level: 3,
    wanted: 2,
  })
})

test('the device’s pages of such a pack carry every wording of it', async () => {
  const text = await (await app.request('/fr/self-check/shelf-care')).text()
  expect(text).toContain('data-variant="school"')
  expect((await app.request('/fr/self-check/set-up')).status).toBe(200)
  expect((await app.request('/fr/self-check/data-inventory')).status).toBe(404)
})
