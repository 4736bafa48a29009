import { describe, expect, test } from 'vitest'
import { type Edit, samplePackWith, swap } from '../../../test/builders/broken-pack.ts'
import { problemLine } from '../problems.ts'
import { type CheckOptions, examinePack } from '../read.ts'
import { cycles } from './cycles.ts'

async function linesAfter(edits: Record<string, Edit>, options: CheckOptions = {}) {
  const { problems } = await examinePack(await samplePackWith(edits), options)
  const lines = (severity: string) =>
    problems.filter((problem) => problem.severity === severity).map((problem) => problemLine(problem))
  return { errors: lines('error'), notes: lines('note') }
}

const shelfCare = 'diagnostic/shelves/shelf-care.yaml'
const openingHours = 'diagnostic/welcome/opening-hours.yaml'
const shelfList = 'catalogue/template-shelf-list/item.yaml'
const coaching = 'catalogue/coaching-volunteer-team/item.yaml'

test('the sample pack has no errors, and one note: how far its third language goes', async () => {
  expect(await linesAfter({})).toEqual({
    errors: [],
    notes: [expect.stringMatching(/^pack\.yaml:8 \[sample\] "es": \d+ of \d+ texts; the others fall back to English$/)],
  })
})

describe('references', () => {
  test.each<[string, string, Edit, string]>([
    [
      'enables',
      shelfCare,
      swap('enables: [local-stories]', 'enables: [dusting]'),
      ':7 [shelf-care] "dusting" leads nowhere',
    ],
    [
      'serves of a component',
      shelfCare,
      swap('serves: [C2]', 'serves: [C9]'),
      ':6 [shelf-care] "C9" leads nowhere (allowed: C1, C2)',
    ],
    ['serves of a domain', 'domains.yaml', swap('serves: [C2]', 'serves: [C9]'), ':4 [shelves] "C9" leads nowhere'],
    ['a variant', shelfCare, swap('  school:', '  attic:'), ':25 [shelf-care] "attic" leads nowhere (allowed: school)'],
    ['the default variant', shelfCare, swap('  school:', '  village:'), ':25 [shelf-care] "village" leads nowhere'],
    [
      'a lift’s component',
      shelfList,
      swap('- { component: shelf-care, facet: service, lift', '- { component: dusting, facet: service, lift'),
      ':7 [template-shelf-list] "dusting" leads nowhere',
    ],
    [
      'a lift’s facet',
      shelfList,
      swap('facet: service, lift', 'facet: knowledge, lift'),
      ':7 [template-shelf-list] "knowledge" leads nowhere (allowed: service)',
    ],
    [
      'an objective’s component',
      shelfList,
      swap('- { component: shelf-care, facet: service, level', '- { component: dusting, facet: service, level'),
      ':9 [template-shelf-list] "dusting" leads nowhere',
    ],
    [
      'a prerequisite',
      shelfList,
      swap('[guide-shelf-care]', '[guide-dusting]'),
      ':10 [template-shelf-list] "guide-dusting" leads nowhere',
    ],
    [
      'an item’s language',
      shelfList,
      swap('languages: [en, fr]', 'languages: [en, de]'),
      ':11 [template-shelf-list] "de" leads nowhere (allowed: en, fr, es)',
    ],
    [
      'a guide’s tag',
      'guides/interview.yaml',
      swap('[volunteer-team, opening-hours]', '[dusting]'),
      ':11 [today] "dusting" leads nowhere',
    ],
    [
      'a profile’s variant',
      'profile.yaml',
      swap('variant: school', 'variant: attic'),
      ':14 [school] "attic" leads nowhere (allowed: village, school)',
    ],
    [
      'a duty’s component',
      'duties.yaml',
      swap('component: opening-hours', 'component: dusting'),
      ':2 [north-shore-posted-hours] "dusting" leads nowhere',
    ],
    [
      'a duty’s jurisdiction',
      'duties.yaml',
      swap('[north-shore]', '[moon]'),
      ':3 [north-shore-posted-hours] "moon" leads nowhere (allowed: north-shore, south-shore)',
    ],
    [
      'a duty’s community type',
      'duties.yaml',
      swap('component:', 'communityTypes: [castle]\n  component:'),
      ':2 [north-shore-posted-hours] "castle" leads nowhere (allowed: village, school)',
    ],
    [
      'a rubric’s facet',
      shelfCare,
      swap('rubrics:\n  service:', 'rubrics:\n  habit: []\n  service:'),
      ':19 [shelf-care] "habit" leads nowhere (allowed: service)',
    ],
  ])('%s that leads nowhere is found', async (_name, file, edit, line) => {
    const { errors } = await linesAfter({ [file]: edit })
    expect(errors).toContainEqual(expect.stringContaining(`${file}${line}`))
  })

  test('what leads to a file that cannot be read is not reported a second time', async () => {
    const { errors } = await linesAfter({ 'catalogue/guide-shelf-care/item.yaml': () => 'id: [\n' })
    expect(errors).toEqual([expect.stringContaining('catalogue/guide-shelf-care/item.yaml:2 cannot be read as YAML')])
  })
})

