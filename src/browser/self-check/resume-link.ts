import type { Language } from '../../platform/languages.ts'
import { fitted } from '../../self-check/record/fitted.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { copyLink } from './copy-link.ts'
import { element, onClick, packOf, show } from './page.ts'
import { type MadeLink, readLink, readRecord, writeLink } from './storage.ts'

/** Sends the answers when, and only when, the person presses the button. */
export function resumeLink(root: HTMLElement): void {
  const button = element<HTMLButtonElement>('make-link')
  if (!button) return
  const record = readRecord()
  show('nothing', record === undefined)
  button.disabled = record === undefined
  copyLink()
  draw(readLink())

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
    show('save-failed', !writeLink(made))
    draw(made)
    say('link-made')
    element('private-link')?.focus()
  })

  onClick('delete-link', async () => {
    const link = readLink()
    const answer = link && (await fetch(link.forget, { method: 'POST' }).catch(() => undefined))
    // Not found: it was deleted elsewhere, or its time was over.
    if (link && answer?.ok !== true && answer?.status !== 404) return say('delete-failed')
    writeLink(undefined)
    draw(undefined)
    say('link-deleted')
  })
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

function draw(link: MadeLink | undefined): void {
  show('link', link !== undefined)
  const field = element<HTMLInputElement>('private-link')
  const expiry = element('link-expiry')
  if (!link || !field || !expiry) return
  field.value = new URL(link.path, location.href).href
  const day = longDate(dayIn(new Date(link.expiresAt)), document.documentElement.lang as Language)
  expiry.textContent = (expiry.dataset.words ?? '').replace('{date}', day)
}
