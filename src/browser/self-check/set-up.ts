import { basisOf } from '../../self-check/record/basis.ts'
import { newRecord, reasonNeeded } from '../../self-check/record/record.ts'
import { askedWithStates, firstOpen } from './asked.ts'
import { chosen, element, fields, packOf, show, todayOf, wordsOf } from './page.ts'
import { changeRecord, readRecord } from './storage.ts'

/** Shows what the profile suggests, and keeps what the person makes of it. */
export function setUp(root: HTMLElement): void {
  const form = element<HTMLFormElement>('set-up')
  if (!form) return
  const today = todayOf(root)
  const pack = packOf(root)
  const words = wordsOf<{ hoursError: string; weeksError: string }>(root)
  const basis = basisOf(pack, readRecord() ?? newRecord({ id: '', now: new Date(), release: today.release }))
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      field.checked = field.value === basis[field.name as 'form' | 'variant']
    } else field.value = String(basis[field.name as 'hours' | 'weeks'])
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const hours = numberIn('hours', words.hoursError)
    const weeks = numberIn('weeks', words.weeksError)
    if (Number.isNaN(hours) || Number.isNaN(weeks)) return
    const [askedForm = basis.form] = chosen(form, 'form')
    const [variant = basis.variant] = chosen(form, 'variant')
    const kept = changeRecord(today, (record) => {
      record.form = askedForm === 'full' ? 'full' : 'short'
      record.variant = variant
      if (hours === undefined) delete record.hours
      else record.hours = hours
      if (weeks === undefined) delete record.weeks
      else record.weeks = weeks
      return record
    })
    show('save-failed', !kept)
    if (!kept) {
      element('save-failed')?.focus()
      return
    }
    const facets = pack.facets.map((facet) => facet.id)
    const asked = askedWithStates(readRecord(), pack.components, facets, { needsReason: reasonNeeded(pack, variant) })
    const first = firstOpen(asked) ?? asked[0]
    location.href = (form.dataset.next ?? '').replace(/[^/]+$/, first?.id ?? '')
  })
}

/** The number in a field, nothing when it is empty, or NaN with the error shown when it cannot be. */
function numberIn(id: string, message: string): number | undefined {
  const field = element<HTMLInputElement>(id)
  if (!field) return undefined
  const error = element(`${id}-error`)
  const good = field.validity.valid
  if (error) {
    error.textContent = good ? '' : message
    error.hidden = good
  }
  field.closest('.field')?.classList.toggle('has-error', !good)
  if (!good) {
    field.focus()
    return Number.NaN
  }
  return field.value === '' ? undefined : field.valueAsNumber
}
