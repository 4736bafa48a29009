import { basisOf, newRecord } from '../../self-check/record.ts'
import { askedOf, firstOpen } from './asked.ts'
import { chosen, element, fields, packOf, show, wordsOf } from './page.ts'
import { changeRecord, readRecord } from './storage.ts'

/** Shows what the profile suggests, and keeps what the person makes of it. */
export function setUp(root: HTMLElement): void {
  const form = element<HTMLFormElement>('set-up')
  if (!form) return
  const { release = '' } = root.dataset
  const pack = packOf(root)
  const words = wordsOf<{ hoursError: string; weeksError: string }>(root)
  const basis = basisOf(pack, readRecord() ?? newRecord({ id: '', now: new Date(), release }))
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
    const kept = changeRecord(release, (record) => {
      record.form = askedForm === 'full' ? 'full' : 'short'
      record.variant = variant
      if (hours === undefined) delete record.hours
      else record.hours = hours
      if (weeks === undefined) delete record.weeks
      else record.weeks = weeks
    })
    show('save-failed', !kept)
    if (!kept) return
    const facets = pack.facets.map((facet) => facet.id)
    const asked = askedOf(readRecord(), pack.components, facets, { variant })
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
