import type { EnginePack } from '../../domain/engine-pack.ts'
import type { Today } from './storage.ts'

/** What makes one page of the self-check work on the device. */
export type PageScript = (root: HTMLElement) => void | Promise<void>

export function element<T extends HTMLElement>(id: string): T | null {
  return document.getElementById(id) as T | null
}

/** Shows or hides an element by its id; one that is not on the page is passed over. */
export function show(id: string, shown: boolean): void {
  element(id)?.toggleAttribute('hidden', !shown)
}

export function setText(id: string, text: string): void {
  const found = element(id)
  if (found) found.textContent = text
}

/** All elements that match, inside a part of the page. */
export function all<T extends HTMLElement = HTMLElement>(part: ParentNode, selector: string): T[] {
  return [...part.querySelectorAll<T>(selector)]
}

/** The words that the page carries for its script. */
export function wordsOf<T>(root: HTMLElement): T {
  return JSON.parse(root.dataset.words ?? '{}') as T
}

/** Today's release and pack. */
export function todayOf(root: HTMLElement): Today {
  const { release = '', packId = '' } = root.dataset
  return { release, pack: { id: packId } }
}

/** The few ids and numbers of the pack that the page carries for its script. */
export function packOf(root: HTMLElement): EnginePack {
  return JSON.parse(root.dataset.pack ?? '{}') as EnginePack
}

export function onClick(id: string, action: () => void): void {
  element(id)?.addEventListener('click', action)
}

/** The fields of a form that carry a value of the person's. */
export function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement,
  ) as (HTMLInputElement | HTMLTextAreaElement)[]
}

/** What is ticked or chosen under a name. */
export function chosen(form: HTMLFormElement, name: string): string[] {
  return fields(form)
    .filter((field) => field.name === name && (field as HTMLInputElement).checked)
    .map((field) => field.value)
}

/** Makes the clear buttons work: each lets go of the choice it stands under, and is there only while something is chosen. */
export function clearButtons(form: HTMLFormElement, onClear: (name: string) => void): () => void {
  const buttons = all(form, '[data-clear]')
  const refresh = () => {
    for (const button of buttons) button.hidden = chosen(form, button.dataset.clear ?? '').length === 0
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const name = button.dataset.clear ?? ''
      const inputs = fields(form).filter((field) => field.name === name) as HTMLInputElement[]
      for (const input of inputs) input.checked = false
      inputs[0]?.focus()
      onClear(name)
      refresh()
    })
  }
  return refresh
}
