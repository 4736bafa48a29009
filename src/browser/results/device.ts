import type { Pack } from '../../content/schema.ts'
import { reportCard } from '../../domain/report-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { basisOf, type SelfCheckRecord, toAnswerSet } from '../../self-check/record.ts'
import { resultsMessages } from '../../self-check/results-messages.ts'

/** The place on the page that results are drawn into, and what they are drawn from. */
export type Device = { root: HTMLElement; language: Language; pack: Pack }

/**
 * Takes over the page: hides the notice for a script that did not load, fetches the content, and hands over to `draw`.
 * Whatever goes wrong is said on the page.
 */
export async function onResultsPage(draw: (device: Device) => void | Promise<void>): Promise<void> {
  const root = document.getElementById('results')
  if (root === null) return
  const language = root.dataset.language as Language
  root.querySelector('[data-no-script]')?.setAttribute('hidden', '')
  root.querySelector('[data-loading]')?.removeAttribute('hidden')
  try {
    const answer = await fetch(root.dataset.pack ?? '')
    if (!answer.ok) throw new Error(`the content could not be fetched: ${answer.status}`)
    const pack = (await answer.json()) as Pack
    await draw({ root, language, pack })
  } catch (error) {
    const notice = document.createElement('p')
    notice.className = 'note amber'
    notice.setAttribute('role', 'alert')
    notice.textContent = resultsMessages[language].fault
    root.replaceChildren(notice)
    throw error
  }
}

/** The report card of a self-check, worked out here; nothing is sent. */
export function cardOf(pack: Pack, record: SelfCheckRecord): ReportCard {
  return reportCard({
    pack,
    release: record.release,
    answers: toAnswerSet(record, pack),
    basis: basisOf(pack, record),
  })
}

/** Draws markup made by our own page functions, which escape every text they are given. */
export function show(root: Element, markup: unknown): void {
  root.innerHTML = String(markup)
}

/** Before a document is asked for, the form takes the answers along; only then do they leave the device. */
export function fillDocumentForms(root: Element, record: () => SelfCheckRecord): void {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-documents]')) return
    const field = form.elements.namedItem('answers')
    if (!(field instanceof HTMLInputElement)) return
    field.value = JSON.stringify(record())
    // The answers stay in the form only for as long as it takes to send them.
    setTimeout(() => {
      field.value = ''
    }, 0)
  })
}
