import { expect, type Locator, type Page } from '@playwright/test'

/** What is typed or chosen, by the name of the field: a text, a choice, or several choices. */
export type Typed = Record<string, string | readonly string[]>

export type Sending = {
  /** End of the address that the form goes to; left out, the first form that has every field. */
  action?: string
  /** Value of the button to press, where a form has several. */
  button?: string
  /** What the service answers; a form that is accepted leads on. */
  status?: number
}

/** Fills in a form of a page and sends it, as a person does. */
export async function send(page: Page, typed: Typed, sending: Sending = {}): Promise<void> {
  const form = formWith(page, Object.keys(typed), sending.action)
  await expect(form, `${page.url()} has no form for ${sending.action ?? Object.keys(typed)}`).toBeAttached()
  await fillIn(form, typed)
  const { status = 303 } = sending
  const answered = await pressAndWait(page, buttonOf(form, sending))
  if (answered !== status) {
    const said = await page.locator('.error-summary, h1').allInnerTexts()
    throw new Error(`${page.url()} answered ${answered}: ${said.join(' | ')}`)
  }
}

/** Presses a button that sends a form, and waits for where that leads. @returns the status of the answer to what was sent */
export async function pressAndWait(page: Page, button: Locator): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.request().method() === 'POST'),
    page.waitForEvent('domcontentloaded'),
    button.click(),
  ])
  return answer.status()
}

/** Types or chooses; what is folded away is unfolded first. */
export async function fillIn(form: Locator, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = form.locator(`[name="${name}"]:not([type="hidden"])`)
    const kind = await field.evaluateAll((all) => {
      for (const one of all) one.closest('details')?.setAttribute('open', '')
      return all[0]?.getAttribute('type') ?? all[0]?.tagName
    })
    if (kind === 'radio' || kind === 'checkbox') {
      for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check()
    } else if (kind === 'SELECT') await field.selectOption([...[value].flat()])
    else await field.fill(String(value))
  }
}

function formWith(page: Page, names: readonly string[], action: string | undefined): Locator {
  const posted = 'main form[method="post"]'
  const fields = names.map((name) => `:has([name="${name}"])`).join('')
  if (action === undefined) return page.locator(`${posted}${fields}`).first()
  return page
    .locator(`${posted}[action$="${action}"]${fields}, ${posted}${fields}:has([formaction$="${action}"])`)
    .first()
}

function buttonOf(form: Locator, { action, button }: Sending): Locator {
  if (button !== undefined) return form.locator(`button[value="${button}"]:not([aria-hidden])`)
  const own = action === undefined ? '' : `button[formaction$="${action}"], `
  return form.locator(`${own}button[type="submit"]:not([aria-hidden]):not([name="clear"])`).first()
}
