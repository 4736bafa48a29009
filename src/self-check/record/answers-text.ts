import { type AnswerProblem, readAnswers, writeAnswers } from '../../domain/answers-file.ts'
import type { EnginePack } from '../../domain/engine-pack.ts'
import { type CsvCells, readCsv, writeCsv } from '../../platform/csv.ts'
import { fromAnswerSet, toAnswerSet } from './answer-set.ts'
import type { SelfCheckRecord } from './record.ts'

/** Why a file as a whole is no self-check. */
export type WholeFileProblem =
  | { code: 'too-large' | 'empty' | 'not-utf8' | 'not-json' }
  | { code: 'not-csv'; row: number }
  | { code: 'several-respondents'; respondents: number }

export type FileProblem = AnswerProblem | WholeFileProblem

/** `format` is what the file was read as, once that is known. */
export type RefusedFile = { ok: false; problems: FileProblem[]; format?: 'json' | 'csv' }

export type FileReading = { ok: true; record: SelfCheckRecord } | RefusedFile

/** Largest answers file, in bytes. */
export const largestFile = 1_000_000

/**
 * The release that an answers file names, so that the file can be read with it; nothing when it names none or cannot be read.
 */
export function releaseNamedIn(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes.slice(0, largestFile)).trim()
  const read = jsonOf(text)
  const { release } = ('json' in read ? (read.json ?? {}) : {}) as { release?: unknown }
  return typeof release === 'string' && /^[0-9a-f]{64}$/.test(release) ? release : undefined
}

/**
 * Reads an answers file, JSON or CSV as its content shows, into a self-check. Runs on the server and on the device. Nothing is
 * taken from a file that has any problem.
 *
 * @param pack the release that the file names, where it could be had; otherwise today's
 * @param given.release hash of `pack`
 */
export function readAnswersText(
  pack: EnginePack,
  bytes: Uint8Array,
  given: { id: string; now: Date; release: string },
): FileReading {
  if (bytes.length > largestFile) return refused({ code: 'too-large' })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ code: 'not-utf8' })
  }
  if (text.trim() === '') return refused({ code: 'empty' })
  const input = /^\s*[{[]/.test(text) ? jsonOf(text) : csvOf(text)
  if ('code' in input) return refused(input)
  const reading = readAnswers(pack, input)
  if (!reading.ok) return { ...reading, format: 'json' in input ? 'json' : 'csv' }
  const outcome = fromAnswerSet(reading.answers, pack, given)
  return outcome.ok ? outcome : refused({ code: 'several-respondents', respondents: outcome.respondents })
}

function refused(problem: WholeFileProblem): RefusedFile {
  return { ok: false, problems: [problem] }
}

function jsonOf(text: string): { json: unknown } | WholeFileProblem {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return { code: 'not-json' }
  }
}

function csvOf(text: string): { records: CsvCells } | WholeFileProblem {
  const table = readCsv(text)
  return table.ok ? { records: table.cells } : { code: 'not-csv', row: table.row }
}

/** The answers of a self-check as an answers file. */
export function answersText(record: SelfCheckRecord, pack: EnginePack, format: 'json' | 'csv'): string {
  const { json, csv } = writeAnswers(toAnswerSet(record, pack))
  return format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : writeCsv(csv.header, csv.records)
}
