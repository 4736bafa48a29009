import { describe, expect, test } from 'vitest'
import { type Edit, samplePackWith, swap } from '../../../test/builders/broken-pack.ts'
import { problemLine } from '../problems.ts'
import { examinePack } from '../read.ts'

async function linesAfter(edits: Record<string, Edit>) {
  const { problems } = await examinePack(await samplePackWith(edits))
  const lines = (severity: string) =>
    problems.filter((problem) => problem.severity === severity).map((problem) => problemLine(problem))
  // The sample's third language is always a note.
  return {
    errors: lines('error'),
    notes: lines('note').filter((line) => !line.startsWith('pack.yaml:8 [sample] "es"')),
  }
}

const folder = 'catalogue/shelf-care-first-steps'
const course = `${folder}/course.yaml`
const guideline = 'catalogue/guide-shelf-care/guideline.yaml'
const template = 'catalogue/template-shelf-list/template.yaml'
const coaching = 'catalogue/coaching-volunteer-team/coaching.yaml'

describe('files', () => {
  test.each<[string, string, Edit, string]>([
    [
      'a file of another kind of item',
      'catalogue/template-shelf-list/guideline.yaml',
      () => 'templates: []\n',
      'catalogue/template-shelf-list/guideline.yaml does not belong to an item of the kind "template" (allowed: template.yaml)',
    ],
    ['a main file that is missing', course, () => undefined, `${course} the file is missing`],
    [
      'a lesson without its French text',
      `${folder}/lessons/one-shelf.fr.md`,
      () => undefined,
      `${folder}/lessons/one-shelf.fr.md the file is missing`,
    ],
    [
      'a lesson that the course does not list',
      `${folder}/lessons/dust.en.md`,
      () => '## Dust\n',
      `${folder}/lessons/dust.en.md no lesson or figure with this name and language belongs to the item`,
    ],
    [
      'a text in a language that the pack does not list',
      `${folder}/lessons/one-shelf.de.md`,
      () => '## Regal\n',
      `${folder}/lessons/one-shelf.de.md no lesson or figure`,
    ],
    ['an empty text', `${folder}/facilitator.en.md`, () => '\n', `${folder}/facilitator.en.md is empty`],
    [
      'a figure without its English drawing',
      `${folder}/figures/four-signs.en.svg`,
      () => undefined,
      `${folder}/figures/four-signs.en.svg the file is missing`,
    ],
    [
      'a file beside a link',
      'catalogue/guide-shelf-care/link.yaml',
      () => 'url: https://example.org\npublisher: { en: Someone, fr: Quelqu’un }\n',
      'catalogue/guide-shelf-care/figures lies beside link.yaml',
    ],
    ['an unknown key', coaching, (text) => `${text}colour: green\n`, 'unknown key "colour" in the file'],
  ])('%s is found', async (_, file, edit, line) => {
    expect((await linesAfter({ [file]: edit })).errors).toContainEqual(expect.stringContaining(line))
  })

  test('a body that cannot be read is not reported again by those that point to it', async () => {
    const { errors } = await linesAfter({ [template]: swap('formats: [word, spreadsheet]', 'formats: [stone]') })
    expect(errors).toEqual([expect.stringContaining(`${template}:`)])
  })

  test('a link stands for the whole body of an item of any kind', async () => {
    const { loaded, problems } = await examinePack(
      await samplePackWith({
        'catalogue/guide-reading-help/link.yaml': () => 'url: https://example.org/help\npublisher: { en: A, fr: B }\n',
      }),
    )
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(loaded?.pack.bodies['guide-reading-help']).toMatchObject({ kind: 'link', url: 'https://example.org/help' })
  })

  test('a further language is read where it has a file', async () => {
    const { loaded } = await examinePack(
      await samplePackWith({
        [`${folder}/facilitator.es.md`]: () => '## Antes\n\nTraiga libros.\n\n## Preguntas\n\n- ¿Uno?\n- ¿Dos?\n',
      }),
    )
    expect(loaded?.pack.bodies['shelf-care-first-steps']).toMatchObject({
      facilitator: { es: expect.stringContaining('Traiga libros') },
    })
  })
})

