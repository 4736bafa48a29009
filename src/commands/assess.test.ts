import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aTerminal } from '../../test/builders/terminal.ts'
import { type HandAnswer, planByHand } from '../../test/oracles/plan-by-hand.ts'
import { readPack } from '../content/read.ts'
import type { ActionPlan } from '../domain/action-plan-types.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import type { GivenOptions } from './assess/options.ts'
import { addAssess, assess } from './assess.ts'

let folder: string
let out: string
let run = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-assess-'))
})
beforeEach(() => {
  run += 1
  out = join(folder, `results-${run}`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const one = 'docs/examples/riviere-aux-pins.json'
const five = 'docs/examples/maple-flats.csv'

async function runAssess(answers: string, given: GivenOptions = {}, language: 'en' | 'fr' = 'en') {
  const { terminal, printed, lines } = aTerminal(language)
  const status = await assess(answers, { out, ...given }, terminal)
  return { status, printed, lines: lines() }
}

async function json<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(out, name), 'utf8')) as T
}

describe('what is written', () => {
  test('one person’s answers give five documents, and nothing else is left behind', async () => {
    const { status, printed } = await runAssess(one, { community: 'Rivière-aux-Pins', lang: 'fr' })
    expect(status).toBe(0)
    expect(printed.error).toBe('')
    expect(printed.out).toContain('action-plan.docx')
    expect((await readdir(out)).sort()).toEqual([
      'action-plan.docx',
      'action-plan.json',
      'action-plan.pdf',
      'report-card.json',
      'report-card.pdf',
    ])
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
    expect((await readFile(join(out, 'report-card.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await readFile(join(out, 'action-plan.docx'))).subarray(0, 2).toString()).toBe('PK')
    const card = await json<ReportCard>('report-card.json')
    expect(card).toMatchObject({ schemaVersion: 1, respondents: 1, form: 'short', view: 'full' })
    expect((await json<ActionPlan>('action-plan.json')).basis).toMatchObject({ hours: 12, priorities: 3 })
  })

  test('more formats add Word and plain text', async () => {
    const { status } = await runAssess(five, { format: 'docx,text', community: 'Maple Flats' })
    expect(status).toBe(0)
    expect(await readdir(out)).toEqual(
      expect.arrayContaining(['report-card.docx', 'report-card.txt', 'action-plan.txt']),
    )
    const text = await readFile(join(out, 'report-card.txt'), 'utf8')
    expect(text).toContain('Maple Flats')
    expect(Buffer.byteLength(text)).toBeLessThan(200_000)
  })

  test('English and French give the same figures', async () => {
    await runAssess(five, { lang: 'en' })
    const english = [await json('report-card.json'), await json('action-plan.json')]
    await runAssess(five, { lang: 'fr' })
    expect([await json('report-card.json'), await json('action-plan.json')]).toEqual(english)
  })

  test('a profile file, hours and weeks change the plan and never a score', async () => {
    await runAssess(five)
    const before = await json<ReportCard>('report-card.json')
    await runAssess(five, { profile: 'docs/examples/maple-flats-profile.json', hours: '8.25', weeks: '6' })
    const plan = await json<ActionPlan>('action-plan.json')
    expect(plan.basis).toMatchObject({ hours: 8.25, weeks: 6, maxItems: 5, jurisdiction: 'on' })
    expect(plan.pathways.A.hours).toBeLessThanOrEqual(8.25)
    const scores = (card: ReportCard) => card.components.map(({ facets }) => facets.map(({ score }) => score))
    expect(scores(await json<ReportCard>('report-card.json'))).toEqual(scores(before))
  })

  test('a second run replaces the documents and leaves other files alone', async () => {
    await mkdir(out)
    await writeFile(join(out, 'notes.txt'), 'ours')
    await writeFile(join(out, 'report-card.json'), 'old')
    expect((await runAssess(one)).status).toBe(0)
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('ours')
    expect((await json<ReportCard>('report-card.json')).schemaVersion).toBe(1)
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('figures of two people come into the documents only when both agreed, and a note says so', async () => {
    const rows = ['data-inventory', 'open-data'].flatMap((component) =>
      ['P1', 'P2'].flatMap((person, place) => [
        `${person},${component},practice,${place},3,2`,
        `${person},${component},knowledge,${place + 1},,`,
      ]),
    )
    const path = join(folder, 'pair.csv')
    await writeFile(path, ['respondent,component,facet,level,wanted,importance', ...rows].join('\n'))
    const quiet = await runAssess(path, { format: 'text' })
    expect(quiet.status).toBe(0)
    expect(quiet.lines).toEqual([expect.stringContaining('--both-agreed')])
    expect((await json<ReportCard>('report-card.json')).components.find(({ asked }) => asked)?.composite).toBe(1)
    const text = async (name: string) => (await readFile(join(out, name), 'utf8')).replaceAll(/\s+/g, ' ')
    expect(await text('report-card.txt')).toContain('shown once both agree')
    const open = await runAssess(path, { format: 'text', bothAgreed: true })
    expect(open.lines).toEqual([])
    expect(await text('report-card.txt')).not.toContain('shown once both agree')
  })

  test('a release other than the one at hand is said, and the answers are still read', async () => {
    const answers = JSON.parse(await readFile(one, 'utf8'))
    const path = join(folder, 'older.json')
    await writeFile(path, JSON.stringify({ ...answers, release: 'a'.repeat(64) }))
    const { status, lines } = await runAssess(path)
    expect(status).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/^Note: these answers were given on another release/)])
  })
})

describe('what is refused, with status 2 and nothing written', () => {
  const refused = async (answers: string, given: GivenOptions = {}, language: 'en' | 'fr' = 'en') => {
    const { status, lines, printed } = await runAssess(answers, given, language)
    expect(status).toBe(2)
    expect(printed.out).toBe('')
    expect(await readdir(out).catch(() => [])).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
    return lines
  }

  test('answers that cannot be used: every problem, then what to do', async () => {
    const path = join(folder, 'bad.csv')
    await writeFile(path, 'component,facet,level\ndata-inventory,practice,9\ndata-lake,practice,1\n')
    const lines = await refused(path)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('bad.csv: row 2, column level: ')
    expect(lines[2]).toBe('Nothing was written. Correct the file, then run the command again.')
  })

  test('a folder of content that is not a pack', async () => {
    const lines = await refused(one, { pack: 'docs' })
    expect(lines[0]).toBe('docs: this content pack cannot be used:')
  })

  test('a folder of content that is not there, in French', async () => {
    expect(await refused(one, { pack: '/nonexist' }, 'fr')).toEqual([
      '/nonexist\u00a0: cette trousse de contenu est inutilisable\u00a0:',
      'ce dossier n’existe pas',
    ])
  })

  test('hours in French are said with a comma', async () => {
    expect(await refused(one, { hours: '0' }, 'fr')).toEqual([expect.stringContaining('un nombre de 0,25 à 2000')])
  })

  test('hours, weeks, formats, language and name that cannot be used, all at once', async () => {
    const lines = await refused(one, { hours: '0', weeks: '2.5', format: 'docx,xls', lang: 'de', community: ' ' })
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      '--lang',
      '--hours',
      '--weeks',
      '--format',
      '--community',
    ])
  })

  test('no output folder', async () => {
    expect(await refused(one, { out: '' }, 'fr')).toEqual([
      'Nommez le dossier pour les documents\u00a0: waymark assess RÉPONSES --out DOSSIER',
    ])
  })

  test('a profile file that is not JSON', async () => {
    const [line] = await refused(one, { profile: five })
    expect(line).toMatch(/maple-flats\.csv: the file is not valid JSON here|maple-flats\.csv: row \d+: the file is not/)
  })
})

describe('an output that cannot be written', () => {
  test('a file in place of the folder, or above it', async () => {
    const file = join(folder, `file-${run}`)
    await writeFile(file, 'mine')
    expect(await runAssess(one, { out: file })).toMatchObject({
      status: 2,
      lines: [`${file}: this is not a folder; --out needs a folder`],
    })
    expect(await runAssess(one, { out: join(file, 'below') })).toMatchObject({ status: 2, lines: [expect.any(String)] })
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('a folder with the name of a document', async () => {
    await mkdir(join(out, 'report-card.pdf'), { recursive: true })
    const { status, lines } = await runAssess(one)
    expect(status).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/report-card\.pdf: a folder has the name of a document/)])
    expect(await readdir(out)).toEqual(['report-card.pdf'])
  })

  test('a place where no folder can be made', async () => {
    const path = '/proc/waymark-results'
    expect(await runAssess(one, { out: path })).toMatchObject({ status: 2, lines: [expect.stringContaining(path)] })
  })
})

