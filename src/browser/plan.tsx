import { actionPlan, type PlanSolution, planRequest } from '../domain/action-plan.ts'
import { ActionPlanBody, actionPlanMessages, PlanSettings } from '../journey/action-plan/body/index.ts'
import { onDevice } from '../paths.ts'
import { basisOf } from '../self-check/record/basis.ts'
import type { SelfCheckRecord } from '../self-check/record/record.ts'
import type { Scored } from '../self-check/record/releases.ts'
import { resultsMessages } from '../self-check/results/messages.ts'
import { questionsAt, ResultNotes } from '../self-check/results/notes.tsx'
import { chooseButton, Downloads, NothingYet } from '../self-check/results/parts.tsx'
import { type PlanField, readPlanForm, withPlanFields } from '../self-check/results/plan-settings-form.ts'
import { planInputOf, reportCardOf } from '../self-check/results/report-card-of.ts'
import { type Device, fillDocumentForms, onResultsPage, show, tell } from './results/device.ts'
import { solveInBrowser } from './results/solver.ts'
import { canStore, readRecord, writeRecord } from './self-check/storage.ts'

void onResultsPage(async (device) => {
  const { root, language, scored } = device
  const record = readRecord()
  if (record === undefined || Object.keys(record.answers).length === 0) {
    show(root, <NothingYet language={language} canStore={canStore()} />)
    return
  }
  let answered = await scored(record)
  const { pack } = answered
  show(
    root,
    <>
      <ResultNotes
        scored={answered}
        language={language}
        questionAt={questionsAt(language, onDevice, device.components)}
      />
      <PlanSettings
        card={reportCardOf(answered)}
        pack={pack}
        basis={basisOf(pack, answered.record)}
        language={language}
      />
      <p id="plan-status" role="status" class="quiet" />
      <div id="plan-body" />
      <Downloads language={language} place={onDevice} only="action-plan" />
    </>,
  )
  const drawAgain = async () => {
    const now = readRecord()
    if (now) answered = await scored(now)
    await drawPlan(device, answered)
  }
  fillDocumentForms(root, () => ({ record: readRecord() ?? record, pack: answered.pack }))
  root.addEventListener('change', (event) => {
    const field = changedSetting(event)
    if (field && keep(device, [field], answered)) void drawAgain()
  })
  root.addEventListener('submit', (event) => {
    const chosen = submittedChoice(event)
    if (!chosen || !keep(device, [chosen], answered)) return
    const { pathway } = chosen
    void drawAgain().then(() => root.querySelector<HTMLElement>(`[data-choose="${pathway}"] button`)?.focus())
  })
  await drawAgain()
})

/** The pathways are found in a worker; an answer to settings that have changed since is dropped. */
async function drawPlan({ root, language }: Device, answered: Scored): Promise<void> {
  const body = root.querySelector('#plan-body')
  const status = root.querySelector('#plan-status')
  if (body === null || status === null) return
  const t = actionPlanMessages[language]
  const card = reportCardOf(answered)
  const input = planInputOf(answered, card)
  const { chosen } = answered.record
  status.textContent = t.working
  let solution: PlanSolution | undefined
  try {
    solution = await solveInBrowser(planRequest(input))
  } catch (error) {
    status.textContent = t.planFault
    throw error
  }
  if (solution === undefined) return
  show(
    body,
    <ActionPlanBody
      plan={actionPlan(input, solution)}
      card={card}
      pack={answered.pack}
      language={language}
      {...(chosen === undefined ? {} : { chosen })}
      choose={chooseButton(language, onDevice, chosen)}
    />,
  )
  status.textContent = t.ready
}

/** The field of the settings that was changed, once the browser finds nothing wrong with it. */
function changedSetting(event: Event): PlanField | undefined {
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return undefined
  if (field.form?.matches('[data-plan-settings]') !== true || !field.reportValidity()) return undefined
  return { name: field.name, value: field.value }
}

/** What was chosen, and the pathway whose button was pressed: to choose it, or to undo that. */
function submittedChoice(event: Event): (PlanField & { pathway: string }) | undefined {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return undefined
  if (form.matches('[data-plan-settings]')) event.preventDefault()
  if (!form.matches('[data-choose]')) return undefined
  event.preventDefault()
  const value = String(new FormData(form).get('chosen') ?? '')
  return { name: 'chosen', value, pathway: form.dataset.choose ?? '' }
}

/**
 * A change of hours, weeks, importance or pathway is kept with the answers, of which the newest are read first.
 *
 * @returns false when the browser did not keep it; the page then says so
 */
function keep({ root, language }: Device, fields: PlanField[], { pack }: Scored): boolean {
  const record = readRecord()
  if (record === undefined) return false
  const sent = new Map(fields.map(({ name, value }) => [name, value]))
  const { changes } = readPlanForm(sent, record, basisOf(pack, record))
  const changed: SelfCheckRecord = { ...withPlanFields(record, changes), updatedAt: new Date().toISOString() }
  const kept = writeRecord(changed)
  if (!kept) tell(root.querySelector('#plan-status')?.parentElement ?? root, resultsMessages[language].notSaved)
  return kept
}
