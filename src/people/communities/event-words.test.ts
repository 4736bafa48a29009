import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acts } from '../../domain/access.ts'
import { languages } from '../../platform/languages.ts'
import { projectFolder } from '../../platform/project-folder.ts'
import { knownPeopleActs, peopleWords } from './event-words.ts'

/**
 * The acts that the source records about people and accounts. Some calls take the act from a helper or a condition, so in a file that
 * records such events every `room.verb` counts that is no act of the access table and no file name.
 */
function recordedActs(): string[] {
  const folder = join(projectFolder, 'src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/(\.test|store)\.tsx?$/.test(name),
  )
  const found = new Set<string>()
  for (const name of sources) {
    const source = readFileSync(join(folder, name), 'utf8')
    if (!/\brecord(Community|Person)Event\b/.test(source)) continue
    for (const [, act = ''] of source.matchAll(
      /['`]((?:account|answers|community|consent|member|security|token)\.[a-z-]+)['`]/g,
    )) {
      if (!(act in acts) && !/\.(json|csv)$/.test(act)) found.add(act)
    }
  }
  return [...found].toSorted()
}

test('every act on people, terms and accounts that is recorded has words in every language', () => {
  const recorded = recordedActs()
  expect(recorded.length).toBeGreaterThan(20)
  for (const language of languages) {
    const known = knownPeopleActs(language)
    expect({ language, missing: recorded.filter((act) => !known.includes(act)) }).toEqual({ language, missing: [] })
  }
})

test('words stay words when the detail lacks a part or holds something else', () => {
  expect(knownPeopleActs('fr').toSorted()).toEqual(knownPeopleActs('en').toSorted())
  for (const language of languages) {
    for (const act of knownPeopleActs(language)) {
      for (const detail of [{}, { role: 7, roles: null, use: [], terms: 'none' }]) {
        expect(peopleWords(act, detail, language)).not.toMatch(/undefined|\[object|\(\)/)
      }
    }
  }
})

test('roles, uses and terms are named in the language of the page', () => {
  expect(peopleWords('member.invited', { role: 'lead' }, 'en')).toBe('Someone invited (community lead)')
  expect(peopleWords('member.left', { roles: ['lead', 'steward'] }, 'fr')).toBe(
    'A quitté la communauté (responsable communautaire, intendante ou intendant des données)',
  )
  expect(peopleWords('later.thing-done', {}, 'en')).toBe('later.thing-done')
})
