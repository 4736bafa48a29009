import { beforeAll, describe, expect, test } from 'vitest'
import { frenchSlips } from './check/languages.ts'
import { contentMessages } from './messages.ts'
import { problemLine } from './problems.ts'
import { examinePack } from './read.ts'
import type { Pack } from './schema.ts'

let pack: Pack

beforeAll(async () => {
  const { loaded, problems } = await examinePack('content/open-smart-cities')
  if (!loaded || problems.some(({ severity }) => severity === 'error')) {
    throw new Error(problems.map((problem) => problemLine(problem)).join('\n'))
  }
  pack = loaded.pack
})

describe('the pack that ships', () => {
  test('has 6 domains, 28 components with 14 in the short form, and 46 "enables" edges', () => {
    expect(pack.domains.map(({ id }) => id)).toEqual([
      'direction',
      'people',
      'participation',
      'data',
      'trust',
      'technology',
    ])
    expect(pack.components).toHaveLength(28)
    expect(pack.components.filter(({ core }) => core)).toHaveLength(14)
    expect(pack.components.flatMap(({ enables }) => enables)).toHaveLength(46)
  })

  test('has 280 descriptors in each language, on two facets of five levels', () => {
    expect(pack.facets.map(({ id, levels }) => [id, levels.length])).toEqual([
      ['practice', 5],
      ['knowledge', 5],
    ])
    const descriptors = pack.components.flatMap(({ rubrics }) => Object.values(rubrics).flat())
    expect(descriptors).toHaveLength(280)
    expect(new Set(descriptors.map(({ text }) => text.en)).size).toBe(280)
    expect(new Set(descriptors.map(({ text }) => text.fr)).size).toBe(280)
  })

  test('keeps the mark of draft on Indigenous data sovereignty, in both its wordings', () => {
    const drafts = pack.components.filter(({ review }) => review === 'draft-for-review')
    expect(drafts.map(({ id }) => id)).toEqual(['indigenous-data-sovereignty'])
    expect(Object.keys(drafts[0]?.variants ?? {})).toEqual(['indigenous-government'])
    expect(Object.keys(drafts[0]?.variants['indigenous-government']?.rubrics ?? {}).sort()).toEqual([
      'knowledge',
      'practice',
    ])
  })

  test('gives every component a basic course and a template, and the catalogue its breadth', () => {
    const count = (kind: string) => pack.items.filter((item) => item.kind === kind).length
    expect(count('guideline')).toBeGreaterThanOrEqual(28)
    expect(count('template')).toBeGreaterThanOrEqual(20)
    expect(count('coaching')).toBeGreaterThanOrEqual(6)
    for (const { id } of pack.components) {
      const kinds = pack.items.filter((item) => item.lifts.some(({ component }) => component === id)).map((i) => i.kind)
      expect(kinds, id).toEqual(expect.arrayContaining(['course-basic', 'template']))
    }
  })

  test('asks few questions in the self-check, and says why it asks each', () => {
    expect(pack.profile.filter(({ selfCheck }) => selfCheck).map(({ id }) => id)).toEqual([
      'staffFte',
      'populationBand',
      'communityType',
      'wording',
      'jurisdiction',
      'officeLink',
      'outages',
      'workingLanguages',
    ])
    expect(pack.profile.find(({ id }) => id === 'jurisdiction')?.options).toHaveLength(14)
  })

  test('sets the defaults by size of the method', () => {
    const sizes = pack.profile.find(({ id }) => id === 'staffFte')?.options.map(({ sets }) => sets)
    expect(sizes).toEqual([
      { form: 'short', hours: 12, items: 5, priorities: 3, respondents: [1, 3] },
      { form: 'short', hours: 20, items: 6, priorities: 4, respondents: [3, 5] },
      { form: 'full', hours: 30, items: 8, priorities: 5, respondents: [5, 8] },
      { form: 'full', hours: 40, items: 10, priorities: 6, respondents: [8, 15] },
      { form: 'full', hours: 40, items: 10, priorities: 6, respondents: [8, 15] },
    ])
  })

  test('has a needs interview of 75 minutes in 8 blocks that can touch any component, and a validation of 60', () => {
    const guide = (id: string) => pack.guides.find((other) => other.id === id)
    const minutes = (id: string) => guide(id)?.blocks.reduce((sum, block) => sum + block.minutes, 0)
    expect(guide('interview')?.blocks).toHaveLength(8)
    expect(minutes('interview')).toBe(75)
    expect(minutes('validation')).toBe(60)
    for (const block of guide('interview')?.blocks ?? []) {
      expect([block.questions.length, block.probes.length]).toEqual([2, 3])
    }
    const tags = new Set(guide('interview')?.blocks.flatMap((block) => block.tags))
    expect([...tags].sort()).toEqual(pack.components.map(({ id }) => id).sort())
  })

  test('names an official source and a day for every duty', () => {
    expect(pack.duties.length).toBeGreaterThan(0)
    for (const { id, source, checkedOn } of pack.duties) {
      expect(new URL(source.url).hostname, id).toMatch(/(ontario|gouv\.qc|bclaws\.gov\.bc)\.ca$/)
      expect(checkedOn, id).toBe('2026-11-24')
    }
  })

  test('holds whole items: a basic and an advanced course, a guideline with its template, and coaching', () => {
    const held = pack.items.flatMap(({ id, kind }) => (pack.bodies[id] ? [`${kind} ${pack.bodies[id].kind}`] : []))
    expect(held).toEqual(
      expect.arrayContaining([
        'course-basic course',
        'course-advanced course',
        'guideline guideline',
        'template template',
        'coaching coaching',
      ]),
    )
    for (const [id, body] of Object.entries(pack.bodies)) {
      if (body.kind === 'guideline') expect(body.templates.length, id).toBeGreaterThan(0)
      if (body.kind === 'course')
        expect(
          body.lessons.some(({ exercise }) => exercise),
          id,
        ).toBe(true)
    }
  })

  test('keeps French typography in its long pages too', () => {
    for (const [id, page] of Object.entries(pack.pages))
      expect(frenchSlips(page.fr, contentMessages.en), id).toEqual([])
  })
})
