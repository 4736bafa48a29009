import type { Profile } from '../../domain/answers.ts'
import { basisOf } from '../../self-check/record/basis.ts'
import { chosen, clearButtons, element, fields, packOf, show, todayOf } from './page.ts'
import { changeRecord, onOtherChange, readRecord } from './storage.ts'

/** Keeps each profile answer as it is given; what it suggests takes the place of earlier choices. */
export function profile(root: HTMLElement): void {
  const form = element<HTMLFormElement>('profile')
  if (!form) return
  const today = todayOf(root)
  const pack = packOf(root)
  const questions = new Map(pack.profile.map((question) => [question.id, question.several]))

  const fill = () => {
    const given: Profile = readRecord()?.profile ?? {}
    for (const field of fields(form)) {
      if (field instanceof HTMLInputElement) field.checked = [given[field.name]].flat().includes(field.value)
    }
    refresh()
  }
  const keep = (name: string) => {
    const picked = chosen(form, name)
    const [first] = picked
    const kept = changeRecord(today, (record) => {
      if (first === undefined) delete record.profile[name]
      else record.profile[name] = questions.get(name) ? picked : first
      for (const choice of ['form', 'variant', 'hours', 'weeks'] as const) delete record[choice]
      // The question pages know no profile: form and wording are kept as what they come to.
      const { form: suggested, variant } = basisOf(pack, record)
      record.form = suggested
      record.variant = variant
      return record
    })
    show('save-failed', !kept)
  }
  const refresh = clearButtons(form, keep)
  form.addEventListener('change', ({ target }) => {
    keep((target as HTMLInputElement).name)
    refresh()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    location.href = form.dataset.next ?? ''
  })
  onOtherChange(fill)
  fill()
}