describe('the command line', () => {
  async function called(args: string[], language: 'en' | 'fr' = 'en') {
    const { terminal, printed, lines } = aTerminal(language)
    const program = new Command('waymark').exitOverride()
    addAssess(program, terminal)
    const ended = await program.parseAsync(['assess', ...args], { from: 'user' }).catch((fault: unknown) => fault)
    if (!(ended instanceof CommanderError)) throw new Error('the command was carried out')
    return { exitCode: ended.exitCode, printed, lines: lines() }
  }

  test('help has examples and exit statuses, in both languages', async () => {
    const english = await called(['--help'])
    expect(english.exitCode).toBe(0)
    expect(english.printed.out).toMatch(/Usage: [\s\S]*--community[\s\S]*Examples:[\s\S]*Exit status:\n {2}0 /)
    const french = await called(['--help'], 'fr')
    expect(french.printed.out).toMatch(/Utilisation\u00a0: [\s\S]*Exemples\u00a0:[\s\S]*Code de sortie\u00a0:/)
    expect(french.printed.out).not.toMatch(/Usage:|Options:|Arguments:/)
  })

  test('a misspelt option, a missing value and a missing file are said in one line', async () => {
    expect((await called(['a.csv', '--ouput', 'x'])).lines).toEqual([
      '--ouput is not an option of this command; see waymark assess --help',
    ])
    expect((await called(['a.csv', '--out'])).lines).toEqual(['--out needs a value; see waymark assess --help'])
    expect((await called(['--out', 'x'], 'fr')).lines).toEqual([
      'Nommez le fichier de réponses\u00a0: waymark assess RÉPONSES --out DOSSIER',
    ])
    expect((await called(['a.csv', 'b.csv', '--out', 'x'])).lines).toHaveLength(1)
  })
})

