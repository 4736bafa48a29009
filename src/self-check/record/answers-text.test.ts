import { expect, test } from 'vitest'
import { aPack } from '../../../test/builders/pack.ts'
import { problemLines, sayFileProblem } from '../kept/file-problems.ts'
import { answersText, type FileProblem, largestFile, readAnswersText, releaseNamedIn } from './answers-text.ts'
import { newRecord, type SelfCheckRecord } from './record.ts'

const pack = aPack({ components: ['asset-upkeep', 'data-sharing'] })
const given = { id: 'one', now: new Date('2030-01-01T12:00:00Z'), release: 'a'.repeat(64) }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readAnswersText(pack, bytes(text), given)

const answered: SelfCheckRecord = {
  ...newRecord(given),
  answers: {
    'asset-upkeep': {
      given: { practice: 2, knowledge: 'dk' },
      wanted: 3,
      importance: 0,
      note: '=A "list", in two\nlines; é',
    },
    'data-sharing': { given: { practice: 'na' }, reasons: { practice: 'Nothing to share, yet' } },
  },
  needs: ['data-sharing'],
}

test.each(['json', 'csv'] as const)('answers exported as %s can be imported again', (format) => {
  const outcome = read(answersText(answered, pack, format))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const stamped = Object.entries(answered.answers).map(([id, answer]) => [id, { ...answer, rubricVersion: 1 }])
  expect(outcome.record.answers).toEqual(Object.fromEntries(stamped))
  expect(outcome.record.needs).toEqual(format === 'json' ? ['data-sharing'] : [])
})

function problemsOf(text: string): FileProblem[] {
  const outcome = read(text)
  return outcome.ok ? [] : outcome.problems
}

test('a file with any problem is not taken at all, and each problem is said in both languages', () => {
  const problems = problemsOf(
    'component,facet,level,reason\nasset-upkeep,practice,2,\nasset-upkeep,knowledge,9,\ngone,practice,na,\n',
  )
  expect(problems.map((problem) => problem.code)).toEqual([
    'level-not-allowed',
    'unknown-component',
    'na-without-reason',
  ])
  expect(problems.map((problem) => sayFileProblem(problem, 'en'))).toEqual([
    'row 3, column level: this is not a level, na, dk or empty (found: “9”; allowed: 0, 1, 2, 3, 4, na, dk)',
    'row 4, column component: this component is not in the questionnaire (found: “gone”; allowed: asset-upkeep, data-sharing)',
    'row 4, column reason: na needs a reason',
  ])
  expect(sayFileProblem(problems[0] as FileProblem, 'fr')).toBe(
    'ligne 3, colonne level\u00a0: ce n’est ni un niveau, ni na, ni dk, ni vide (trouvé\u00a0: «\u00a09\u00a0»; permis\u00a0: 0, 1, 2, 3, 4, na, dk)',
  )
})

test('a text that is too long is a problem of its row, said with how long it may be', () => {
  const long = 'x'.repeat(2001)
  const reason = 'y'.repeat(501)
  const problems = problemsOf(
    `component,facet,level,reason,note\nasset-upkeep,practice,2,,${long}\ndata-sharing,practice,na,${reason},\n`,
  )
  expect(problems.map((problem) => sayFileProblem(problem, 'en'))).toEqual([
    'row 2, column note: this text has too many characters (found: “2001”; allowed: 0–2000)',
    'row 3, column reason: this text has too many characters (found: “501”; allowed: 0–500)',
  ])
  const longest = `component,facet,level,reason,note\nasset-upkeep,practice,2,,${long.slice(1)}\n`
  expect(problemsOf(longest)).toEqual([])
})

test('a file keeps the release it names, and an answer its version of the wording', () => {
  const release = 'b'.repeat(64)
  const outcome = read(answersText({ ...answered, release }, pack, 'json'))
  if (!outcome.ok) throw new Error('refused')
  expect(outcome.record.release).toBe(release)
  expect(outcome.record.answers['asset-upkeep']).not.toHaveProperty('rubricVersion')
  expect(releaseNamedIn(bytes(answersText({ ...answered, release }, pack, 'json')))).toBe(release)
  expect(releaseNamedIn(bytes(answersText(answered, pack, 'csv')))).toBeUndefined()

  const bumped = aPack({ components: [{ id: 'asset-upkeep', rubricVersion: 2 }, 'data-sharing'] })
  const earlier = { ...answered.answers, 'asset-upkeep': { given: { practice: 2 }, rubricVersion: 1 } }
  const again = readAnswersText(bumped, bytes(answersText({ ...answered, answers: earlier }, bumped, 'json')), given)
  if (!again.ok) throw new Error(JSON.stringify(again.problems))
  expect(again.record.answers['asset-upkeep']?.rubricVersion).toBe(1)
  expect(again.record.answers['data-sharing']?.rubricVersion).toBe(1)
})

test.each([
  ['', 'empty'],
  ['{"answers": [', 'not-json'],
  ['component,facet,level\n"asset-upkeep,practice,1\n', 'not-csv'],
  ['respondent,component,facet,level\na,asset-upkeep,practice,1\nb,asset-upkeep,practice,2\n', 'several-respondents'],
  ['[]', 'no-rows'],
])('%j is refused as %s', (text, code) => {
  const [problem] = problemsOf(text)
  expect(problem?.code).toBe(code)
  for (const language of ['en', 'fr'] as const) expect(sayFileProblem(problem as FileProblem, language)).not.toBe('')
})

test('a broken quote names its row, and a file from a spreadsheet in French is read', () => {
  const [problem] = problemsOf(
    'component,facet,level,note\nasset-upkeep,practice,1,\ndata-sharing,practice,1,"no end\n',
  )
  expect(problem).toEqual({ code: 'not-csv', row: 3 })
  expect(sayFileProblem(problem as FileProblem, 'en')).toMatch(/^Row 3 of the file/)
  expect(read('component;facet;level;note\nasset-upkeep;practice;1;\n')).toMatchObject({ ok: true })
  expect(read('component\tfacet\tlevel\tnote\nasset-upkeep\tpractice\t1\t')).toMatchObject({ ok: true })
})

test('a file in another encoding, and one that is far too large, are refused before they are read', () => {
  const latin = Uint8Array.from([99, 111, 109, 0xe9, 10])
  expect(readAnswersText(pack, latin, given)).toEqual({ ok: false, problems: [{ code: 'not-utf8' }] })
  expect(readAnswersText(pack, new Uint8Array(largestFile + 1), given)).toEqual({
    ok: false,
    problems: [{ code: 'too-large' }],
  })
})

test('a problem in a JSON file speaks of fields, one in a CSV file of columns, and long lists of ids are cut', () => {
  const wide = aPack({ components: Array.from({ length: 12 }, (_, index) => `c${index}`) })
  const sayAll = (text: string, language: 'en' | 'fr') => {
    const outcome = readAnswersText(wide, bytes(text), given)
    return outcome.ok ? [] : problemLines(outcome, language).lines
  }
  const json = '[{"component":"c99","facet":"practice","level":1,"colour":"red"}]'
  expect(sayAll(json, 'en').join('\n')).toContain('answer 1, field colour: this field is not known')
  expect(sayAll(json, 'fr').join('\n')).toContain('réponse 1, champ colour')
  const [line = ''] = sayAll('component,facet,level\nc99,practice,1\n', 'en')
  expect(line).toMatch(/^row 2, column component/)
  expect(line).toContain('allowed: c0, c1, c2, c3, c4, c5, c6, c7 and 4 more')
})
