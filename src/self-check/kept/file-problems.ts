import type { AnswerProblem } from '../../domain/answers-file.ts'
import type { Language } from '../../platform/languages.ts'
import { sayAnswerProblem } from '../../ui/answer-problems.ts'
import type { FileProblem, RefusedFile } from '../record/answers-text.ts'
import { keepingMessages } from './messages.ts'

/** Most problems of a file that are listed at once. */
const mostShown = 20

/** The problems of a file as lines to show, and how many more there are. */
export function problemLines(
  { problems, format }: Pick<RefusedFile, 'problems' | 'format'>,
  language: Language,
): { lines: string[]; more: number } {
  const lines = problems.slice(0, mostShown).map((problem) => sayFileProblem(problem, language, format))
  return { lines, more: problems.length - lines.length }
}

/**
 * A problem of a file in words.
 *
 * @param format what the file was read as
 */
export function sayFileProblem(problem: FileProblem, language: Language, format?: RefusedFile['format']): string {
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
      return t.notCsv((problem as { row: number }).row)
    case 'several-respondents':
      return t.severalRespondents((problem as { respondents: number }).respondents)
    default:
      return sayAnswerProblem(problem as AnswerProblem, language, format)
  }
}
