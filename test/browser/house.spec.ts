import { finished, putOnDevice } from './answered.ts'
import { expect, test } from './place.ts'

test('the front page comes in the language the browser asks for', async ({ page, language }) => {
  await page.goto('/')
  await expect(page).toHaveURL(`/${language}`)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
})

test('an address that leads nowhere says so, in the page’s language, and what to do', async ({ page, language }) => {
  const answer = await page.goto(`/${language}/nowhere`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    language === 'fr' ? 'Page introuvable' : 'Page not found',
  )
})

test('no page breaks the content security policy, with its scripts and the worker that finds pathways @once', async ({
  page,
  language,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  for (const path of ['', '/about', '/framework', '/catalogue', '/method']) await page.goto(`/${language}${path}`)
  await putOnDevice(page, finished())
  for (const path of ['', '/profile', '/set-up', '/data-inventory', '/review', '/files', '/resume-link']) {
    await page.goto(`/${language}/self-check${path}`)
    await expect(page.locator('#needs-script')).toBeHidden()
  }
  for (const [path, drawn] of [
    ['report-card', 'article.component'],
    ['plan', '.pathway'],
    ['compare', '#results > *'],
  ] as const) {
    await page.goto(`/${language}/self-check/${path}`)
    await expect(page.locator(drawn).first()).toBeVisible()
  }
  expect(workers).toHaveLength(1)
  expect(refused).toEqual([])
})

test('the page behind a link is fetched while the pointer rests on it, but nothing under a private link @once', async ({
  page,
  context,
  language,
}) => {
  const fetched: string[] = []
  const ruled: string[] = []
  const devtools = await context.newCDPSession(page)
  devtools.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => {
    if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname)
  })
  devtools.on('Preload.ruleSetUpdated', () => ruled.push(new URL(page.url()).pathname))
  await devtools.send('Preload.enable')
  await page.goto(`/${language}/self-check/kept/forgotten`)
  await page.goto(`/${language}`)
  const link = page.locator(`a[href="/${language}/method"]`).first()
  await link.hover()
  await expect.poll(() => fetched).toEqual([`/${language}/method`])
  expect(ruled).toEqual([`/${language}`])
  await link.click()
  await expect(page).toHaveURL(`/${language}/method`)
  const arrival = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().deliveryType)
  expect(arrival).toBe('navigational-prefetch')
})
