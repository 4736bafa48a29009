import { type AnswerWords, describeAnswer, fill } from '../../self-check/describe-answer.ts'
import { type AnswerState, basisOf, newRecord } from '../../self-check/record.ts'
import { askedOf, countDone } from './asked.ts'
import { all, chosen, element, fields, packOf, setText, show, wordsOf } from './page.ts'
import { changeRecord, onOtherChange, readRecord } from './storage.ts'

type Words = AnswerWords & { states: Record<AnswerState, string>; of: string; answeredOf: string; missing: string }

/** Every answer of this device in the list that the page brings. */
export function review(root: HTMLElement): void {
  const { release = '' } = root.dataset
  const pack = packOf(root)
  const words = wordsOf<Words>(root)
  const facets = pack.facets.map((facet) => facet.id)
  const form = element<HTMLFormElement>('needs-form')

  const draw = () => {
    const record = readRecord() ?? newRecord({ id: '', now: new Date(), release })
    const asked = askedOf(record, pack.components, facets, { variant: basisOf(pack, record).variant })
    const states = new Map(asked.map(({ id, state }) => [id, state]))
    for (const row of all(root, '[data-of]')) {
      const id = row.dataset.of ?? ''
      const state = states.get(id)
      row.hidden = state === undefined
      if (state === undefined) continue
      const lines = describeAnswer(record.answers[id] ?? { given: {} }, words)
      setIn(row, '[data-state]', words.states[state])
      setIn(row, '[data-marks]', lines.map(([label, value]) => `${label}${words.colon}${value}`).join(' · '))
      row.dataset.is = state
    }
    let silent = false
    for (const part of all(root, '[data-domain]')) {
      const inDomain = asked.filter(({ domain }) => domain === part.dataset.domain)
      const { n, m } = countDone(inDomain)
      const voice = inDomain.some(({ id }) => (record.answers[id]?.given[facets[0] ?? ''] ?? null) !== null)
      part.hidden = m === 0
      silent ||= m > 0 && !voice
      setIn(part, '[data-count]', `${n} ${words.of} ${m}`)
      part.querySelector('[data-no-voice]')?.toggleAttribute('hidden', voice)
    }
    const { n, m } = countDone(asked)
    setText('answered', fill(words.answeredOf, { n, m }))
    setText('missing', fill(words.missing, { n: m - n, m }))
    show('missing', n < m)
    show('needs-voice', silent)
    show('open', n < m || silent)
    for (const field of form ? fields(form) : []) {
      const input = field as HTMLInputElement
      input.checked = record.needs.includes(field.value)
      const choice = field.closest<HTMLElement>('.choice')
      if (choice) choice.hidden = !states.has(field.value) && !input.checked
    }
  }

  form?.addEventListener('change', () => {
    const kept = changeRecord(release, (record) => {
      record.needs = chosen(form, 'needs')
    })
    show('save-failed', !kept)
  })
  onOtherChange(draw)
  draw()
  // Whoever has looked through the answers goes on under today's questions; the note about them shows this once more.
  const { release: answered } = readRecord() ?? {}
  if (answered !== undefined && answered !== release) {
    changeRecord(release, (record) => {
      record.release = release
    })
  }
}

function setIn(part: HTMLElement, selector: string, text: string): void {
  const found = part.querySelector(selector)
  if (found) found.textContent = text
}