test('a component cannot take the address of another page of the self-check', async () => {
  const edits = { 'domains.yaml': swap('[shelf-care, local-stories]', '[shelf-care, plan]') }
  const { errors } = await linesAfter(edits, { reservedIds: ['plan'] })
  expect(errors).toContainEqual(expect.stringContaining('"plan" is the address of another page of the self-check'))
})

describe('repeated ids', () => {
  const twice = (entry: string): Edit => swap(entry, `${entry}\n${entry}`)
  test.each<[string, string, Edit, string]>([
    [
      'facet',
      'pack.yaml',
      (text) =>
        text.replace('calibration:', `${/ {2}- id: service[\s\S]*?(?=calibration:)/.exec(text)?.[0]}calibration:`),
      '"service" is repeated',
    ],
    [
      'variant',
      'pack.yaml',
      twice('  - { id: school, name: { en: School library, fr: Bibliothèque scolaire } }'),
      '"school" is repeated',
    ],
    ['language', 'pack.yaml', swap('[en, fr, es]', '[en, fr, es, es]'), '"es" is repeated'],
    ['characteristic', 'characteristics.yaml', (text) => text + text, '"C1" is repeated'],
    [
      'component',
      'domains.yaml',
      swap('[shelf-care, local-stories]', '[shelf-care, local-stories, shelf-care]'),
      '"shelf-care" is repeated',
    ],
    [
      'enabled component',
      shelfCare,
      swap('enables: [local-stories]', 'enables: [local-stories, local-stories]'),
      '"local-stories" is repeated',
    ],
    [
      'prerequisite',
      shelfList,
      swap('[guide-shelf-care]', '[guide-shelf-care, guide-shelf-care]'),
      '"guide-shelf-care" is repeated',
    ],
    [
      'lift',
      shelfList,
      twice('  - { component: shelf-care, facet: service, lift: 0.5, ceiling: 2 }'),
      '"shelf-care service" is repeated',
    ],
    ['question', 'profile.yaml', (text) => text + text, '"volunteers" is repeated'],
    [
      'option',
      'profile.yaml',
      twice('    - { id: village, label: { en: Village, fr: Village } }'),
      '"village" is repeated',
    ],
    ['block', 'guides/interview.yaml', swap('- id: tomorrow', '- id: today'), '"today" is repeated'],
    ['duty', 'duties.yaml', (text) => text + text, '"north-shore-posted-hours" is repeated'],
    [
      'level text',
      'report-texts.yaml',
      swap('{ facet: service, level: 1', '{ facet: service, level: 0'),
      '"service 0" is repeated',
    ],
  ])('a %s is found', async (_name, file, edit, what) => {
    const { errors } = await linesAfter({ [file]: edit })
    expect(errors).toContainEqual(expect.stringMatching(new RegExp(`^${file}:\\d+ .*${what}`)))
  })
})

