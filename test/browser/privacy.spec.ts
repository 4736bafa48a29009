import type { Request } from '@playwright/test'
import { release } from './answered.ts'
import { expectGoodPage } from './good-page.ts'
import { expect, test } from './place.ts'
import { answer, level, shortForm, words } from './self-check-words.ts'

const note = 'zyxw-note-of-mine'
const reason = 'vuts-reason-of-mine'
const hours = '37.25'

/** All that a request tells the server: its address, headers and body, plain and as they are often hidden. */
function told(request: Request): string {
  const body = request.postDataBuffer()?.toString('latin1') ?? ''
  const text = [request.url(), JSON.stringify(request.headers()), body].join('\n')
  const decoded = text.match(/[A-Za-z0-9+/_-]{16,}/g)?.map((part) => Buffer.from(part, 'base64').toString('latin1'))
  return [text, decodeURIComponent(text.replaceAll(/%(?![0-9a-fA-F]{2})/g, '%25')), ...(decoded ?? [])].join('\n')
}

test('a whole self-check on the device, with its results, tells no one an answer @with-scripts', async ({
  page,
  language,
}) => {
  const t = words[language]
  const requests: Request[] = []
  const sockets: string[] = []
  page.on('request', (request) => requests.push(request))
  page.on('websocket', (socket) => sockets.push(socket.url()))

  await page.goto(`/${language}/self-check`)
  await expectGoodPage(page)
  await page.getByRole('link', { name: t.start, exact: true }).click()
  await expectGoodPage(page)
  const staff = page.locator('input[name="staffFte"]').first()
  const profileAnswer = (await staff.getAttribute('value')) ?? ''
  await staff.check()
  await page.getByRole('button', { name: t.profileNext }).click()
  await expect(page.getByRole('heading', { level: 1, name: t.setUpTitle })).toBeVisible()
  await expect(page.locator('input[name="form"][value="short"]')).toBeChecked()
  await page.locator('#hours').fill(hours)
  await expectGoodPage(page)
  await page.getByRole('button', { name: t.setUpNext }).click()

  for (const [index, component] of shortForm.entries()) {
    await expect(page).toHaveURL(`/${language}/self-check/${component}`)
    await expect(page.locator('.place')).toHaveText(`${t.question} ${index + 1} ${t.of} ${shortForm.length}`)
    const given = { practice: index === 3 ? 'dk' : String(index % 5), knowledge: '1', wanted: 3 }
    await answer(page, index === 0 ? { ...given, note } : given)
    if (index === 1) {
      await level(page, 'given.knowledge', 'na').check()
      await page.locator('[id="reason.knowledge"]').fill(reason)
    }
    await expect(page.locator('#saved')).toHaveText(t.savedHere)
    if (index === 0) await expectGoodPage(page)
    await page.getByRole('button', { name: t.next, exact: true }).click()
  }
  await expect(page.getByText(t.answeredOf.replace('{n}', '14').replace('{m}', '14'))).toBeVisible()
  await expect(page.getByText(note)).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('link', { name: t.toReportCard }).first().click()
  await expect(page.locator('article.component').first()).toBeVisible()
  await page.locator('[data-save]').click()
  await expect(page.locator('[data-save-section] [role="status"]')).toBeVisible()
  await page.goto(`/${language}/self-check/plan`)
  await expect(page.locator('.pathway')).toHaveCount(2)
  await page.goto(`/${language}/self-check/compare`)
  await expect(page.locator('figure svg').first()).toBeAttached()
  await page.goto(`/${language}/self-check/files`)
  await page.locator('#export-json').click()
  await expectGoodPage(page)
  await page.goto(`/${language}/self-check/resume-link`)
  await expect(page.locator('#make-link')).toBeEnabled()

  const record = await page.evaluate(() => JSON.parse(localStorage.getItem('waymark.self-check.v1') ?? '{}'))
  expect(record).toMatchObject({ hours: Number(hours), profile: { staffFte: profileAnswer } })
  expect(sockets).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  // Levels are single digits, so that no search could tell: only plain addresses are asked for, without query, body or cookie.
  const self = `/${language}/self-check`
  const known = new RegExp(`^(${self}(/[a-z-]+)?|${self}/content/${release}\\.json|/assets/[A-Za-z0-9._-]+)$`)
  for (const request of requests) {
    const address = new URL(request.url())
    if (address.protocol === 'blob:') continue
    expect(request.method(), request.url()).toBe('GET')
    expect(request.postData(), request.url()).toBeNull()
    expect(address.pathname + address.search, 'an address that is no page').toMatch(known)
    const all = told(request)
    for (const secret of [note, reason, hours, record.id, profileAnswer]) {
      expect(all.includes(secret), `${request.url()} tells ${secret}`).toBe(false)
    }
  }
})
