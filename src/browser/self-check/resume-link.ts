import { copyLink } from './copy-link.ts'
import { element, onClick, show } from './page.ts'
import { type MadeLink, readLink, readRecord, writeLink } from './storage.ts'

/** Sends the answers when, and only when, the person presses the button. */
export function resumeLink(): void {
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
      body: JSON.stringify(readRecord()),
    }).catch(() => undefined)
    button.disabled = false
    if (answer?.status !== 201) return say(answer?.status === 429 ? 'make-limited' : 'make-failed')
    const made = (await answer.json()) as MadeLink
    writeLink(made)
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

function say(id?: string): void {
  for (const one of ['make-failed', 'make-limited', 'link-deleted', 'delete-failed', 'link-made']) show(one, one === id)
}

function draw(link: MadeLink | undefined): void {
  show('link', link !== undefined)
  const field = element<HTMLInputElement>('private-link')
  const expiry = element('link-expiry')
  if (!link || !field || !expiry) return
  field.value = new URL(link.path, location.href).href
  const day = new Intl.DateTimeFormat(`${document.documentElement.lang}-CA`, { dateStyle: 'long' })
  expiry.textContent = (expiry.dataset.words ?? '').replace('{date}', day.format(new Date(link.expiresAt)))
}
