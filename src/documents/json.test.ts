import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../test/builders/document-set.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { actionPlanJson, reportCardJson } from './json.ts'
import { jsonSchemaFiles } from './json-schema.ts'

let three: ADocumentSet
let one: ADocumentSet

beforeAll(async () => {
  three = await aDocumentSet({ people: 3 })
  one = await aDocumentSet({ people: 1, form: 'short' })
})

function validator(file: string) {
  const schema: unknown = JSON.parse(readFileSync(join(projectFolder, 'docs', 'schemas', file), 'utf8'))
  return new Ajv2020({ strict: false, allErrors: true }).compile(schema as object)
}

describe('JSON outputs', () => {
  test('the published schemas are what the program says', () => {
    for (const [file, text] of Object.entries(jsonSchemaFiles()))
      expect(readFileSync(join(projectFolder, 'docs', 'schemas', file), 'utf8'), file).toBe(text)
  })

  test('report cards follow their schema, in both views', () => {
    const valid = validator('report-card.schema.json')
    for (const card of [three.card, three.communityCard, one.card]) {
      valid(JSON.parse(reportCardJson(card)))
      expect(valid.errors ?? []).toEqual([])
    }
  })

  test('action plans follow their schema', () => {
    const valid = validator('action-plan.schema.json')
    for (const { plan } of [three, one]) {
      valid(JSON.parse(actionPlanJson(plan)))
      expect(valid.errors ?? []).toEqual([])
    }
  })

  test('a figure of the wrong kind breaks the schema', () => {
    const valid = validator('report-card.schema.json')
    expect(valid({ ...three.card, respondents: 'three' })).toBe(false)
  })

  test('every figure keeps its trace and full precision', () => {
    const read = JSON.parse(reportCardJson(three.card)) as typeof three.card
    expect(read).toEqual(three.card)
    const scored = read.components.flatMap((component) => component.facets).filter((facet) => facet.score !== undefined)
    expect(scored.length).toBeGreaterThan(20)
    for (const facet of scored) expect(facet.trace.score.value).toBe(facet.score)
  })
})
