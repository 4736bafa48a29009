import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPack } from '../../content/read.ts'
import type { Pack } from '../../content/schema.ts'
import { readAnswersFile, readProfileFile } from './inputs.ts'

let folder: string
let pack: Pack

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-inputs-'))
  const read = await readPack('content/open-smart-cities')
  if (!read.ok) throw new Error('the shipped pack does not pass its check')
  pack = read.pack
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const header = 'respondent,component,facet,level,reason,wanted,importance,note'

async function problemsOf(content: string | Uint8Array, name = 'answers.csv', language: 'en' | 'fr' = 'en') {
  const path = join(folder, name)
  await writeFile(path, content)
  const reading = await readAnswersFile(pack, path, language)
  if (reading.ok) throw new Error('the file was read without a problem')
  return reading.lines.map((line) => line.replace(`${folder}/`, ''))
}

const rowsOf = async (content: string | Uint8Array, name = 'answers.csv') => {
  const path = join(folder, name)
  await writeFile(path, content)
  const reading = await readAnswersFile(pack, path, 'en')
  if (!reading.ok) throw new Error(reading.lines.join('\n'))
  return reading.value.rows
}

test('a file is read with and without a byte order mark, with any line ends', async () => {
  const lines = [header, 'P1,data-inventory,practice,1,,3,2,"Two lists, one old"', 'P1,data-inventory,knowledge,dk,,,,']
  const plain = await rowsOf(lines.join('\n'))
  expect(plain).toHaveLength(2)
  expect(plain[0]).toMatchObject({ given: { kind: 'level', level: 1 }, wanted: 3, importance: 2 })
  expect(await rowsOf(`\uFEFF${lines.join('\r\n')}\r\n`)).toEqual(plain)
})

test('JSON is read as a list of answers, or with profile and needs', async () => {
  const answers = [{ component: 'data-inventory', facet: 'practice', level: 2 }]
  expect(await rowsOf(JSON.stringify(answers), 'list.json')).toHaveLength(1)
  expect(await rowsOf(JSON.stringify({ answers, needs: ['open-data'] }), 'object.json')).toHaveLength(1)
})

test('rows are numbered as a spreadsheet shows them, empty ones included', async () => {
  const problems = await problemsOf(`${header}\n\nP1,data-inventory,practice,9,,,,\n`)
  expect(problems).toEqual([
    'answers.csv: row 3, column level: this is not a level, na, dk or empty (found: “9”; allowed: 0, 1, 2, 3, 4, na, dk)',
  ])
})

test('a missing and an unknown column are named', async () => {
  const problems = await problemsOf('component,facet,colour\ndata-inventory,practice,red\n')
  expect(problems).toHaveLength(2)
  expect(problems[0]).toMatch(
    /^answers\.csv: row 1, column colour: this column is not known \(found: “colour”; allowed: respondent, [^)]*evidence[^)]*\)$/,
  )
  expect(problems[0]).not.toContain('more')
  expect(problems[1]).toMatch(/^answers\.csv: row 1, column level: this column is missing/)
})

test('an unknown component is named with those of the pack', async () => {
  const [problem] = await problemsOf(`${header}\nP1,data-lake,practice,1,,,,\n`)
  expect(problem).toMatch(
    /^answers\.csv: row 2, column component: this component is not .* \(found: “data-lake”; allowed: local-needs-first, .* and 20 more\)/,
  )
})

test('a level out of range, a fraction and a word are refused', async () => {
  const levels = ['5', '-1', '2.5', 'high']
  const components = ['data-inventory', 'data-quality', 'open-data', 'data-sharing']
  const rows = levels.map((level, index) => `P1,${components[index]},practice,${level},,,,`)
  expect(await problemsOf([header, ...rows].join('\n'))).toEqual(
    levels.map(
      (level, index) =>
        `answers.csv: row ${index + 2}, column level: this is not a level, na, dk or empty (found: “${level}”; allowed: 0, 1, 2, 3, 4, na, dk)`,
    ),
  )
})

