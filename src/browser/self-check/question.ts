import { type AnswerState, type ComponentAnswer, reasonNeeded } from '../../self-check/record.ts'
import { type Asked, askedOf, countDone, firstOpen, type Listed } from './asked.ts'
import { all, chosen, clearButtons, element, fields, setText, show, wordsOf } from './page.ts'
import { changeRecord, onOtherChange, readRecord } from './storage.ts'

type Words = {
  saved: string
  of: string
  states: Record<AnswerState, string>
  reasonMissing: string
  summary: string
}

/** Fills in what is on the device, keeps every change at once, and finds the way on. */
export function question(root: HTMLElement): void {
  const form = element<HTMLFormElement>('question')
  const { component = '', release = '' } = root.dataset
  if (!form) return
  const words = wordsOf<Words>(root)
  const listed = listedIn(root)
  const facets = [...new Set(fields(form).map((field) => field.name))]
    .filter((name) => name.startsWith('given.'))
    .map((name) => name.slice('given.'.length))
  const variants = [...new Set(all(root, '[data-variant]').map((wording) => wording.dataset.variant ?? ''))]
  let asked: Asked[] = []

  const variant = () => readRecord()?.variant ?? ''
  const progress = () => {
    asked = askedOf(readRecord(), listed, facets, { variant: variant(), current: component })
    drawProgress(root, asked, component, words)
  }
  const fill = () => {
    showWording(root, variants, variant())
    fillIn(form, readRecord()?.answers[component])
    refreshClear()
    progress()
  }
  const keep = (name: string, value: string) => {
    const kept = changeRecord(release, (record) => {
      const answer = record.answers[component] ?? { given: {} }
      setField(answer, name, value)
      record.answers[component] = answer
    })
    setText('saved', kept ? words.saved : '')
    show('save-failed', !kept)
    progress()
  }
  const refreshClear = clearButtons(form, (name) => keep(name, ''))
  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement
    keep(field.name, field.value)
    refreshClear()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const missing = facets.filter((facet) => lacksReason(form, facet, facets, variant()))
    showErrors(form, missing, words)
    if (missing.length > 0) return
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

function fillIn(form: HTMLFormElement, answer: ComponentAnswer | undefined): void {
  const values = answer ? valuesOf(answer) : {}
  for (const field of fields(form)) {
    const value = values[field.name]
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value
    // A field that is being written in is newer than what is kept.
    else if (field !== document.activeElement) field.value = value ?? ''
  }
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

function lacksReason(form: HTMLFormElement, facet: string, facets: string[], variant: string): boolean {
  const here = (id: string) => chosen(form, `given.${id}`)[0] === 'na'
  const hidden = facet !== facets[0] && here(facets[0] ?? '')
  const reason = element<HTMLTextAreaElement>(`reason.${facet}`)?.value.trim()
  return here(facet) && !hidden && !reason && reasonNeeded(variant)
}

function showErrors(form: HTMLFormElement, missing: string[], words: Words): void {
  for (const old of all(document, '.error-summary, .field-error')) old.remove()
  for (const field of all(form, '.has-error')) field.classList.remove('has-error')
  if (missing.length === 0) return
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