describe('circles', () => {
  test('among "enables"', async () => {
    const { errors } = await linesAfter({ [openingHours]: swap('enables: []', 'enables: [volunteer-team]') })
    expect(errors).toEqual([
      `${openingHours}:7 [opening-hours] runs in a circle: opening-hours → volunteer-team → opening-hours`,
    ])
  })

  test('among prerequisites, an item that needs itself included', async () => {
    const guide = 'catalogue/guide-shelf-care/item.yaml'
    const { errors } = await linesAfter({ [guide]: (text) => `${text}prerequisites: [guide-shelf-care]\n` })
    expect(errors).toEqual([`${guide}:15 [guide-shelf-care] runs in a circle: guide-shelf-care → guide-shelf-care`])
  })

  test('each circle is told once, from its smallest id, by the shortest way', () => {
    const edges = new Map([
      ['c', ['a']],
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['d', ['e']],
      ['e', []],
      ['g', ['h']],
      ['h', ['g', 'a']],
    ])
    expect(cycles(edges)).toEqual([
      ['a', 'b', 'c'],
      ['g', 'h'],
    ])
  })
})

describe('the scale', () => {
  test('a descriptor left out, twice or out of order is found', async () => {
    const { errors } = await linesAfter({ [openingHours]: swap('    - { level: 2,', '    - { level: 1,') })
    expect(errors).toEqual([
      `${openingHours}:18 [opening-hours] "rubrics.service" must have one entry for each level, in order; found 0, 1, 1, 3 (allowed: 0, 1, 2, 3)`,
    ])
  })

  test('a facet without descriptors is found', async () => {
    const { errors } = await linesAfter({ [openingHours]: swap('  service:', '  habit:') })
    expect(errors).toContain(`${openingHours}:17 [opening-hours] descriptors of the facet "service" are missing`)
  })

  test('a step left out is found', async () => {
    const { errors } = await linesAfter({ [openingHours]: swap('- { to: 3,', '- { to: 4,') })
    expect(errors).toEqual([expect.stringContaining('found 1, 2, 4 (allowed: 1, 2, 3)')])
  })

  test('levels of the pack out of order, and facets of different length, are found', async () => {
    const { errors } = await linesAfter({ 'pack.yaml': swap('- level: 1', '- level: 7') })
    expect(errors).toEqual([expect.stringContaining('"facets.0.levels" must have one entry for each level')])
    const second: Edit = (text) => {
      const facet =
        / {2}- id: service[\s\S]*?(?=calibration:)/.exec(text)?.[0].replace('id: service', 'id: habit') ?? ''
      const shorter = facet.slice(0, facet.indexOf('      - level: 3'))
      return text.replace('calibration:', `${shorter}calibration:`)
    }
    const { errors: unlike } = await linesAfter({ 'pack.yaml': second })
    expect(unlike).toContainEqual(
      expect.stringContaining('facet "habit" has 3 levels (allowed: 4, like the first facet)'),
    )
  })

  test('a ceiling or an objective above the scale, and a lift above its ceiling, are found', async () => {
    const { errors } = await linesAfter({
      [shelfList]: (text) =>
        text.replace('lift: 0.5, ceiling: 2', 'lift: 0.5, ceiling: 4').replace('level: 2', 'level: 4'),
      [coaching]: swap('lift: 0.75, ceiling: 3', 'lift: 3.5, ceiling: 3'),
    })
    expect(errors).toEqual([
      `${coaching}:7 [coaching-volunteer-team] the lift 3.5 is above its ceiling (allowed: up to 3)`,
      `${shelfList}:7 [template-shelf-list] the ceiling 4 is above the scale (allowed: up to 3)`,
      `${shelfList}:9 [template-shelf-list] level 4 is above the scale (allowed: 1 to 3)`,
    ])
  })

  test('report texts are complete and only on the scale', async () => {
    const { errors } = await linesAfter({
      'report-texts.yaml': (text) => text.replace('level: 3', 'level: 9').replace('from: 0, to: 1', 'from: 0, to: 2'),
    })
    expect(errors).toEqual([
      'report-texts.yaml:1 the text of levels for "service 3" is missing',
      'report-texts.yaml:5 "service 9" is not on the scale (allowed: service 0, service 1, service 2, service 3)',
      'report-texts.yaml:6 the text of changes for "service 0 to 1" is missing',
      'report-texts.yaml:7 "service 0 to 2" is not on the scale (allowed: service 0 to 1, service 1 to 2, service 2 to 3)',
    ])
  })
})

