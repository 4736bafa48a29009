import { type AnswerState, type ComponentAnswer, isBlank } from '../../self-check/record/record.ts'
import { isOfOtherWording, underToday } from '../../self-check/record/releases.ts'
import { type Asked, askedWithStates, countDone, firstOpen, type Listed } from './asked.ts'
import { type ConflictWords, hideConflict, isInConflict, openConflict, showConflict } from './field-conflict.ts'
import { all, chosen, clearButtons, element, fields, setText, show, todayOf, wordsOf } from './page.ts'
import { changeRecord, onOtherChange, readRecord } from './storage.ts'

type Words = {
  saved: string
  notSaved: string
  of: string
  states: Record<AnswerState, string>
  reasonMissing: string
  summary: string
  /** Wordings in which "does not apply" needs no reason. */
  freeToLeaveOut: string[]
  error: string
  conflict: ConflictWords
}

/** Fills in what is on the device, keeps every change at once, and finds the way on. */
export function question(root: HTMLElement): void {
  const form = element<HTMLFormElement>('question')
  const { component = '', rubricVersion } = root.dataset
  const today = todayOf(root)
  if (!form) return
  const words = wordsOf<Words>(root)
  const listed = listedIn(root)
  const facets = [...new Set(fields(form).map((field) => field.name))]
    .filter((name) => name.startsWith('given.'))
    .map((name) => name.slice('given.'.length))
  const variants = [...new Set(all(root, '[data-variant]').map((wording) => wording.dataset.variant ?? ''))]
  let asked: Asked[] = []

  let unsaved = false
  /** What was on the device when a field last agreed with it. */
  const known: Record<string, string> = {}

  const stored = (name: string) => storedValues(component)[name] ?? ''
  const variant = () => readRecord()?.variant ?? ''
  const needsReason = () => !words.freeToLeaveOut.includes(variant())
  const progress = () => {
    const record = readRecord()
    asked = askedWithStates(record, listed, facets, { needsReason: needsReason(), current: component })
    drawProgress(root, asked, component, words)
    show('check-again', isOfOtherWording(record?.answers[component], Number(rubricVersion)))
  }
  const fill = () => {
    showWording(root, variants, variant())
    fillIn(form, storedValues(component), (field) => !disputed(field) && !(unsaved && field === document.activeElement))
    refreshClear()
    progress()
  }
  /** Changes the answer; from then on the self-check goes on under today's questions. */
  const keep = (change: (answer: ComponentAnswer) => void) => {
    const kept = changeRecord(today, (before) => {
      const record = underToday(before, today)
      const answer = record.answers[component] ?? { given: {} }
      change(answer)
      record.answers[component] = answer
      return record
    })
    unsaved = !kept
    setText('saved', kept ? words.saved : words.notSaved)
    show('save-failed', !kept)
    progress()
  }
  const keepField = (name: string, value: string) => {
    keep((answer) => {
      setField(answer, name, value)
      // Whoever picks a sentence on this page has its wording before them.
      if (name.startsWith('given.') || name === 'wanted') answer.rubricVersion = Number(rubricVersion)
    })
    if (!unsaved) known[name] = value
  }
  /** A text that another window changed while it is written in here: both are shown, and neither is overwritten. */
  const disputed = (field: HTMLInputElement | HTMLTextAreaElement): boolean => {
    const { name } = field
    const other = stored(name)
    const busy = isInConflict(name) || (field === document.activeElement && document.hasFocus())
    const unseen = isInConflict(name) || other !== (known[name] ?? '')
    if (!(field instanceof HTMLTextAreaElement) || !busy || !unseen || other === field.value) {
      hideConflict(name)
      known[name] = other
      return false
    }
    setText('saved', words.notSaved)
    showConflict(field, other, words.conflict, (keepHere) => {
      hideConflict(name)
      if (keepHere) keepField(name, field.value)
      else {
        field.value = stored(name)
        known[name] = field.value
        setText('saved', words.saved)
      }
      field.focus()
    })
    return true
  }
  const refreshClear = clearButtons(form, (name) => keepField(name, ''))
  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement
    if (isInConflict(field.name) || disputed(field)) return
    keepField(field.name, field.value)
    refreshClear()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const missing = facets.filter((facet) => needsReason() && lacksReason(form, facet, facets))
    showErrors(form, missing, words)
    if (missing.length > 0) return
    const conflict = openConflict(form)
    if (conflict) return conflict.focus()
    const answer = readRecord()?.answers[component]
    // To go on from this page is to have checked the answer against its wording.
    if (!isBlank(answer) && answer?.rubricVersion !== Number(rubricVersion)) {
      keep((checked) => {
        checked.rubricVersion = Number(rubricVersion)
      })
    }
    if (unsaved) {
      element('save-failed')?.focus()
      return
    }
    const review = form.dataset.next ?? ''
    const after = asked[asked.findIndex(({ id }) => id === component) + 1]
    const toReview = (event.submitter as HTMLButtonElement | null)?.value === 'review' || !after
    location.href = toReview ? review : questionAddress(root, after.id)
  })
  onOtherChange(fill)
  fill()
}

/** The components, as the page's own list of questions has them. */
function listedIn(root: HTMLElement): Listed[] {
  return all(root, '.progress li[data-of]').map((item) => ({
    id: item.dataset.of ?? '',
    core: item.dataset.core !== undefined,
    domain: item.closest<HTMLElement>('[data-domain]')?.dataset.domain ?? '',
  }))
}

