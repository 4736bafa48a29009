import { expect, test } from 'vitest'
import { type Edit, samplePackWith, swap } from '../../test/builders/broken-pack.ts'
import { contentMessages } from './messages.ts'
import { problemLine } from './problems.ts'
import { examinePack, readPack } from './read.ts'

/** The lines an author reads after these changes to the sample pack, notes left out. */
async function errorsAfter(edits: Record<string, Edit>): Promise<string[]> {
  const { problems } = await examinePack(await samplePackWith(edits))
  return problems.filter(({ severity }) => severity === 'error').map((problem) => problemLine(problem))
}

const shelfCare = 'diagnostic/shelves/shelf-care.yaml'
const shelfList = 'catalogue/template-shelf-list/item.yaml'

test('the sample pack is read whole, in the order of the questionnaire', async () => {
  const outcome = await readPack('content/sample')
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problemLine(problem)).join('\n'))
  expect(outcome.pack.components.map(({ domain, id }) => `${domain}/${id}`)).toEqual([
    'shelves/shelf-care',
    'shelves/local-stories',
    'welcome/volunteer-team',
    'welcome/opening-hours',
    'welcome/reading-help',
  ])
  expect(outcome.pack.items.map(({ id }) => id)).toEqual(outcome.pack.items.map(({ id }) => id).sort())
  expect(Object.keys(outcome.pack.pages)).toEqual(['about', 'method'])
  expect(outcome.pack.pages.about?.es).toContain('Este paquete')
})

test('a copy in another folder has the same hash', async () => {
  const here = await readPack('content/sample')
  const copy = await readPack(await samplePackWith({}))
  expect(copy.ok && here.ok && copy.hash === here.hash).toBe(true)
})

test('a comment does not change the hash, a word does', async () => {
  const plain = await readPack('content/sample')
  const commented = await readPack(await samplePackWith({ 'pack.yaml': (text) => `# A comment\n${text}` }))
  const reworded = await readPack(await samplePackWith({ 'pack.yaml': swap('Village library', 'Town library') }))
  if (!plain.ok || !commented.ok || !reworded.ok) throw new Error('one of the packs has problems')
  expect(commented.hash).toBe(plain.hash)
  expect(reworded.hash).not.toBe(plain.hash)
})

test('an unknown key is named with file, line and id', async () => {
  expect(await errorsAfter({ [shelfList]: (text) => `${text}colour: green\n` })).toEqual([
    `${shelfList}:16 [template-shelf-list] unknown key "colour" in the file`,
  ])
})

test('a missing language is named', async () => {
  const edit = swap(
    'name: { en: Shelf care, fr: Soin des rayons, es: Cuidado de los estantes }',
    'name: { en: Shelf care }',
  )
  expect(await errorsAfter({ [shelfCare]: edit })).toEqual([
    `${shelfCare}:4 [shelf-care] "name.fr": this language is missing (allowed: a text in en and in fr)`,
  ])
})

test('a missing part is named', async () => {
  expect(await errorsAfter({ [shelfList]: swap('offline: true\n', '') })).toEqual([
    `${shelfList}:1 [template-shelf-list] "offline" is missing (allowed: boolean)`,
  ])
})

test('a value of another kind is named', async () => {
  expect(await errorsAfter({ [shelfList]: swap('hours: 1', 'hours: one') })).toEqual([
    `${shelfList}:5 [template-shelf-list] "hours" has the wrong kind of value (allowed: number)`,
  ])
})

test('an unknown value comes with the values that are known', async () => {
  expect(await errorsAfter({ [shelfList]: swap('kind: template', 'kind: form') })).toEqual([
    `${shelfList}:2 [template-shelf-list] "kind" is not one of the values known here (allowed: course-basic, course-advanced, guideline, template, coaching)`,
  ])
})

test.each([
  ['hours: 0.3', '"hours" is not a step of the scale (allowed: a multiple of 0.25)'],
  ['hours: -1', '"hours" is too small or has too few entries (allowed: at least 0)'],
])('%s is refused', async (hours, what) => {
  expect(await errorsAfter({ [shelfList]: swap('hours: 1', hours) })).toEqual([
    `${shelfList}:5 [template-shelf-list] ${what}`,
  ])
})