test('"does not apply" needs a reason', async () => {
  expect(await problemsOf(`${header}\nP1,data-inventory,practice,na,,,,\n`)).toEqual([
    'answers.csv: row 2, column reason: na needs a reason',
  ])
})

test('wanted level and importance are refused on a knowledge row', async () => {
  const problems = await problemsOf(`${header}\nP1,data-inventory,knowledge,1,,3,2,\n`)
  expect(problems[0]).toMatch(
    /^answers\.csv: row 2, column wanted: the wanted level belongs on the row of the first facet, practice \(found: “3”\)/,
  )
  expect(problems[1]).toMatch(/^answers\.csv: row 2, column importance: /)
})

test('JSON without answers, or with something else in their place, says what belongs there', async () => {
  const holds = 'it must hold a list of answers in [ ], each with component, facet and level'
  expect(await problemsOf('{}', 'answers.json')).toEqual([
    `answers.json: field answers: this field is missing; ${holds}`,
  ])
  expect(await problemsOf('{"answers": 7}', 'answers.json')).toEqual([
    `answers.json: field answers: this is not the kind of value that belongs here; ${holds} (found: “7”)`,
  ])
  expect(await problemsOf('{}', 'answers.json', 'fr')).toEqual([
    'answers.json\u00a0: champ answers\u00a0: ce champ manque; il doit contenir une liste de réponses entre [ ], chacune avec component, facet et level',
  ])
})

test('the same answer twice names both rows', async () => {
  const row = 'P1,data-inventory,practice,1,,,,'
  expect(await problemsOf([header, row, row].join('\n'))).toEqual([
    'answers.csv: row 3: the same respondent, component and facet as an earlier row (row 2)',
  ])
})

test('a file in Latin-1 or UTF-16 says how to save it, and where the first odd letter is', async () => {
  const text = `${header}\nP1,data-inventory,practice,1,,,,\nP1,data-inventory,knowledge,1,,,,été\n`
  const [latin] = await problemsOf(Buffer.from(text, 'latin1'))
  expect(latin).toMatch(/^answers\.csv: row 3: the text is not in UTF-8, .*save the file as UTF-8/)
  const [wide] = await problemsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))
  expect(wide).toMatch(/^answers\.csv: the text is in UTF-16; save the file as UTF-8/)
})

test('a workbook is told apart from a text file', async () => {
  const [problem] = await problemsOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'answers.xlsx')
  expect(problem).toMatch(/^answers\.xlsx: this is a spreadsheet workbook; save it as/)
})

test('an empty file and a file with a header alone are told apart', async () => {
  expect(await problemsOf('')).toEqual(['answers.csv: the file is empty'])
  expect(await problemsOf(' \n\n')).toEqual(['answers.csv: the file is empty'])
  expect(await problemsOf(`${header}\n`)).toEqual(['answers.csv: there are no answers in the file'])
})

test('semicolons and tabs between columns are read like commas', async () => {
  const lines = ['component,facet,level,note', 'data-inventory,practice,1,two lists', 'data-inventory,knowledge,dk,']
  const plain = await rowsOf(lines.join('\n'))
  for (const separator of [';', '\t']) {
    expect(await rowsOf(lines.join('\n').replaceAll(',', separator))).toEqual(plain)
  }
})

test('a quotation mark that is never closed names the row where it opens', async () => {
  const [problem] = await problemsOf(
    `${header}\nP1,data-inventory,practice,1,,,,\nP1,open-data,practice,1,,,,"no end\n`,
  )
  expect(problem).toMatch(/^answers\.csv: row 3: a quotation mark is not closed/)
})

test('a row with too many cells is named', async () => {
  const [problem] = await problemsOf(`${header}\nP1,data-inventory,practice,1,,3,2,one,two\n`)
  expect(problem).toMatch(
    /^answers\.csv: row 2: the row does not have as many cells as the header \(found: “9”; allowed: 8\)/,
  )
})