describe('the catalogue', () => {
  test('a component without a basic course, or without anything further, is found', async () => {
    const { errors } = await linesAfter({
      'catalogue/shelf-care-first-steps/item.yaml': swap('kind: course-basic', 'kind: course-advanced'),
      'catalogue/guide-reading-help/item.yaml': swap('kind: guideline', 'kind: template'),
    })
    expect(errors).toEqual([
      expect.stringContaining('[local-stories] no basic course'),
      expect.stringContaining('[shelf-care] no basic course'),
      expect.stringContaining('[reading-help] no advanced course and no guideline'),
    ])
  })

  test('a prerequisite exists in every language of its item', async () => {
    const { errors } = await linesAfter({
      'catalogue/guide-shelf-care/item.yaml': swap('languages: [en, fr]', 'languages: [en]'),
    })
    expect(errors).toEqual([
      `${shelfList}:10 [template-shelf-list] "guide-shelf-care" does not exist in the item's language "fr"`,
    ])
  })

  test('a member of the prerequisite’s variantGroup will do in its stead', async () => {
    const { errors } = await linesAfter({
      'catalogue/welcome-desk-basics/item.yaml': swap('languages: [en, fr, es]', 'languages: [en]'),
    })
    expect(errors).toEqual([])
  })

  test('an offline item whose prerequisite needs a connection is a note', async () => {
    const { errors, notes } = await linesAfter({
      'catalogue/guide-shelf-care/item.yaml': swap('offline: true', 'offline: false'),
    })
    expect(errors).toEqual([])
    expect(notes).toContainEqual(expect.stringContaining('"guide-shelf-care" needs a connection'))
  })

  test('a variantGroup has two members, and none needs the other', async () => {
    const paper = 'catalogue/welcome-desk-on-paper/item.yaml'
    const alone = await linesAfter({ [paper]: swap('variantGroup: welcome-desk', 'variantGroup: paper') })
    expect(alone.errors).toEqual([
      expect.stringContaining('no other item is in the variantGroup "welcome-desk"'),
      expect.stringContaining('no other item is in the variantGroup "paper"'),
    ])
    const needing = await linesAfter({ [paper]: (text) => `${text}prerequisites: [welcome-desk-basics]\n` })
    expect(needing.errors).toEqual([expect.stringContaining('"welcome-desk-basics" is of the same variantGroup')])
  })

  test('an objective beside the lifts, or above their ceiling, is a note', async () => {
    const { errors, notes } = await linesAfter({
      [shelfList]: swap(
        '- { component: shelf-care, facet: service, level: 2',
        '- { component: reading-help, facet: service, level: 2',
      ),
      'catalogue/guide-shelf-care/item.yaml': swap('level: 1', 'level: 2'),
    })
    expect(errors).toEqual([])
    expect(notes).toContainEqual(expect.stringContaining('the item does not lift'))
    expect(notes).toContainEqual(expect.stringContaining("level 2 is above the ceiling of the item's lift"))
  })

  test('a range of respondents that runs backwards is found', async () => {
    const { errors } = await linesAfter({ 'profile.yaml': swap('respondents: [1, 2]', 'respondents: [2, 1]') })
    expect(errors).toEqual([expect.stringContaining('the first number is above the second (allowed: from, to)')])
  })
})

describe('languages', () => {
  test('a language that the pack does not list is found', async () => {
    const { errors } = await linesAfter({ [openingHours]: swap('es: Horario', 'de: Zeiten') })
    expect(errors).toEqual([
      `${openingHours}:4 [opening-hours] the pack does not list the language "de" (allowed: en, fr, es)`,
    ])
  })

  test('a pack without English or French is refused', async () => {
    const { errors } = await linesAfter({ 'pack.yaml': swap('[en, fr, es]', '[en, es]') })
    expect(errors).toContainEqual(expect.stringContaining('the language "fr" is missing'))
  })

  test('a slip of French typography is found', async () => {
    const { errors } = await linesAfter({
      'profile.yaml': swap('fr: Où se trouve-t-elle?', 'fr: Où se trouve-t-elle ?'),
    })
    expect(errors).toEqual(['profile.yaml:16 [jurisdiction] French has no space before ? ! ;'])
  })
})