describe('a course', () => {
  test.each<[string, Edit, string]>([
    ['a lesson twice', swap('id: one-shelf', 'id: worn-books'), '[worn-books] "worn-books" is repeated'],
    [
      'an exercise without its template',
      swap('template: template-shelf-list', 'template: guide-shelf-care'),
      '"guide-shelf-care" leads nowhere',
    ],
    [
      'an exercise whose template is only described',
      swap('template: template-shelf-list', 'template: template-opening-notice'),
      '"template-opening-notice" leads nowhere (allowed: template-shelf-list)',
    ],
    ['a question’s id twice', swap('id: b-shelves', 'id: a-minutes'), '"a-minutes" is repeated'],
    ['an option’s id twice', swap('id: throw-out', 'id: put-back'), '"put-back" is repeated'],
    [
      'two options with the same words',
      swap('en: Throw it out.,', 'en: Put it back on the shelf,'),
      '[throw-out] says the same as another part of the question',
    ],
    [
      'no right option',
      swap('id: set-aside, right: true', 'id: set-aside'),
      '[a-loose-page] 0 options are right (allowed: 1)',
    ],
    [
      'two right options of a single choice',
      swap('id: put-back, text', 'id: put-back, right: true, text'),
      '[a-loose-page] 2 options are right (allowed: 1)',
    ],
    [
      'no right option of several',
      (text) =>
        text
          .replace('id: loose-spine, right: true', 'id: loose-spine')
          .replace('id: stained-pages, right: true', 'id: stained-pages'),
      '[a-signs] 0 options are right (allowed: at least 1)',
    ],
    [
      'a pair whose right texts are the same',
      swap('en: Seal it in a bag.', 'en: Mend it with paper tape.'),
      '[mould] says the same as another part',
    ],
    [
      'forms of different length',
      (text) => text.slice(0, text.indexOf('    - id: b-shelves')) + text.slice(text.indexOf('furtherReading')),
      'the forms A and B differ in length: 5, 4 questions',
    ],
    [
      'a question of another kind than its twin',
      swap('id: b-open-spine\n      kind: single', 'id: b-open-spine\n      kind: multiple'),
      '[b-open-spine] is of the kind "multiple", its twin "a-loose-page" in form A is not (allowed: single)',
    ],
    [
      'an objective that the item does not have',
      swap(
        'id: a-loose-page\n      kind: single\n      objective: 0',
        'id: a-loose-page\n      kind: single\n      objective: 3',
      ),
      '[a-loose-page] item.yaml has no objective 3 (they count from 0) (allowed: 0 to 0)',
    ],
    [
      'a twin with another objective',
      swap(
        'id: b-shelves\n      kind: number\n      objective: 0',
        'id: b-shelves\n      kind: number\n      objective: 1',
      ),
      '[b-shelves] tests another objective than its twin "a-minutes"',
    ],
    [
      'the same question in both forms',
      swap('Which books need a second look?', 'Which of these are signs of wear?'),
      '[b-signs] asks the same as another question of the check',
    ],
    [
      'a slip of French typography',
      swap('fr: Oui. Les pages suivent', 'fr: Prêts ? Les pages suivent'),
      '[loose-spine] French has no space before ? ! ;',
    ],
  ])('%s is found', async (_, edit, line) => {
    const broken: Edit = (text) => {
      const changed = edit(text)
      if (changed === text) throw new Error('The edit changed nothing.')
      return changed
    }
    expect((await linesAfter({ [course]: broken })).errors).toContainEqual(expect.stringContaining(line))
  })

  test('an objective that names no level descriptor is found', async () => {
    const item = `${folder}/item.yaml`
    const above = await linesAfter({ [item]: swap('facet: service, level: 1', 'facet: service, level: 7') })
    expect(above.errors).toContainEqual(expect.stringContaining('level 7 is above the scale'))
    const facet = await linesAfter({ [item]: swap('facet: service, level: 1', 'facet: knowledge, level: 1') })
    expect(facet.errors).toContainEqual(expect.stringContaining('"knowledge" leads nowhere'))
  })

  test('an objective that no question tests is a note', async () => {
    const { errors, notes } = await linesAfter({
      [`${folder}/item.yaml`]: swap(
        'objectives:\n',
        'objectives:\n  - { component: local-stories, facet: service, level: 1, text: { en: Tell a story., fr: Raconter. } }\n',
      ),
      [course]: (text) => text.replaceAll('objective: 0', 'objective: 1'),
    })
    expect(errors).toEqual([])
    expect(notes).toEqual([expect.stringContaining('no question tests objective 0 of item.yaml')])
  })

  test('minutes that do not make up the hours, and a lesson read in less time than it takes, are notes', async () => {
    const { errors, notes } = await linesAfter({ [course]: swap('minutes: 40', 'minutes: 10') })
    expect(errors).toEqual([])
    expect(notes).toEqual([
      `${course}:1 the parts take 60 minutes, the hours of item.yaml are 90 (allowed: within 20 %)`,
    ])
    const fast = await linesAfter({
      [course]: (text) => text.replace('minutes: 30', 'minutes: 1').replace('minutes: 40', 'minutes: 69'),
      [`${folder}/lessons/worn-books.en.md`]: (text) => `${text}\n${'A worn book is set aside. '.repeat(60)}`,
    })
    expect(fast.notes).toEqual([
      expect.stringContaining('[worn-books] reading alone takes 3 minutes at 200 words a minute'),
    ])
  })
})

describe('guidelines, templates and coaching', () => {
  test.each<[string, string, Edit, string]>([
    [
      'a guideline’s template',
      guideline,
      swap('[template-shelf-list]', '[template-dust]'),
      '"template-dust" leads nowhere',
    ],
    ['a section twice', template, swap('- id: found', '- id: shelf'), '[shelf] "shelf" is repeated'],
    [
      'a field twice, in another section',
      template,
      swap('- { id: remarks', '- { id: books'),
      '[books] "books" is repeated',
    ],
    ['an option twice', template, swap('{ id: tear, text', '{ id: spine, text'), '[spine] "spine" is repeated'],
    ['a column twice', template, swap('{ id: copies, kind', '{ id: title, kind'), '[title] "title" is repeated'],
    [
      'a column of choices without options',
      template,
      swap('{ id: by, kind: date', '{ id: by, kind: choice'),
      '[by] a column of choices needs options (allowed: at least 2)',
    ],
    [
      'options of another kind of column',
      template,
      swap(
        '            kind: choice\n            label: { en: What next',
        '            kind: line\n            label: { en: What next',
      ),
      '[next] only a column of choices has options',
    ],
    ['a block of coaching twice', coaching, swap('id: plan', 'id: today'), '[today] "today" is repeated'],
  ])('%s is found', async (_, file, edit, line) => {
    expect((await linesAfter({ [file]: edit })).errors).toContainEqual(expect.stringContaining(line))
  })

  test('coaching that takes another time than planned is a note', async () => {
    const { notes } = await linesAfter({ [coaching]: swap('minutes: 50', 'minutes: 5') })
    expect(notes).toEqual([expect.stringContaining('the parts take 45 minutes, the hours of item.yaml are 90')])
  })
})
