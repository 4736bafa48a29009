// Saves what is written in the guide while it is written, and finds components in long lists. The forms work without it.

import { autosave } from './saving/autosave.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
for (const set of document.querySelectorAll<HTMLElement>('[data-tags]')) find(set)

function find(set: HTMLElement) {
  const line = set.querySelector<HTMLElement>('[data-find]')
  const field = line?.querySelector('input')
  if (!line || !field) return
  line.hidden = false
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  field.addEventListener('input', () => {
    const wanted = plain(field.value.trim())
    for (const group of set.querySelectorAll<HTMLElement>('[data-group]')) {
      let some = false
      for (const choice of group.querySelectorAll<HTMLElement>('[data-choice]')) {
        const shown = plain(choice.textContent ?? '').includes(wanted)
        choice.hidden = !shown
        some ||= shown
      }
      group.hidden = !some
    }
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}
