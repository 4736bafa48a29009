import { type AnswerProblem, readAnswers, writeAnswers } from '../domain/answers-file.ts'
import type { EnginePack } from '../domain/engine-pack.ts'
import { readCsv, writeCsv } from '../platform/csv.ts'
import type { Language } from '../platform/languages.ts'
import { sayAnswerProblem } from '../ui/answer-problems.ts'
import { keepingMessages } from './keeping-messages.ts'
import { fromAnswerSet, type SelfCheckRecord, toAnswerSet } from './record.ts'

/** Why a file as a whole is no self-check. */
export type WholeFileProblem =
  | { code: 'too-large' | 'empty' | 'not-utf8' | 'not-json' | 'not-csv' }
  | { code: 'several-respondents'; respondents: number }

export type FileProblem = AnswerProblem | WholeFileProblem

export type FileReading = { ok: true; record: SelfCheckRecord } | { ok: false; problems: FileProblem[] }

/** Largest answers file, in bytes. */
export const largestFile = 1_000_000

/**
 * Reads an answers file, JSON or CSV as its content shows, into a self-check. Runs on the server and on the device. Nothing is
 * taken from a file that has any problem.
 */
export function readAnswersText(
  pack: EnginePack,
  bytes: Uint8Array,
  given: { id: string; now: Date; release: string },
): FileReading {
  if (bytes.length > largestFile) return refused({ code: 'too-large' })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return refused({ code: 'not-utf8' })
  }
  if (text === '') return refused({ code: 'empty' })
  const input = /^[{[]/.test(text) ? jsonOf(text) : csvOf(text)
  if (input === undefined) return refused({ code: /^[{[]/.test(text) ? 'not-json' : 'not-csv' })
  const reading = readAnswers(pack, input)
  if (!reading.ok) return reading
  const outcome = fromAnswerSet(reading.answers, pack, given)
  return outcome.ok ? outcome : refused({ code: 'several-respondents', respondents: outcome.respondents })
}

function refused(problem: WholeFileProblem): FileReading {
  return { ok: false, problems: [problem] }
}

function jsonOf(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function csvOf(text: string) {
  const records = readCsv(text)
  return records && { records }
}

/** The answers of a self-check as an answers file. */
export function answersText(record: SelfCheckRecord, pack: EnginePack, format: 'json' | 'csv'): string {
  const { json, csv } = writeAnswers(toAnswerSet(record, pack))
  return format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : writeCsv(csv.header, csv.records)
}

/** A problem of a file in words. */
export function sayFileProblem(problem: FileProblem, language: Language): string {
  const t = keepingMessages[language]
  switch (problem.code) {
    case 'too-large':
      return t.tooLarge
    case 'empty':
      return t.emptyFile
    case 'not-utf8':
      return t.notUtf8
    case 'not-json':
      return t.notJson
    case 'not-csv':
      return t.notCsv
    case 'several-respondents':
      return t.severalRespondents((problem as { respondents: number }).respondents)
    default:
      return sayAnswerProblem(problem as AnswerProblem, language)
  }
}