describe('ten people on the sample pack', () => {
  const needs = ['local-stories']
  const said: HandAnswer[] = []
  const rows: object[] = []
  const components = ['opening-hours', 'reading-help', 'volunteer-team', 'shelf-care', 'local-stories']
  for (let person = 0; person < 10; person++) {
    components.forEach((component, place) => {
      const mixed = (person * 7 + place * 5 + person * place) % 11
      const level = mixed === 10 ? 'dk' : mixed % 3 === 2 ? 2 : mixed % 2
      const wanted = 2 + ((person + place) % 2)
      const importance = (person * 3 + place * 2) % 4
      said.push({ component, level, wanted, importance })
      rows.push({ respondent: `P${person + 1}`, component, facet: 'service', level, wanted, importance })
    })
  }

  for (const connectivity of ['good', 'poor']) {
    for (const hours of [2, 4, 6, 9]) {
      test(`assess equals brute force with ${hours} hours and a ${connectivity} connection`, async () => {
        const answers = join(folder, 'ten.json')
        await writeFile(answers, JSON.stringify({ answers: rows, needs, profile: { connectivity } }))
        const { status } = await runAssess(answers, { pack: 'content/sample', hours: `${hours}` })
        expect(status).toBe(0)
        const read = await readPack('content/sample')
        if (!read.ok) throw new Error('the sample pack does not pass its check')
        const plan = await json<ActionPlan>('action-plan.json')
        const { maxItems } = plan.basis
        const byHand = planByHand(read.pack, said, { hours, maxItems, needs, offline: connectivity === 'poor' })
        for (const id of ['A', 'B'] as const) {
          const { items, hours: its, value, proven } = plan.pathways[id]
          expect({ items: items.map(({ item }) => item).sort(), hours: its, value }).toEqual(byHand[id])
          expect(proven).toBe(true)
        }
        expect(plan.delta).toBe(byHand.delta)
        const card = await json<ReportCard>('report-card.json')
        for (const { component, facets } of card.components) {
          expect(facets[0]?.score).toBeCloseTo(byHand.scores[component] ?? Number.NaN, 12)
        }
      })
    }
  }
})
