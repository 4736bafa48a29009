import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acts } from '../../domain/access.ts'
import { languages } from '../../platform/languages.ts'
import { projectFolder } from '../../platform/project-folder.ts'
import { knownActs, recordWords } from './event-words.ts'

/**
 * The acts that the source records. Some calls take the act from a helper or a table beside them, so in a file that records events
 * every `room.verb` counts that is no act of the access table and no file name; stores name columns that way and are left out.
 */
function recordedActs(): string[] {
  const folder = join(projectFolder, 'src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/(\.test|store)\.tsx?$/.test(name),
  )
  const found = new Set<string>(['document.published'])
  for (const name of sources) {
    const source = readFileSync(join(folder, name), 'utf8')
    if (!/\brecordEvent\b/.test(source)) continue
    for (const [, act = ''] of source.matchAll(/['`]([a-z-]+\.[a-z-]+)['`]/g)) {
      if (!(act in acts) && !/\.(json|csv|ts|tsx|md)$/.test(act)) found.add(act)
    }
  }
  return [...found].toSorted()
}

test('every act that is recorded has words in every language', () => {
  const recorded = recordedActs()
  expect(recorded.length).toBeGreaterThan(10)
  for (const language of languages) {
    const known = knownActs(language)
    expect({ language, missing: recorded.filter((act) => !known.includes(act)) }).toEqual({ language, missing: [] })
  }
})

test('both languages know the same acts', () => {
  expect(knownActs('fr').toSorted()).toEqual(knownActs('en').toSorted())
})

test('words stay words when the detail lacks a part or holds something else', () => {
  for (const language of languages) {
    for (const act of knownActs(language)) {
      for (const detail of [{}, { stage: 7, to: null, kind: {}, version: [] }]) {
        const words = recordWords(act, detail, language)
        expect(words).not.toMatch(/undefined|NaN|\[object/)
        expect(words.length).toBeGreaterThan(3)
      }
    }
  }
})

test('a stage, a document and its version are named in the language of the page', () => {
  expect(recordWords('journey.moved', { from: 'request', to: 'diagnostic' }, 'en')).toBe('Moved on to: Diagnostic')
  expect(recordWords('journey.moved', { to: 'draft-plan' }, 'fr')).toBe('Passage à l’étape\u00a0: Plan provisoire')
  expect(recordWords('document.published', { kind: 'report-card', version: 2 }, 'en')).toBe(
    'Published: Report card, version 2',
  )
})

test('an act of a later version shows its own name', () => {
  expect(recordWords('later.thing-done', {}, 'en')).toBe('later.thing-done')
})
