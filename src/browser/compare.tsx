import type { SelfCheckRecord } from '../self-check/record.ts'
import { resultsMessages } from '../self-check/results-messages.ts'
import { Comparison, currentChoice, SavedChooser } from '../self-check/saved-parts.tsx'
import { cardOf, type Device, onResultsPage, show } from './results/device.ts'
import { put, removeSaved, type SavedSelfCheck, savedList } from './results/saved.ts'
import { readRecord } from './self-check/storage.ts'

void onResultsPage((device) => draw(device, {}))

type Chosen = { before?: string; after?: string }

function draw(device: Device, chosen: Chosen): void {
  const { root, language, pack } = device
  const saved = savedList()
  const current = readRecord()
  const hasCurrent = current !== undefined && Object.keys(current.answers).length > 0
  const values = [...(hasCurrent ? [currentChoice] : []), ...saved.map((entry) => entry.savedAt)]
  const after = values.includes(chosen.after ?? '') ? (chosen.after as string) : (values[0] ?? '')
  const before = values.includes(chosen.before ?? '') ? (chosen.before as string) : (values.at(-1) ?? '')
  const entries = saved.map(({ savedAt, record }) => ({ savedAt, answered: Object.keys(record.answers).length }))
  const rounds = [before, after].map((value) => recordOf(value, current, saved))
  const t = resultsMessages[language]
  show(
    root,
    <>
      <SavedChooser language={language} saved={entries} hasCurrent={hasCurrent} before={before} after={after} />
      {saved.length > 0 && before === after && <p class="note">{t.chooseTwo}</p>}
      {rounds[0] && rounds[1] && before !== after && (
        <Comparison before={cardOf(pack, rounds[0])} after={cardOf(pack, rounds[1])} pack={pack} language={language} />
      )}
    </>,
  )
  for (const list of root.querySelectorAll<HTMLSelectElement>('[data-round]')) {
    list.addEventListener('change', () => {
      draw(device, { before, after, [list.name]: list.value })
      root.querySelector<HTMLSelectElement>(`#${list.id}`)?.focus()
    })
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-remove]')) {
    button.addEventListener('click', () => remove(device, button.dataset.remove ?? ''))
  }
}

/** Deletes at once and offers to undo it. */
function remove(device: Device, savedAt: string): void {
  const list = removeSaved(savedAt)
  draw(device, {})
  const t = resultsMessages[device.language]
  const notice = document.createElement('p')
  notice.className = 'note'
  notice.setAttribute('role', 'status')
  const undo = document.createElement('button')
  undo.type = 'button'
  undo.className = 'plain'
  undo.textContent = t.undo
  undo.addEventListener('click', () => {
    put(list)
    draw(device, {})
  })
  notice.append(`${t.removed} `, undo)
  device.root.prepend(notice)
  undo.focus()
}

function recordOf(
  value: string,
  current: SelfCheckRecord | undefined,
  saved: SavedSelfCheck[],
): SelfCheckRecord | undefined {
  return value === currentChoice ? current : saved.find((entry) => entry.savedAt === value)?.record
}