test('an id or date of another form is refused with the form that is wanted', async () => {
  const edit: Edit = (text) => text.replace('2026-11-24', '24/11/2026').replace('en: Shelf list', 'en: " "')
  expect(await errorsAfter({ [shelfList]: edit })).toEqual([
    `${shelfList}:3 [template-shelf-list] "title.en" has the wrong form (allowed: must not be empty)`,
    `${shelfList}:14 [template-shelf-list] "lastReviewed" has the wrong form (allowed: must be a date like 2026-11-24)`,
  ])
})

test('broken YAML and repeated keys are named with their line', async () => {
  expect(await errorsAfter({ 'duties.yaml': () => '- id: [a\n' })).toEqual([
    expect.stringMatching(/^duties\.yaml:2 cannot be read as YAML: /),
  ])
  expect(await errorsAfter({ 'duties.yaml': () => '- id: a\n  id: b\n' })).toEqual([
    expect.stringMatching(/^duties\.yaml:2 cannot be read as YAML: Map keys must be unique/),
  ])
})

test('a file of aliases that grows without end is refused', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`)
  const bomb = `l0: &l0 [a, b]\n${rows.join('\n')}\n`
  expect(await errorsAfter({ 'duties.yaml': () => bomb })).toEqual([
    expect.stringContaining('duties.yaml cannot be read as YAML: '),
  ])
})

test('a text that is not UTF-8 is refused', async () => {
  const latin1 = Uint8Array.from([0x2d, 0x20, 0xe9, 0x0a])
  expect(await errorsAfter({ 'duties.yaml': () => latin1 })).toEqual([
    expect.stringMatching(/^duties\.yaml cannot be read: .*a text file in UTF-8/),
  ])
})

test('every required file is asked for', async () => {
  const gone: Edit = () => undefined
  expect(
    await errorsAfter({
      'duties.yaml': gone,
      'guides/validation.yaml': gone,
      'pages/method.fr.md': gone,
      [shelfCare]: gone,
      [shelfList]: gone,
    }),
  ).toEqual([
    `${shelfList} the file is missing (allowed: a text file in UTF-8)`,
    `${shelfCare} the file is missing (allowed: a text file in UTF-8)`,
    'duties.yaml the file is missing (allowed: a text file in UTF-8)',
    'guides/validation.yaml the file is missing (allowed: interview, validation)',
    'pages/method.fr.md the page is missing in French',
  ])
})

test('what lies in the wrong place is not passed over', async () => {
  const text: Edit = () => 'anything'
  expect(
    await errorsAfter({
      'notes.txt': text,
      'diagnostic/shelves/dusting.yaml': text,
      'diagnostic/cellar/dusting.yaml': text,
      'pages/about.de.md': text,
      [shelfList]: swap('id: template-shelf-list', 'id: template-shelves'),
    }),
  ).toEqual([
    `${shelfList} holds the id "template-shelves" (allowed: template-shelf-list)`,
    'diagnostic/cellar no domain has this id (allowed: shelves, welcome)',
    'diagnostic/shelves/dusting.yaml domains.yaml does not list it under shelves (allowed: shelf-care, local-stories)',
    'notes.txt is not a part of a pack (allowed: pack.yaml, characteristics.yaml, domains.yaml, profile.yaml, report-texts.yaml, duties.yaml, diagnostic, catalogue, guides, pages, README.md)',
    'pages/about.de.md is not named after a page and a language of the pack (allowed: page.language.md)',
  ])
})

test('a folder that is not there gives one problem', async () => {
  const outcome = await readPack('content/nowhere')
  expect(outcome).toEqual({ ok: false, problems: [expect.objectContaining({ severity: 'error', file: '.' })] })
})

test('the problems come in French too', async () => {
  const folder = await samplePackWith({ [shelfList]: (text) => `${text}colour: green\n` })
  const { problems } = await examinePack(folder, { t: contentMessages.fr })
  expect(problems[0] && problemLine(problems[0], contentMessages.fr)).toBe(
    `${shelfList}:16 [template-shelf-list] clé inconnue «\u00a0colour\u00a0» dans le fichier`,
  )
})

test.each(['javascript:alert(1)', 'data:text/html,hello', 'file:///etc/passwd'])(
  'the source of a duty cannot lead to %s',
  async (address) => {
    const edits = { 'duties.yaml': swap('https://example.org/by-law', address) }
    expect(await errorsAfter(edits)).toEqual([expect.stringMatching(/^duties\.yaml:.*web address/)])
  },
)
