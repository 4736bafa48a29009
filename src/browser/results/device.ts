import type { Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { fitted } from '../../self-check/record/fitted.ts'
import type { SelfCheckRecord } from '../../self-check/record/record.ts'
import { type Content, type Scored, scoredWith } from '../../self-check/record/releases.ts'
import { resultsMessages } from '../../self-check/results/messages.ts'
import { dayIn } from '../../ui/dates.ts'

/** The place on the page that results are drawn into, and the way to what they are drawn from. */
export type Device = {
  root: HTMLElement
  language: Language
  /** A self-check with the content that its results come from: the release that was answered, where the server still has it. */
  scored: (record: SelfCheckRecord) => Promise<Scored>
  /** Ids of the components that can be answered today. */
  components: string[]
}

/**
 * Takes over the page: hides the notice for a script that did not load, and hands over to `draw`. Whatever goes wrong is said on
 * the page.
 */
export async function onResultsPage(draw: (device: Device) => void | Promise<void>): Promise<void> {
  const root = document.getElementById('results')
  if (root === null) return
  const language = root.dataset.language as Language
  root.querySelector('[data-no-script]')?.setAttribute('hidden', '')
  root.querySelector('[data-loading]')?.removeAttribute('hidden')
  try {
    const components = (root.dataset.components ?? '').split(' ')
    await draw({ root, language, scored: scoring(language, root.dataset.release ?? ''), components })
  } catch (error) {
    tell(root, resultsMessages[language].fault, 'replace')
    throw error
  }
}

/** Contents are fetched once each; a release is never another one. */
function scoring(language: Language, release: string): Device['scored'] {
  const fetched = new Map<string, Promise<Content | undefined>>()
  const contentOf = (hash: string) => {
    const known = fetched.get(hash) ?? fetchContent(language, hash)
    fetched.set(hash, known)
    return known
  }
  return async (record) => {
    const own = await contentOf(record.release)
    const today = own ? { pack: own.pack, release } : await contentOf(release)
    if (today === undefined) throw new Error('the content of this page could not be fetched')
    return scoredWith(record, today, own)
  }
}

async function fetchContent(language: Language, release: string): Promise<Content | undefined> {
  const answer = await fetch(paths.devicePack(language, release))
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`the content could not be fetched: ${answer.status}`)
  return { pack: (await answer.json()) as Pack, release }
}

/** Draws markup made by our own page functions, which escape every text they are given. */
export function show(root: Element, markup: unknown): void {
  root.innerHTML = String(markup)
}

/** A note that is read out: above what is there, or in its place. */
export function tell(root: Element, text: string, how: 'above' | 'replace' = 'above'): void {
  root.querySelector('[data-told]')?.remove()
  const notice = document.createElement('p')
  notice.className = 'note amber'
  notice.dataset.told = ''
  notice.setAttribute('role', 'alert')
  notice.textContent = text
  if (how === 'replace') root.replaceChildren(notice)
  else root.prepend(notice)
}

/**
 * Before a document is asked for, the form takes the answers along, as far as the questions know them, and the visitor's own day;
 * only then do they leave the device.
 */
export function fillDocumentForms(root: Element, answered: () => { record: SelfCheckRecord; pack: Pack }): void {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-documents]')) return
    const { record, pack } = answered()
    const fields = { answers: JSON.stringify(fitted(record, pack)), today: dayIn(new Date()) }
    for (const [name, value] of Object.entries(fields)) {
      const field = form.elements.namedItem(name)
      if (!(field instanceof HTMLInputElement)) continue
      field.value = value
      // The answers stay in the form only for as long as it takes to send them.
      setTimeout(() => {
        field.value = ''
      }, 0)
    }
  })
}