function questionAddress(root: HTMLElement, component: string): string {
  return root.querySelector<HTMLAnchorElement>(`[data-of="${component}"] a`)?.href ?? ''
}

function showWording(root: HTMLElement, variants: string[], wanted: string): void {
  const known = variants.includes(wanted) ? wanted : variants[0]
  for (const wording of all(root, '[data-variant]')) wording.hidden = wording.dataset.variant !== known
}

/** Fills in what is kept, where the field lets it. */
function fillIn(
  form: HTMLFormElement,
  values: Record<string, string>,
  lets: (field: HTMLInputElement | HTMLTextAreaElement) => boolean,
): void {
  for (const field of fields(form)) {
    const value = values[field.name] ?? ''
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value
    else if (lets(field) && field.value !== value) field.value = value
  }
}

function storedValues(component: string): Record<string, string> {
  const answer = readRecord()?.answers[component]
  return answer ? valuesOf(answer) : {}
}

function valuesOf(answer: ComponentAnswer): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [facet, mark] of Object.entries(answer.given)) if (mark !== null) values[`given.${facet}`] = String(mark)
  for (const [facet, reason] of Object.entries(answer.reasons ?? {})) values[`reason.${facet}`] = reason
  if (answer.wanted !== undefined) values.wanted = String(answer.wanted)
  if (answer.importance !== undefined) values.importance = String(answer.importance)
  if (answer.note !== undefined) values.note = answer.note
  return values
}

/** Sets one field of an answer, as the form names it; an empty value takes it out. */
function setField(answer: ComponentAnswer, name: string, value: string): void {
  const [kind, facet = ''] = name.split('.')
  if (kind === 'given') {
    if (value === '') delete answer.given[facet]
    else answer.given[facet] = value === 'dk' || value === 'na' ? value : Number(value)
  } else if (kind === 'reason') {
    answer.reasons = { ...answer.reasons, [facet]: value }
    if (value === '') delete answer.reasons[facet]
  } else if (kind === 'wanted' || kind === 'importance') {
    if (value === '') delete answer[kind]
    else answer[kind] = Number(value)
  } else if (kind === 'note') {
    if (value === '') delete answer.note
    else answer.note = value
  }
}

function lacksReason(form: HTMLFormElement, facet: string, facets: string[]): boolean {
  const here = (id: string) => chosen(form, `given.${id}`)[0] === 'na'
  const hidden = facet !== facets[0] && here(facets[0] ?? '')
  const reason = element<HTMLTextAreaElement>(`reason.${facet}`)?.value.trim()
  return here(facet) && !hidden && !reason
}

function showErrors(form: HTMLFormElement, missing: string[], words: Words): void {
  for (const old of all(document, '.error-summary, .field-error')) old.remove()
  for (const field of all(form, '.has-error')) field.classList.remove('has-error')
  document.title = document.title.replace(words.error, '')
  if (missing.length === 0) return
  document.title = `${words.error}${document.title}`
  const summary = document.createElement('div')
  summary.className = 'error-summary'
  summary.tabIndex = -1
  summary.setAttribute('role', 'alert')
  const title = document.createElement('h2')
  title.textContent = words.summary
  const list = document.createElement('ul')
  for (const facet of missing) {
    const link = document.createElement('a')
    link.href = `#reason.${facet}`
    link.textContent = words.reasonMissing
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
    const field = element(`reason.${facet}`)
    const error = document.createElement('p')
    error.className = 'field-error'
    error.id = `reason.${facet}-error`
    error.textContent = words.reasonMissing
    field?.before(error)
    field?.setAttribute('aria-describedby', `reason.${facet}-hint ${error.id}`)
    field?.closest('.reason')?.classList.add('has-error')
  }
  summary.append(title, list)
  form.before(summary)
  summary.focus()
}

function drawProgress(root: HTMLElement, asked: Asked[], component: string, words: Words): void {
  const states = new Map(asked.map(({ id, state }) => [id, state]))
  for (const item of all(root, '.progress li[data-of]')) {
    const state = states.get(item.dataset.of ?? '')
    item.hidden = state === undefined
    const text = item.querySelector('[data-state]')
    if (text && state) text.textContent = words.states[state]
  }
  for (const part of all(root, '[data-domain]')) {
    const inDomain = asked.filter(({ domain }) => domain === part.dataset.domain)
    part.hidden = inDomain.length === 0
    const { n, m } = countDone(inDomain)
    const count = part.querySelector('[data-count]')
    if (count) count.textContent = `${n} ${words.of} ${m}`
    const first = firstOpen(inDomain) ?? inDomain[0]
    const link = part.matches('li') ? part.querySelector<HTMLAnchorElement>('a') : null
    if (link && first) link.href = questionAddress(root, first.id)
  }
  root.querySelector('.place')?.removeAttribute('hidden')
  const place = asked.findIndex(({ id }) => id === component)
  for (const [selector, value] of [
    ['[data-place]', place + 1],
    ['[data-total]', asked.length],
  ] as const) {
    const text = root.querySelector(selector)
    if (text) text.textContent = String(value)
  }
  const back = root.querySelector<HTMLAnchorElement>('[data-back]')
  const before = asked[place - 1]
  if (!back) return
  back.hidden = before === undefined
  if (before) back.href = questionAddress(root, before.id)
}
