import { actionPlan, type PlanSolution, planRequest } from '../domain/action-plan.ts'
import { ActionPlanBody, actionPlanMessages, PlanSettings } from '../journey/action-plan/index.ts'
import { onDevice } from '../paths.ts'
import { changedByPlanSettings } from '../self-check/plan-settings-form.ts'
import { basisOf, type SelfCheckRecord } from '../self-check/record.ts'
import { chooseButton, Downloads, NothingYet } from '../self-check/results-parts.tsx'
import { cardOf, type Device, fillDocumentForms, onResultsPage, show } from './results/device.ts'
import { solveInBrowser } from './results/solver.ts'
import { readRecord, writeRecord } from './self-check/storage.ts'

void onResultsPage(async (device) => {
  const { root, language, pack } = device
  const record = readRecord()
  if (record === undefined || Object.keys(record.answers).length === 0) {
    show(root, <NothingYet language={language} />)
    return
  }
  show(
    root,
    <>
      <PlanSettings card={cardOf(pack, record)} pack={pack} basis={basisOf(pack, record)} language={language} />
      <p id="plan-status" role="status" class="quiet" />
      <div id="plan-body" />
      <Downloads language={language} place={onDevice} only="action-plan" />
    </>,
  )
  fillDocumentForms(root, () => readRecord() ?? record)
  root.addEventListener('change', (event) => onSettings(device, event))
  root.addEventListener('submit', (event) => onSubmit(device, event))
  await redraw(device)
})

/** The pathways are found in a worker; an answer to settings that have changed since is dropped. */
async function redraw(device: Device): Promise<void> {
  const { root, language, pack } = device
  const record = readRecord()
  const body = root.querySelector('#plan-body')
  const status = root.querySelector('#plan-status')
  if (record === undefined || body === null || status === null) return
  const t = actionPlanMessages[language]
  const card = cardOf(pack, record)
  const { chosen } = record
  const input = { pack, card, basis: basisOf(pack, record), ...(chosen === undefined ? {} : { chosen }) }
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
      pack={pack}
      language={language}
      {...(chosen === undefined ? {} : { chosen })}
      choose={chooseButton(language, onDevice, chosen)}
    />,
  )
  status.textContent = t.ready
}

/** A change of hours, weeks or importance is kept with the answers and both pathways are worked out again. */
function onSettings(device: Device, event: Event): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  if (field.form?.matches('[data-plan-settings]') !== true || !field.reportValidity()) return
  keep((record) => changedByPlanSettings(record, [[field.name, field.value]]))
  void redraw(device)
}

function onSubmit(device: Device, event: Event): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.matches('[data-plan-settings]')) event.preventDefault()
  if (!form.matches('[data-choose]')) return
  event.preventDefault()
  const value = new FormData(form).get('chosen')
  keep(({ chosen: _, ...record }) => (value === 'A' || value === 'B' ? { ...record, chosen: value } : record))
  void redraw(device).then(() => document.getElementById('content')?.focus())
}

function keep(change: (record: SelfCheckRecord) => SelfCheckRecord): void {
  const record = readRecord()
  if (record !== undefined) writeRecord({ ...change(record), updatedAt: new Date().toISOString() })
}
