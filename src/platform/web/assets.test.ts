import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { readAssets } from './assets.ts'

const folder = await mkdtemp(join(tmpdir(), 'waymark-assets-'))
await mkdir(join(folder, 'public'))
const manifest = {
  'site.css': { file: 'site-A1.css', size: 5, imports: [] },
  'speculation-rules.json': { file: 'speculation-rules-D4.json', size: 5, imports: [] },
  'plan.js': { file: 'plan-B2.js', size: 5, imports: ['part-C3.js'] },
}
await writeFile(join(folder, 'assets.json'), JSON.stringify(manifest))
for (const file of ['site-A1.css', 'plan-B2.js', 'part-C3.js', 'speculation-rules-D4.json', 'secret.css']) {
  for (const suffix of ['', '.br', '.gz']) await writeFile(join(folder, 'public', file + suffix), file + suffix)
}
afterAll(() => rm(folder, { recursive: true, force: true }))

const assets = readAssets(folder)
const app = new Hono().get('/assets/*', assets.serve)

test('a source’s name leads to the file with its hash', () => {
  expect(assets.url('site.css')).toBe('/assets/site-A1.css')
  expect(() => assets.url('missing.js')).toThrow(
    /made no missing\.js; it made site\.css, speculation-rules\.json, plan\.js/,
  )
})

test('a file is kept for good and travels compressed', async () => {
  const answer = await app.request('/assets/part-C3.js', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(await answer.text()).toBe('part-C3.js.br')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(await (await app.request('/assets/site-A1.css')).text()).toBe('site-A1.css')
})

test('rules for fetching ahead have the one type that browsers take', async () => {
  const answer = await app.request(assets.url('speculation-rules.json'))
  expect(answer.headers.get('content-type')).toBe('application/speculationrules+json')
})

test('a build that takes the files away does not take them from a service that runs', async () => {
  await rm(join(folder, 'public'), { recursive: true })
  const answer = await app.request('/assets/plan-B2.js', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(await answer.text()).toBe('plan-B2.js.gz')
})

test.each([
  '/assets/secret.css',
  '/assets/../assets.json',
  '/assets/%2e%2e/assets.json',
  '/assets/site-A1.css.br',
  '/assets/',
])('%s is not served', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})
