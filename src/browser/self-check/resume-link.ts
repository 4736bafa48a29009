import type { Language } from '../../platform/languages.ts'
import { fitted } from '../../self-check/record/fitted.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { copyLink } from './copy-link.ts'
import { element, packOf, show } from './page.ts'
import { addLink, dropLink, type MadeLink, readLinks, readRecord } from './storage.ts'

/** Sends the answers when, and only when, the person presses the button. Every link made here stays in sight until it is deleted. */
export function resumeLink(root: HTMLElement): void {
  const button = element<HTMLButtonElement>('make-link')
  if (!button) return
  const record = readRecord()
  show('nothing', record === undefined)
  button.disabled = record === undefined
  copyLink()
  drawAll()
  void dropDeleted()

  button.addEventListener('click', async () => {
    button.disabled = true
    say()
    const answer = await fetch(button.dataset.to ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(toSend(root)),
    }).catch(() => undefined)
    button.disabled = false
    if (answer?.status === 422) return drawProblems(((await answer.json()) as { problems: string[] }).problems)
    if (answer?.status !== 201) return say(answer?.status === 429 ? 'make-limited' : 'make-failed')
    const made = (await answer.json()) as MadeLink
    const kept = addLink(made)
    show('save-failed', !kept)
    if (kept) drawAll()
    else draw([made, ...readLinks()])
    say('link-made')
    element('private-link')?.focus()
  })
}

/** Asks the server which of the links still lead somewhere; those that were deleted elsewhere are taken off the page. */
async function dropDeleted(): Promise<void> {
  for (const { path } of readLinks()) {
    const answer = await fetch(path, { method: 'HEAD' }).catch(() => undefined)
    if (answer?.status !== 404) continue
    dropLink(path)
    drawAll()
  }
}

async function remove(link: MadeLink): Promise<void> {
  const answer = await fetch(link.forget, { method: 'POST' }).catch(() => undefined)
  // Not found: it was deleted elsewhere, or its time was over.
  if (answer?.ok !== true && answer?.status !== 404) return say('delete-failed')
  dropLink(link.path)
  drawAll()
  say('link-deleted')
  element('link-deleted')?.focus()
}

/** Nothing goes along that today's questions do not know; answers to an earlier release go as they are. */
function toSend(root: HTMLElement) {
  const record = readRecord()
  return record && record.release === root.dataset.release ? fitted(record, packOf(root)) : record
}

const outcomes = ['make-failed', 'make-limited', 'make-problems', 'link-deleted', 'delete-failed', 'link-made']

function say(id?: string): void {
  for (const one of outcomes) show(one, one === id)
}

function drawProblems(problems: string[]): void {
  const items = problems.map((problem) => {
    const item = document.createElement('li')
    item.textContent = problem
    return item
  })
  element('make-problems')
    ?.querySelector('ul')
    ?.replaceChildren(...items)
  say('make-problems')
}

function drawAll(): void {
  draw(readLinks())
}

/** The newest link whole, to be copied; those before it in a list. */
function draw([newest, ...earlier]: MadeLink[]): void {
  show('link', newest !== undefined)
  show('earlier-links', earlier.length > 0)
  const button = element('make-link')
  if (button) button.textContent = (newest ? button.dataset.again : button.dataset.first) ?? ''
  element('earlier-links')
    ?.querySelector('ul')
    ?.replaceChildren(...earlier.map(earlierLink))
  const field = element<HTMLInputElement>('private-link')
  const expiry = element('link-expiry')
  const deleting = element('delete-link')
  if (!newest || !field || !expiry || !deleting) return
  field.value = addressOf(newest)
  expiry.textContent = expiryOf(newest)
  deleting.onclick = () => void remove(newest)
}

function earlierLink(link: MadeLink): HTMLElement {
  const item = document.createElement('li')
  const address = document.createElement('a')
  address.href = link.path
  address.textContent = addressOf(link)
  const deleting = document.createElement('button')
  deleting.type = 'button'
  deleting.className = 'plain'
  deleting.textContent = element('delete-link')?.textContent ?? ''
  deleting.addEventListener('click', () => void remove(link))
  item.append(address, document.createElement('br'), `${expiryOf(link)} `, deleting)
  return item
}

function addressOf(link: MadeLink): string {
  return new URL(link.path, location.href).href
}

function expiryOf(link: MadeLink): string {
  const day = longDate(dayIn(new Date(link.expiresAt)), document.documentElement.lang as Language)
  return (element('link-expiry')?.dataset.words ?? '').replace('{date}', day)
}
