import type { Language } from '../../platform/languages.ts'
import {
  answersText,
  type FileProblem,
  largestFile,
  readAnswersText,
  sayFileProblem,
} from '../../self-check/answers-text.ts'
import { fill } from '../../self-check/describe-answer.ts'
import { keepingMessages } from '../../self-check/keeping-messages.ts'
import { isBlank, type SelfCheckRecord } from '../../self-check/record.ts'
import { element, onClick, packOf, show } from './page.ts'
import { canUndoReplace, randomId, readRecord, replaceRecord, undoReplace } from './storage.ts'

/** Most problems of a file that are listed at once. */
const problemsShown = 20

/** Answers out to a file and in from a file, on the device alone. */
export function files(root: HTMLElement): void {
  const pack = packOf(root)
  const language = document.documentElement.lang as Language
  const t = keepingMessages[language]
  const { release = '' } = root.dataset

  const draw = () => {
    const record = readRecord()
    show('nothing', record === undefined)
    show('exports', record !== undefined)
  }
  for (const format of ['json', 'csv'] as const) {
    onClick(`export-${format}`, () => {
      const record = readRecord()
      if (record) download(`waymark-answers.${format}`, answersText(record, pack, format))
    })
  }

  element<HTMLFormElement>('import')?.addEventListener('submit', async (event) => {
    event.preventDefault()
    const file = element<HTMLInputElement>('file')?.files?.[0]
    show('undone', false)
    show('imported', false)
    if (!file) return drawProblems([t.importNoFile], 0)
    const given = { id: randomId(), now: new Date(), release }
    const reading =
      file.size > largestFile
        ? { ok: false as const, problems: [{ code: 'too-large' } satisfies FileProblem] }
        : readAnswersText(pack, new Uint8Array(await file.arrayBuffer()), given)
    if (!reading.ok) {
      const lines = reading.problems.slice(0, problemsShown).map((problem) => sayFileProblem(problem, language))
      return drawProblems(lines, reading.problems.length - lines.length)
    }
    drawProblems([], 0)
    if (!replaceRecord(reading.record)) return show('save-failed', true)
    drawImported(reading.record)
    element('imported')?.focus()
    draw()
  })

  onClick('undo', () => {
    undoReplace()
    show('imported', false)
    show('undone', true)
    draw()
  })

  const drawImported = (record: SelfCheckRecord) => {
    const count = Object.values(record.answers).filter((answer) => !isBlank(answer)).length
    const text = element('imported')?.querySelector('p')
    if (text) text.textContent = fill(t.imported, { n: count })
    show('imported', true)
  }

  const drawProblems = (lines: string[], more: number) => {
    const box = element('problems')
    const all = more > 0 ? [...lines, t.importMore(more)] : lines
    const items = all.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    })
    box?.querySelector('ul')?.replaceChildren(...items)
    show('problems', lines.length > 0)
    if (lines.length > 0) box?.focus()
  }

  draw()
  const current = readRecord()
  // The undo stays within reach after a look around.
  if (current && canUndoReplace()) drawImported(current)
}

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text]))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
