import { z } from 'zod'
import { findRelease } from '../content/store.ts'
import { type Stage, stages } from '../domain/stages.ts'
import { publicThreshold } from '../domain/suppression.ts'
import { asPerson } from '../people/index.ts'
import { writeCsv } from '../platform/csv.ts'
import { funderTotals, listProgramEvents } from '../program/index.ts'
import { ApiError, type Endpoint, endpoint } from './endpoint.ts'
import { firstOf, pageOf } from './paging.ts'
import {
  noQuery,
  pageQuery,
  recordLineSchema,
  recordSchema,
  releaseSchema,
  releasesSchema,
  totalsSchema,
} from './schemas.ts'
import { countJourneys, listReleaseLines } from './store.ts'

const recordQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe('Id of a line: what is older follows.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many lines, at most 1000.'),
  format: z
    .enum(['json', 'ndjson', 'csv'])
    .default('json')
    .describe('One object a line, or a table, in place of a page.'),
})

/** Published content, the program's totals and its record. */
export const programEndpoints: Endpoint[] = [
  endpoint({
    path: '/releases',
    operationId: 'listReleases',
    summary: 'Published releases of content packs',
    description: 'Open to all, like the pages they make. Newest first.',
    open: true,
    query: pageQuery,
    answer: releasesSchema,
    read: async ({ db }, asked, query) => pageOf(await listReleaseLines(db, firstOf(query)), asked, query),
  }),
  endpoint({
    path: '/releases/{release}',
    operationId: 'getRelease',
    summary: 'One release with its whole content',
    description: 'Framework, questionnaire, catalogue and texts in every language, frozen. Open to all.',
    open: true,
    query: noQuery,
    answer: releaseSchema,
    read: async ({ db }, { params }) => {
      const found = await findRelease(db, params.release ?? '')
      if (found === undefined) throw new ApiError(404, 'not-found')
      const { hash, pack, publishedAt } = found
      return {
        hash,
        pack: pack.id,
        version: pack.version,
        publishedAt: publishedAt.toISOString(),
        content: pack as unknown as Record<string, unknown>,
      }
    },
  }),
  endpoint({
    path: '/program/totals',
    operationId: 'getTotals',
    summary: 'Where the program’s journeys stand',
    description: `For a manager: journeys by stage and by state, now. For a funder: communities by stage at the beginning of the half-year; a figure with fewer than ${publicThreshold} communities behind it is withheld, and so is any that would give it away. Indigenous communities count only where their own governing body said yes.`,
    scope: 'program',
    act: 'program.totals',
    query: noQuery,
    answer: totalsSchema,
    read: async ({ db, now }, { actor }) => {
      if (actor.staff.includes('manager')) {
        return { ...managerTotals(await asPerson(db, actor, countJourneys)), countedAt: now().toISOString() }
      }
      const { countedAt, shown } = await funderTotals(db, now())
      return {
        countedAt: countedAt.toISOString(),
        threshold: publicThreshold,
        unit: 'communities' as const,
        stages: mapStages((stage) => shown.cells[stage] ?? null),
        states: null,
        total: shown.total ?? null,
      }
    },
  }),
  endpoint({
    path: '/record',
    operationId: 'getRecord',
    summary: 'The record of the program',
    description:
      'Who did what to settings, people, packs, mail and retention, newest first, for administrators. What happens inside a community stays in its own record.',
    scope: 'record',
    act: 'program.record',
    query: recordQuery,
    answer: recordSchema,
    otherForms: ['application/x-ndjson', 'text/csv'],
    read: async ({ db }, asked, query) => {
      const events = await asPerson(db, asked.actor, (tx) => listProgramEvents(tx, query.before, query.limit + 1))
      const items = events
        .slice(0, query.limit)
        .map(({ id, at, person, act, detail }) =>
          recordLineSchema.parse({ id, at: at.toISOString(), person: person ?? null, act, detail }),
        )
      if (query.format === 'ndjson') {
        return { mediaType: 'application/x-ndjson', body: items.map((item) => `${JSON.stringify(item)}\n`).join('') }
      }
      if (query.format === 'csv') {
        const rows = items.map((item) => [item.id, item.at, item.person ?? '', item.act, JSON.stringify(item.detail)])
        return { mediaType: 'text/csv; charset=utf-8', body: writeCsv(['id', 'at', 'person', 'act', 'detail'], rows) }
      }
      const last = items.at(-1)
      const next = events.length > items.length && last ? `${asked.path}?before=${last.id}&limit=${query.limit}` : null
      return { items, next }
    },
  }),
]

function managerTotals(counts: { stage: string; state: string; n: number }[]) {
  const sum = (wanted: (one: { stage: string; state: string }) => boolean) =>
    counts.filter(wanted).reduce((total, one) => total + one.n, 0)
  return {
    threshold: null,
    unit: 'journeys' as const,
    stages: mapStages((stage) => sum((one) => one.stage === stage && one.state === 'active')),
    states: {
      active: sum((one) => one.state === 'active'),
      paused: sum((one) => one.state === 'paused'),
      withdrawn: sum((one) => one.state === 'withdrawn'),
      declined: sum((one) => one.state === 'declined'),
    },
    total: sum(() => true),
  }
}

function mapStages(value: (stage: Stage) => number | null): Record<Stage, number | null> {
  return Object.fromEntries(stages.map((stage) => [stage, value(stage)])) as Record<Stage, number | null>
}
