import type { ReportCard } from '../domain/report-card-types.ts'
import type { SelfCheckRecord } from '../self-check/record/record.ts'
import type { Scored } from '../self-check/record/releases.ts'
import { resultsMessages } from '../self-check/results/messages.ts'
import { reportCardOf } from '../self-check/results/report-card-of.ts'
import { Comparison, currentChoice, SavedChooser } from '../self-check/results/saved-parts.tsx'
import { type Device, onResultsPage, show, tell } from './results/device.ts'
import { put, removeSaved, type SavedSelfCheck, savedList } from './results/saved.ts'
import { readRecord } from './self-check/storage.ts'

void onResultsPage((device) => draw(device, {}))

type Chosen = { before?: string; after?: string }

async function draw(device: Device, chosen: Chosen): Promise<void> {
  const { root, language, scored } = device
  const saved = savedList()
  const current = readRecord()
  const hasCurrent = current !== undefined && Object.keys(current.answers).length > 0
  const values = [...(hasCurrent ? [currentChoice] : []), ...saved.map((entry) => entry.savedAt)]
  const after = values.includes(chosen.after ?? '') ? (chosen.after as string) : (values[0] ?? '')
  const before = values.includes(chosen.before ?? '') ? (chosen.before as string) : (values.at(-1) ?? '')
  const entries = saved.map(({ savedAt, record }) => ({ savedAt, answered: Object.keys(record.answers).length }))
  const rounds = [before, after].map((value) => recordOf(value, current, saved))
  const t = resultsMessages[language]
  const [earlier, later] = rounds
  const both = earlier && later && before !== after ? await Promise.all([scored(earlier), scored(later)]) : []
  show(
    root,
    <>
      <SavedChooser language={language} saved={entries} hasCurrent={hasCurrent} before={before} after={after} />
      {saved.length > 0 && before === after && <p class="note">{t.chooseTwo}</p>}
      {both.some(({ standing }) => standing === 'unknown') && <p class="note">{t.otherRelease}</p>}
      {both[0] && both[1] && (
        <Comparison
          before={cardToCompare(both[0], earlier)}
          after={cardToCompare(both[1], later)}
          pack={both[1].pack}
          language={language}
        />
      )}
    </>,
  )
  for (const list of root.querySelectorAll<HTMLSelectElement>('[data-round]')) {
    list.addEventListener('change', async () => {
      await draw(device, { before, after, [list.name]: list.value })
      root.querySelector<HTMLSelectElement>(`#${list.id}`)?.focus()
    })
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-remove]')) {
    button.addEventListener('click', () => void remove(device, button.dataset.remove ?? ''))
  }
}

/** Deletes at once and offers to undo it. */
async function remove(device: Device, savedAt: string): Promise<void> {
  const t = resultsMessages[device.language]
  const list = removeSaved(savedAt)
  if (list === undefined) return tell(device.root, t.notSaved)
  await draw(device, {})
  const notice = document.createElement('p')
  notice.className = 'note'
  notice.setAttribute('role', 'status')
  const undo = document.createElement('button')
  undo.type = 'button'
  undo.className = 'plain'
  undo.textContent = t.undo
  undo.addEventListener('click', () => {
    if (put(list)) void draw(device, {})
    else tell(device.root, t.notSaved)
  })
  notice.append(`${t.removed} `, undo)
  device.root.prepend(notice)
  undo.focus()
}

/** A card that names the pack that was answered, even where only today's content could be had. */
function cardToCompare(scored: Scored, record: SelfCheckRecord | undefined): ReportCard {
  const card = reportCardOf(scored)
  return { ...card, pack: record?.pack ?? card.pack }
}

function recordOf(
  value: string,
  current: SelfCheckRecord | undefined,
  saved: SavedSelfCheck[],
): SelfCheckRecord | undefined {
  return value === currentChoice ? current : saved.find((entry) => entry.savedAt === value)?.record
}
