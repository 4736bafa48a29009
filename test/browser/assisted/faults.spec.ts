import { request as startRequest } from 'node:http'
import { expectGoodPage } from '../good-page.ts'
import { expect, test } from '../place.ts'
import { answerAll, lockBaseline } from './diagnostic.ts'
import { fillIn, pressAndWait, send } from './forms.ts'
import { followMailedLink, personIn, signIn, somebody } from './people.ts'
import { buildTown, type Town } from './town.ts'

// One service for all of them, one after the other.
test.describe.configure({ mode: 'default' })

let town: Town
test.beforeAll(async ({ browser, language, scripts }) => {
  test.setTimeout(240_000)
  town = await buildTown({ browser, language, scripts })
})
test.afterAll(async () => {
  await town?.walk.service.stop()
})

const question = 'main form#answer'
const saveButton = `${question} button[value="next"]:not([aria-hidden])`

test('nothing typed is lost with the session: sign in in another tab, send again @once', async () => {
  const { walk, lead, at } = town
  const { page } = lead
  await lead.open(at('diagnostic', 'answer'))
  const told = page.locator('form[action$="/own/told"]')
  if ((await told.count()) > 0) await lead.send({}, { action: '/own/told' })
  await lead.open(at('diagnostic', 'answer', 'data-inventory'))
  await fillIn(page.locator(question), { 'given.practice': '2', note: 'A list in the fire hall.' })
  await page.context().clearCookies()
  expect(await pressAndWait(page, page.locator(saveButton))).toBe(401)
  await expectGoodPage(page)
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('main a[target="_blank"]').click(),
  ])
  const inTab = personIn(tab, walk, lead)
  await inTab.send({ email: lead.email })
  await followMailedLink(walk, inTab)
  await tab.close()
  expect(await pressAndWait(page, page.locator('main form button'))).toBe(303)
  await lead.open(at('diagnostic', 'answer', 'data-inventory'))
  await expect(page.locator('#note')).toHaveValue('A list in the fire hall.')
  await expect(page.locator('[name="given.practice"][value="2"]')).toBeChecked()
})

test('a message that is sent twice arrives once @once', async () => {
  const { lead, at } = town
  const { page } = lead
  await lead.open(at('messages'))
  const second = await page.context().newPage()
  await second.goto(page.url())
  await page.locator('#body').fill('See you Tuesday.')
  await page.locator('main form button').dblclick()
  await expect(page.getByText('See you Tuesday.')).toHaveCount(1)
  await second.reload()
  await expect(second.getByText('See you Tuesday.')).toHaveCount(1)
  await second.close()
})

test('the back button leads to a form that can be sent again @once', async () => {
  const { lead, at } = town
  const { page } = lead
  await lead.open(at('diagnostic', 'answer', 'data-quality'))
  await lead.send({ 'given.practice': '1', note: 'First thought.' }, { button: 'next' })
  await page.goBack()
  await expect(page).toHaveURL(/data-quality$/)
  await lead.send({ note: 'Second thought.' }, { button: 'next' })
  await lead.open(at('diagnostic', 'answer', 'data-quality'))
  await expect(page.locator('#note')).toHaveValue('Second thought.')
})

test('two tabs that answer the same question: the later one shows both, and the person decides @once', async () => {
  const { lead, at } = town
  const { page } = lead
  await lead.open(at('diagnostic', 'answer', 'privacy-protection'))
  const second = await page.context().newPage()
  await second.goto(page.url())
  await lead.send({ 'given.practice': '1', note: 'From the first tab.' }, { button: 'next' })
  await send(second, { 'given.practice': '3', note: 'From the second tab.' }, { button: 'next', status: 409 })
  await expect(second.locator('main')).toContainText('From the first tab.')
  await expect(second.locator('#note')).toHaveValue('From the second tab.')
  await expectGoodPage(second)
  expect(await pressAndWait(second, second.locator('main button[form="answer"]').first())).toBe(303)
  await lead.open(at('diagnostic', 'answer', 'privacy-protection'))
  await expect(page.locator('#note')).toHaveValue('From the second tab.')
  await second.close()
})

