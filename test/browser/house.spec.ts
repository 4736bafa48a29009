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

test('no page breaks the content security policy @once', async ({ page, language }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  for (const path of ['', '/about', '/framework', '/catalogue', '/method']) await page.goto(`/${language}${path}`)
  expect(refused).toEqual([])
})
