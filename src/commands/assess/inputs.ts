import type { Pack } from '../../content/schema.ts'
import type { AnswerSet, Profile } from '../../domain/answers.ts'
import { type AnswerProblem, readAnswers } from '../../domain/answers-file.ts'
import { readProfile } from '../../domain/profile-answers.ts'
import { readCsv } from '../../platform/csv.ts'
import type { Language } from '../../platform/languages.ts'
import { type AnswerFile, sayAnswerProblem } from '../../ui/answer-problems.ts'
import { type FileProblem, largestFile, readTextFile } from './input-file.ts'
import { assessMessages } from './messages.ts'

type Reading<T> = { ok: true; value: T } | { ok: false; lines: string[] }

/** More problems than this are counted, not printed: the first ones usually explain the rest. */
const mostLines = 100

const megabyte = 1024 * 1024

/** Characters that V8 shows before the one it could not take. */
const shownBefore = 10

/** Reads a file of answers, CSV or JSON as its text shows. Each problem is one line: file, row, column, what is wrong, what is allowed. */
export async function readAnswersFile(pack: Pack, path: string, language: Language): Promise<Reading<AnswerSet>> {
  const t = assessMessages[language]
  const file = await readTextFile(path)
  if (!file.ok) return refused([fileLine(path, file.problem, language)])
  let input: Parameters<typeof readAnswers>[1]
  if (/^\s*[{[]/.test(file.text)) {
    const json = parseJson(path, file.text, language)
    if (!json.ok) return json
    input = { json: json.value }
  } else {
    const table = readCsv(file.text)
    if (!table.ok) return refused([t.line(path, { row: table.row }, t.brokenQuotes)])
    input = { records: table.cells }
  }
  const reading = readAnswers(pack, input)
  const format = 'json' in input ? 'json' : 'csv'
  return reading.ok
    ? { ok: true, value: reading.answers }
    : refused(problemLines(path, reading.problems, language, { format, firstFacet: pack.facets[0]?.id }))
}

/** Reads a file with the answers to the profile questions, as JSON. */
export async function readProfileFile(pack: Pack, path: string, language: Language): Promise<Reading<Profile>> {
  const file = await readTextFile(path)
  if (!file.ok) return refused([fileLine(path, file.problem, language)])
  const json = parseJson(path, file.text, language)
  if (!json.ok) return json
  const reading = readProfile(pack, json.value)
  return reading.ok
    ? { ok: true, value: reading.profile }
    : refused(problemLines(path, reading.problems, language, { format: 'json' }))
}

function parseJson(path: string, text: string, language: Language): Reading<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (fault) {
    const t = assessMessages[language]
    const row = lineOfFault(fault, text)
    return refused([t.line(path, row === undefined ? {} : { row }, t.notJson)])
  }
}

/** V8 gives the line, or a few characters around the place; those are looked for in the text, and count if they occur once. */
function lineOfFault(fault: unknown, text: string): number | undefined {
  const message = fault instanceof Error ? fault.message : ''
  const told = /\(line (\d+) column \d+\)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  const around = /^Unexpected token .+?, \.\.\."([\s\S]+)"(\.\.\. | )is not valid JSON$/.exec(message)?.[1]
  if (around === undefined) return undefined
  const place = text.indexOf(around)
  if (place < 0 || text.indexOf(around, place + 1) >= 0) return undefined
  return text.slice(0, place + shownBefore).split('\n').length
}

function problemLines(
  path: string,
  problems: readonly AnswerProblem[],
  language: Language,
  file: AnswerFile,
): string[] {
  const t = assessMessages[language]
  const lines = problems
    .slice(0, mostLines)
    .map((problem) => t.line(path, {}, sayAnswerProblem(problem, language, file)))
  return problems.length > mostLines ? [...lines, t.more(problems.length - mostLines)] : lines
}

function fileLine(path: string, problem: FileProblem, language: Language): string {
  const t = assessMessages[language]
  if (problem.code === 'too-large') {
    const size = Math.ceil(problem.bytes / megabyte)
    return t.line(path, {}, t.tooLarge(size, largestFile / megabyte))
  }
  const text = t.file[problem.code]
  if (problem.code === 'not-utf-8') return t.line(path, { row: problem.row }, text)
  return t.line(path, {}, problem.code === 'unreadable' ? `${text} (${problem.detail})` : text)
}

function refused(lines: string[]): { ok: false; lines: string[] } {
  return { ok: false, lines }
}
