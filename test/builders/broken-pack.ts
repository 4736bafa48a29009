import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A change to one file of a pack: its new text, or undefined to remove the file. Text is empty for a file that is not there. */
export type Edit = (text: string) => string | Uint8Array | undefined

/** Puts one text in place of another, and refuses to do nothing. */
export function swap(before: string, after: string): Edit {
  return (text) => {
    if (!text.includes(before)) throw new Error(`The file does not hold “${before}”.`)
    return text.replace(before, after)
  }
}

/** A copy of the sample pack with some files changed; it goes when the test is done. */
export async function samplePackWith(edits: Record<string, Edit>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-pack-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp('content/sample', folder, { recursive: true })
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file)
    const changed = edit(await readFile(path, 'utf8').catch(() => ''))
    if (changed === undefined) await rm(path, { recursive: true })
    else {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, changed)
    }
  }
  return folder
}
