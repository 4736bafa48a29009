import { element } from './page.ts'

/** The words of the notice at a field that another window changed. */
export type ConflictWords = { title: string; here: string; other: string; keepHere: string; takeOther: string }

/**
 * Shows at a field that another window changed it while it was being written in, with both texts. Nothing is overwritten until the
 * person decides.
 *
 * @param other what the other window saved
 * @param decide is told whether to keep what is written here, or else to take what the other window saved
 */
export function showConflict(
  field: HTMLTextAreaElement,
  other: string,
  words: ConflictWords,
  decide: (keepHere: boolean) => void,
): void {
  hideConflict(field.name)
  const notice = document.createElement('div')
  notice.className = 'note amber'
  notice.id = idOf(field.name)
  notice.tabIndex = -1
  notice.setAttribute('role', 'alert')
  const actions = document.createElement('p')
  actions.className = 'actions'
  actions.append(
    button(words.keepHere, () => decide(true)),
    button(words.takeOther, () => decide(false)),
  )
  notice.append(line(words.title), line(`${words.other} ${other}`), line(words.here), actions)
  field.before(notice)
}

/** Takes the notice away. */
export function hideConflict(name: string): void {
  element(idOf(name))?.remove()
}

/** The first notice that waits for a decision. */
export function openConflict(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('[id^="conflict."]')
}

/** Whether a field waits for a decision. */
export function isInConflict(name: string): boolean {
  return element(idOf(name)) !== null
}

const idOf = (name: string) => `conflict.${name}`

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  return paragraph
}

function button(label: string, action: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'second'
  made.textContent = label
  made.addEventListener('click', action)
  return made
}
