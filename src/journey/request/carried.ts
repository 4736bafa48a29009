import { randomUUID } from 'node:crypto'
import type { FindContent } from '../../content/releases.ts'
import type { Db } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import { readBrought, type SelfCheckRecord } from '../../self-check/index.ts'

/** What a form brings along: nothing, a self-check, or something that is none. */
export type Brought =
  | { kind: 'nothing' }
  | { kind: 'record'; record: SelfCheckRecord }
  | {
      kind: 'problem'
      field: 'carried-link' | 'carried-file'
      problem: 'no-link' | 'no-file' | 'no-consent'
      lines: string[]
    }

type Reading = { db: Db; now: () => Date; release: string; findContent: FindContent; language: Language }

/**
 * Reads the self-check that a form carries: a private link that is pasted, or a file that was exported (answers or the whole
 * record). It is taken only with the box of consent ticked.
 */
export async function broughtIn(form: PostedForm, deps: Reading): Promise<Brought> {
  const link = textIn(form, 'carried-link').trim()
  const [file] = [form['carried-file'] ?? []].flat().filter((one) => one instanceof File && one.size > 0)
  if (link === '' && !(file instanceof File)) return { kind: 'nothing' }
  const field = link === '' ? 'carried-file' : 'carried-link'
  if (textIn(form, 'carried-consent') !== 'yes') return { kind: 'problem', field, problem: 'no-consent', lines: [] }
  if (link !== '') {
    const token = /([A-Za-z0-9_-]{43})(?:[/?#].*)?$/.exec(link)?.[1]
    const record = token === undefined ? undefined : await readLink(deps, token)
    return record ? { kind: 'record', record } : { kind: 'problem', field, problem: 'no-link', lines: [] }
  }
  if (!(file instanceof File)) return { kind: 'nothing' }
  const content = await deps.findContent(deps.release)
  if (content === undefined) throw new NotFoundError()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reading = await readBrought.file(bytes, { ...deps, now: deps.now(), id: randomUUID(), today: content })
  return reading.ok
    ? { kind: 'record', record: reading.record }
    : { kind: 'problem', field, problem: 'no-file', lines: reading.lines }
}

async function readLink(deps: Reading, token: string): Promise<SelfCheckRecord | undefined> {
  try {
    return await readBrought.link(deps, token)
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}
