import type { EnginePack } from '../../domain/engine-pack.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { problemLines } from '../../self-check/kept/file-problems.ts'
import { keepingMessages } from '../../self-check/kept/messages.ts'
import {
  answersText,
  largestFile,
  type RefusedFile,
  readAnswersText,
  releaseNamedIn,
} from '../../self-check/record/answers-text.ts'
import { withNumbers } from '../../self-check/record/describe-answer.ts'
import { isBlank, type SelfCheckRecord } from '../../self-check/record/record.ts'
import { download } from './download.ts'
import { element, onClick, packOf, show } from './page.ts'
import { canUndoReplace, randomId, readRecord, replaceRecord, undoReplace } from './storage.ts'

/** Answers out to a file and in from a file, on the device alone. */
export function files(root: HTMLElement): void {
  const pack = packOf(root)
  const language = document.documentElement.lang as Language
  const t = keepingMessages[language]
  const today = { pack, release: root.dataset.release ?? '' }
  const contentOf = async (release: string | undefined) =>
    (release === undefined || release === today.release ? undefined : await earlierContent(release, language)) ?? today

  const draw = () => {
    const record = readRecord()
    show('nothing', record === undefined)
    show('exports', record !== undefined)
  }
  for (const format of ['json', 'csv'] as const) {
    onClick(`export-${format}`, async () => {
      const record = readRecord()
      if (!record) return
      const content = await contentOf(record.release)
      download(`${t.fileName}.${format}`, answersText(record, content.pack, format))
    })
  }

  /** A file of an earlier release is read with that release, so that nothing in it is unknown. */
  const readFile = async (bytes: Uint8Array) => {
    const content = await contentOf(releaseNamedIn(bytes))
    return readAnswersText(content.pack, bytes, { id: randomId(), now: new Date(), release: content.release })
  }

  element<HTMLFormElement>('import')?.addEventListener('submit', async (event) => {
    event.preventDefault()
    const file = element<HTMLInputElement>('file')?.files?.[0]
    show('undone', false)
    show('imported', false)
    if (!file) return drawProblems([t.importNoFile], 0)
    const reading =
      file.size > largestFile
        ? ({ ok: false, problems: [{ code: 'too-large' }] } satisfies RefusedFile)
        : await readFile(new Uint8Array(await file.arrayBuffer()))
    if (!reading.ok) {
      const { lines, more } = problemLines(reading, language)
      return drawProblems(lines, more)
    }
    drawProblems([], 0)
    if (!replaceRecord(reading.record)) {
      show('save-failed', true)
      return element('save-failed')?.focus()
    }
    drawImported(reading.record)
    element('imported')?.focus()
    draw()
  })

  onClick('undo', () => {
    const undone = undoReplace()
    show('save-failed', !undone)
    show('imported', !undone)
    show('undone', undone)
    draw()
  })

  const drawImported = (record: SelfCheckRecord) => {
    const count = Object.values(record.answers).filter((answer) => !isBlank(answer)).length
    const text = element('imported')?.querySelector('p')
    if (text) text.textContent = withNumbers(t.imported, { n: count })
    show('imported-other', record.release !== today.release)
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

/** The ids and numbers of an earlier release, while the server still has it. Only its hash is sent. */
async function earlierContent(
  release: string,
  language: Language,
): Promise<{ pack: EnginePack; release: string } | undefined> {
  const answer = await fetch(paths.devicePack(language, release)).catch(() => undefined)
  return answer?.ok ? { pack: (await answer.json()) as EnginePack, release } : undefined
}
