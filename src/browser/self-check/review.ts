import { basisOf } from '../../self-check/record/basis.ts'
import { type AnswerWords, describeAnswer, withNumbers } from '../../self-check/record/describe-answer.ts'
import { type AnswerState, newRecord, reasonNeeded } from '../../self-check/record/record.ts'
import { wordingChangedSince } from '../../self-check/record/releases.ts'
import { askedWithStates, countDone } from './asked.ts'
import { all, chosen, element, fields, packOf, setText, show, todayOf, wordsOf } from './page.ts'
import { changeRecord, onOtherChange, readRecord } from './storage.ts'

type Words = AnswerWords & { states: Record<AnswerState, string>; of: string; answeredOf: string; missing: string }

/** Every answer of this device in the list that the page brings. */
export function review(root: HTMLElement): void {
  const today = todayOf(root)
  const pack = packOf(root)
  const words = wordsOf<Words>(root)
  const facets = pack.facets.map((facet) => facet.id)
  const form = element<HTMLFormElement>('needs-form')

  const draw = () => {
    const record = readRecord() ?? newRecord({ id: '', now: new Date(), release: today.release })
    const needsReason = reasonNeeded(pack, basisOf(pack, record).variant)
    const asked = askedWithStates(record, pack.components, facets, { needsReason })
    const checkAgain = wordingChangedSince(record, pack.components)
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
      row.querySelector('[data-check-again]')?.toggleAttribute('hidden', !checkAgain.includes(id))
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
    setText('answered', withNumbers(words.answeredOf, { n, m }))
    setText('missing', withNumbers(words.missing, { n: m - n, m }))
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
    const kept = changeRecord(today, (record) => {
      record.needs = chosen(form, 'needs')
      return record
    })
    show('save-failed', !kept)
  })
  onOtherChange(draw)
  draw()
}

function setIn(part: HTMLElement, selector: string, text: string): void {
  const found = part.querySelector(selector)
  if (found) found.textContent = text
}