test('a huge file is refused before it is read', async () => {
  const [problem] = await problemsOf(new Uint8Array(21 * 1024 * 1024).fill(0x41))
  expect(problem).toBe('answers.csv: the file has 21 MB; allowed: up to 20 MB')
})

test('a folder and a file that is not there are told apart', async () => {
  await mkdir(join(folder, 'a-folder'), { recursive: true })
  const folderLines = await readAnswersFile(pack, join(folder, 'a-folder'), 'en')
  expect(folderLines).toMatchObject({ lines: [expect.stringMatching(/a-folder: this is a folder; give a file$/)] })
  const missing = await readAnswersFile(pack, join(folder, 'nothing.csv'), 'en')
  expect(missing).toMatchObject({ lines: [expect.stringMatching(/nothing\.csv: there is no such file$/)] })
})

test('JSON that does not parse names the line', async () => {
  const start = '{\n  "answers": [\n    { "component": "data-inventory"'
  const [problem] = await problemsOf(`${start}, }\n  ]\n}\n`, 'answers.json')
  expect(problem).toBe('answers.json: row 3: the file is not valid JSON here')
  const [comma] = await problemsOf(`${start} },\n  ]\n}\n`, 'answers.json')
  expect(comma).toBe('answers.json: row 4: the file is not valid JSON here')
  const [open] = await problemsOf(start, 'answers.json')
  expect(open).toBe('answers.json: row 3: the file is not valid JSON here')
})

test('at most a hundred problems are printed and the rest are counted', async () => {
  const rows = Array.from({ length: 150 }, (_, index) => `P${index},data-lake,practice,1,,,,`)
  const problems = await problemsOf([header, ...rows].join('\n'))
  expect(problems).toHaveLength(101)
  expect(problems.at(-1)).toBe('and 50 more problems')
})

test('every problem can be said in French', async () => {
  const [problem] = await problemsOf(`${header}\nP1,data-inventory,practice,7,,,,\n`, 'reponses.csv', 'fr')
  expect(problem).toBe(
    'reponses.csv\u00a0: ligne 2, colonne level\u00a0: ce n’est ni un niveau, ni na, ni dk, ni vide (trouvé\u00a0: «\u00a07\u00a0»; permis\u00a0: 0, 1, 2, 3, 4, na, dk)',
  )
})

test('a profile file is checked against the questions of the pack', async () => {
  const path = join(folder, 'profile.json')
  await writeFile(path, JSON.stringify({ staffFte: '0-5', jurisdiction: 'atlantis', pets: 'two' }))
  const reading = await readProfileFile(pack, path, 'en')
  expect(reading).toMatchObject({
    lines: [
      expect.stringMatching(/field jurisdiction: this answer is not .* \(found: “atlantis”; allowed: ab, bc/),
      expect.stringMatching(/field pets: this question is not .* \(found: “pets”; allowed: staffFte/),
    ],
  })
})

test('every example of the documentation can be read', async () => {
  for (const name of ['riviere-aux-pins.csv', 'riviere-aux-pins.json', 'maple-flats.csv']) {
    expect(await readAnswersFile(pack, `docs/examples/${name}`, 'en')).toMatchObject({ ok: true })
  }
  expect(await readProfileFile(pack, 'docs/examples/maple-flats-profile.json', 'en')).toMatchObject({ ok: true })
  const page = await readFile('docs/answers-file.md', 'utf8')
  const blocks = [...page.matchAll(/^```(csv|json)\n([\s\S]+?)^```/gm)]
  expect(blocks.map(([, kind]) => kind)).toEqual(['csv', 'json'])
  for (const [, kind, text = ''] of blocks) expect(await rowsOf(text, `snippet.${kind}`)).not.toHaveLength(0)
})