test('a file that is too large or of no use is refused kindly, and one that is cut off leaves nothing @once', async () => {
  const { lead, at, walk } = town
  const { page } = lead
  const evidence = at('diagnostic', 'answer', 'data-inventory', 'evidence')
  const choose = async (name: string, buffer: Buffer) => {
    await lead.open(evidence)
    await page.locator('#file').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    return pressAndWait(page, page.locator('form[enctype="multipart/form-data"] button'))
  }
  expect(await choose('page.pdf', Buffer.from('<script>alert(1)</script>'))).toBe(422)
  await expect(page.locator('.error-summary')).toBeVisible()
  expect(await choose('large.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10_500_000, 32)]))).toBe(413)
  await expect(page.locator('h1')).toBeVisible()
  await expectGoodPage(page)

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { origin } = walk.service
  await new Promise<void>((resolve) => {
    const sent = startRequest(`${origin}/${walk.language}${evidence}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5000000' },
    })
    sent.on('error', () => resolve())
    sent.on('close', () => resolve())
    sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n')
    setTimeout(() => sent.destroy(), 100)
  })
  await lead.open(evidence)
  await expect(page.locator('main button[name="remove"]')).toHaveCount(0)
  expect((await page.request.get('/healthz')).status()).toBe(200)
})

test('a link that was used, or never was one, says so and sends a new one @once', async () => {
  const { walk } = town
  const visitor = await somebody(walk, 'Nora Vale', false)
  await signIn(walk, visitor)
  const elsewhere = await somebody(walk, 'Nora Vale', false)
  await elsewhere.open('/sign-in/link?token=not-a-token-of-this-service')
  await elsewhere.send({}, { status: 410 })
  await expectGoodPage(elsewhere.page)
  await elsewhere.send({ email: elsewhere.email })
  await followMailedLink(walk, elsewhere)
  await expect(elsewhere.page).toHaveURL(/\/start$/)
  await elsewhere.page.context().close()
  await visitor.page.context().close()
})

test('a passkey is added, and signs in @with-scripts @once', async () => {
  const { walk } = town
  const person = await somebody(walk, 'Pia Stone', false)
  const { page } = person
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  const device = { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...options } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: device })
  await signIn(walk, person)
  await person.open('/account/security')
  await page.locator('[data-passkey="add"] button').click()
  await expect(page.locator('main a[href*="/passkeys/"]')).toHaveCount(1)
  await expectGoodPage(page)
  await page.locator('form[action$="/sign-out"] button').first().click()
  await expect(page).toHaveURL(/\/sign-out$/)
  await person.open('/sign-in')
  await page.locator('[data-passkey="use"] button').click()
  await expect(page).toHaveURL(/\/start$/)
  await page.context().close()
})

test('someone who was removed can save nothing more, and reads why @once', async () => {
  const { lead, contributor, at } = town
  await answerAll(contributor, at, 2)
  await contributor.open(at('messages'))
  await lead.open('/start')
  const community = lead.page.locator('main a[href*="/communities/"]').first()
  const address = (await community.getAttribute('href')) ?? ''
  await lead.page.goto(`${address}/members`)
  await lead.page.locator('main a[href*="/members/"]').last().click()
  await lead.send({ confirm: 'yes' }, { action: '/remove' })
  await contributor.send({ body: 'One more thing.' }, { status: 404 })
  await expect(contributor.page.locator('h1')).toBeVisible()
  await lead.open(at('messages'))
  await expect(lead.page.getByText('One more thing.')).toHaveCount(0)
})

test('from the locked baseline to a draft plan worth showing: at most 25 clicks over 5 pages @once', async () => {
  const { lead, advisor, at } = town
  const { page } = advisor
  test.setTimeout(120_000)
  // Some of these questions were answered above: their pages know the version.
  await answerAll(lead, at, 1, false)
  await lockBaseline(lead, advisor, at)
  await advisor.open(at())

  let clicks = 0
  const pages = new Set<string>()
  const click = async (selector: string) => {
    pages.add(new URL(page.url()).pathname)
    await page.locator(`main ${selector}`).first().click()
    await page.waitForLoadState()
    pages.add(new URL(page.url()).pathname)
    clicks += 1
  }
  await click('form[action$="/move"] button')
  await click('a[href$="/report-card"]')
  await click('a[href$="/report-card/review"]')
  await click('input[name="read"]')
  await click('form:has(input[name="read"]) button')
  await click('form[action$="/report-card/publish"] button')
  await click(`a[href$="${at()}"]`)
  await click('form[action$="/move"] button')
  await click('a[href$="/draft-plan"]')
  await click('form[action$="/draft-plan/make"] button')
  await expect(page.locator('article.pathway')).toHaveCount(2)
  await expectGoodPage(page)
  expect(clicks).toBeLessThanOrEqual(25)
  expect(pages.size).toBeLessThanOrEqual(5)
})
