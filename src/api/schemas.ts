import { z } from 'zod'
import { memberRoles } from '../domain/access.ts'
import { documentKinds, stages } from '../domain/stages.ts'
import { tokenScopes } from '../people/tokens/index.ts'
import { errorCodes } from './messages.ts'

const moment = z.iso.datetime().describe('A moment in UTC (ISO 8601).')
const id = z.uuid()
const language = z.string().describe('Language code: en, fr.')
const stage = z.enum(stages).describe('Stage of the journey.')
const state = z.enum(['active', 'paused', 'withdrawn', 'declined'])
const json = z.record(z.string(), z.unknown())

/** A page of a list: where the next one is, if there is one. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1).describe('Which page, from 1.'),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many items a page holds, at most 100.'),
})

export const noQuery = z.object({})

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Address of the next page; null on the last one.'),
  })

export const meSchema = z.object({
  id,
  name: z.string(),
  language,
  scopes: z.array(z.enum(tokenScopes)),
  expiresAt: moment.describe('When the token ends by itself.'),
})

export const communityLineSchema = z.object({
  id,
  name: z.string(),
  language,
  invented: z.boolean().describe('A community of the demonstration.'),
  roles: z.array(z.enum([...memberRoles, 'advisor', 'expert'])).describe('Your roles there.'),
})

export const communitiesSchema = pageOf(communityLineSchema)

export const communitySchema = z.object({
  id,
  name: z.string(),
  ownName: z.string().nullable().describe('The community’s name for itself.'),
  language,
  timeZone: z.string(),
  profile: json.describe('What the community says of its size and situation.'),
  dataTerms: z.string().nullable(),
  approvalBody: z.string().nullable(),
  landAcknowledgement: z.string().nullable(),
  invented: z.boolean(),
  createdAt: moment,
})

export const journeySchema = z.object({
  id,
  communityId: id,
  stage,
  state,
  alone: z.boolean().describe('Without an advisor.'),
  weeks: z.union([z.literal(4), z.literal(6)]).describe('Weeks up to the final plan.'),
  language,
  release: z.string().describe('Hash of the release its rounds are answered with.'),
  startedAt: moment,
  stageSince: moment,
  clockFrom: moment.nullable().describe('From when the weeks count: the needs interview.'),
  endedAt: moment.nullable(),
})

export const journeysSchema = pageOf(journeySchema)

export const documentLineSchema = z.object({
  id,
  journeyId: id,
  kind: z.enum(documentKinds),
  version: z.number().int(),
  release: z.string(),
  publishedAt: moment,
  reason: z.string().nullable().describe('Why there is a new version.'),
})

export const documentsSchema = z.object({ items: z.array(documentLineSchema) })

export const documentSchema = documentLineSchema.extend({
  data: z.unknown().describe('The values the document was made from, frozen, as its readers may see them.'),
})

export const consentSchema = z.object({
  use: z.string().describe('What the data may be used for.'),
  granted: z.boolean(),
  decidedOn: z.iso.date(),
  decidedByBody: z.string().nullable(),
  reference: z.string().nullable(),
  recordedAt: moment,
})

export const consentsSchema = z.object({
  now: z.record(z.string(), z.boolean()).describe('What holds today: each use is no until someone said yes.'),
  history: z.array(consentSchema).describe('Every decision, newest first.'),
})

const exportFile = z
  .object({
    name: z.string(),
    encoding: z.enum(['utf8', 'base64']),
    content: z.string(),
  })
  .describe(
    'A file of the export, as the page’s export packs it: results, counts as Method 4.4 allows, notes to share.',
  )

export const exportSchema = z.object({
  schemaVersion: z.literal(1),
  exportedAt: moment,
  community: communitySchema,
  consents: consentsSchema,
  journeys: z.array(journeySchema.extend({ documents: z.array(documentSchema), files: z.array(exportFile) })),
  files: z.array(exportFile).describe('What concerns the whole community.'),
})

const count = z.number().int().min(0).nullable().describe('null: withheld, since too few communities stand behind it.')

export const totalsSchema = z.object({
  countedAt: moment.describe('Of which moment the figures are. For a funder: the last half-year’s beginning.'),
  threshold: z.number().int().nullable().describe('Below it a figure is withheld; null: every figure is shown.'),
  unit: z.enum(['journeys', 'communities']),
  stages: z.object(
    Object.fromEntries(stages.map((one) => [one, count])) as Record<(typeof stages)[number], typeof count>,
  ),
  states: z
    .object({ active: count, paused: count, withdrawn: count, declined: count })
    .nullable()
    .describe('Not part of what a funder receives.'),
  total: count,
})

export const releaseLineSchema = z.object({
  hash: z.string(),
  pack: z.string().describe('Id of the pack.'),
  version: z.string(),
  publishedAt: moment,
})

export const releasesSchema = pageOf(releaseLineSchema)

export const releaseSchema = releaseLineSchema.extend({
  content: json.describe('The whole pack, as it was published.'),
})

export const recordLineSchema = z.object({
  id: z.string(),
  at: moment,
  person: z.string().nullable(),
  act: z.string().describe('In the words of the domain.'),
  detail: json,
})

export const recordSchema = pageOf(recordLineSchema)

export const errorSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string().describe('What happened and what to do, in the language of Accept-Language.'),
    detail: z.string().optional(),
  }),
})
