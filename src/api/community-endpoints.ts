import {
  type ExportFile,
  getDocument,
  getJourney,
  type Journey,
  type JourneyDocument,
  listDocuments,
  listJourneys,
  recordEvent,
} from '../journey/record/index.ts'
import { asPerson, type Community, type Consent, consentsNow, getCommunity, listConsents } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { type Asked, type Endpoint, endpoint } from './endpoint.ts'
import { firstOf, pageOf } from './paging.ts'
import {
  communitiesSchema,
  communitySchema,
  consentsSchema,
  documentSchema,
  documentsSchema,
  exportSchema,
  journeySchema,
  journeysSchema,
  meSchema,
  noQuery,
  pageQuery,
} from './schemas.ts'
import { listOwnCommunities } from './store.ts'

const scope = 'communities'

/** A community's own data, as its person may read it on the pages. */
export const communityEndpoints: Endpoint[] = [
  endpoint({
    path: '/me',
    operationId: 'getMe',
    summary: 'Whose token this is',
    description: 'The person a token acts for, what it may read, and when it ends.',
    query: noQuery,
    answer: meSchema,
    read: async (_deps, { actor, token }) => ({
      id: actor.personId,
      name: actor.name,
      language: actor.language,
      scopes: [...token.scopes],
      expiresAt: token.expiresAt.toISOString(),
    }),
  }),
  endpoint({
    path: '/communities',
    operationId: 'listCommunities',
    summary: 'Your communities',
    description: 'The communities you belong to or are assigned to, by name, with your roles there.',
    scope,
    query: pageQuery,
    answer: communitiesSchema,
    read: async ({ db }, asked, query) =>
      pageOf(
        await asPerson(db, asked.actor, (tx) => listOwnCommunities(tx, asked.actor.personId, firstOf(query))),
        asked,
        query,
      ),
  }),
  endpoint({
    path: '/communities/{community}',
    operationId: 'getCommunity',
    summary: 'One community',
    description: 'Name, profile and terms of a community. An advisor’s read is logged, and the community sees it.',
    scope,
    act: 'journey.see',
    query: noQuery,
    answer: communitySchema,
    read: async ({ db }, asked) => asPerson(db, asked.actor, (tx) => communityIn(tx, asked).then(communityOut)),
  }),
  endpoint({
    path: '/communities/{community}/journeys',
    operationId: 'listJourneys',
    summary: 'The journeys of a community',
    description: 'Newest first: stage, state and time line of each.',
    scope,
    act: 'journey.see',
    query: pageQuery,
    answer: journeysSchema,
    read: async ({ db }, asked, query) => {
      const all = await asPerson(db, asked.actor, (tx) => listJourneys(tx, asked.place?.communityId ?? ''))
      const { offset, limit } = firstOf(query)
      return pageOf(all.slice(offset, offset + limit).map(journeyOut), asked, query)
    },
  }),
  endpoint({
    path: '/communities/{community}/consents',
    operationId: 'listConsents',
    summary: 'What a community’s data may be used for',
    description: 'What holds today, and every dated decision, for the lead and the data steward.',
    scope,
    act: 'community.consent',
    query: noQuery,
    answer: consentsSchema,
    read: async ({ db }, asked) =>
      asPerson(db, asked.actor, (tx) => listConsents(tx, asked.place?.communityId ?? '').then(consentsOut)),
  }),
  endpoint({
    path: '/communities/{community}/export',
    operationId: 'exportCommunity',
    summary: 'The whole export of a community',
    description:
      'Community, consent, journeys and every published document with the values it was made from, for the lead and the data steward. Individual answers are in each person’s own export only.',
    scope,
    act: 'journey.export',
    query: noQuery,
    answer: exportSchema,
    read: async ({ db, now, exportParts }, asked) =>
      asPerson(db, asked.actor, async (tx) => {
        const community = await communityIn(tx, asked)
        const filesOf = async (journeyId: string | undefined) => {
          const files = []
          for (const part of exportParts) {
            files.push(...(await part.collect(tx, { communityId: community.id, journeyId })).map(fileOut))
          }
          return files
        }
        const journeys = []
        for (const journey of await listJourneys(tx, community.id)) {
          const documents = []
          for (const line of await listDocuments(tx, journey.id)) {
            documents.push(documentOut(await getDocument(tx, journey.id, line.id)))
          }
          journeys.push({ ...journeyOut(journey), documents, files: await filesOf(journey.id) })
        }
        await recordEvent(tx, {
          communityId: community.id,
          personId: asked.actor.personId,
          act: 'community.exported',
          at: now(),
          detail: { api: true },
        })
        return {
          schemaVersion: 1 as const,
          exportedAt: now().toISOString(),
          community: communityOut(community),
          consents: consentsOut(await listConsents(tx, community.id)),
          journeys,
          files: await filesOf(undefined),
        }
      }),
  }),
  endpoint({
    path: '/journeys/{journey}',
    operationId: 'getJourney',
    summary: 'One journey',
    description: 'Stage, state and time line of a journey.',
    scope,
    act: 'journey.see',
    query: noQuery,
    answer: journeySchema,
    read: async ({ db }, asked) =>
      asPerson(db, asked.actor, (tx) => getJourney(tx, asked.place?.journey?.id ?? '').then(journeyOut)),
  }),
  endpoint({
    path: '/journeys/{journey}/documents',
    operationId: 'listDocuments',
    summary: 'The published documents of a journey',
    description:
      'Agreement, needs summary, report card, plans and validation record, newest first; each version is one.',
    scope,
    act: 'document.read',
    query: noQuery,
    answer: documentsSchema,
    read: async ({ db }, asked) =>
      asPerson(db, asked.actor, async (tx) => ({
        items: (await listDocuments(tx, asked.place?.journey?.id ?? '')).map(documentLineOut),
      })),
  }),
  endpoint({
    path: '/journeys/{journey}/documents/{document}',
    operationId: 'getDocument',
    summary: 'One published document',
    description: 'With the frozen values that it was made from.',
    scope,
    act: 'document.read',
    query: noQuery,
    answer: documentSchema,
    read: async ({ db }, asked) =>
      asPerson(db, asked.actor, (tx) =>
        getDocument(tx, asked.place?.journey?.id ?? '', asked.params.document ?? '').then(documentOut),
      ),
  }),
]

function communityIn(tx: Tx, asked: Asked): Promise<Community> {
  return getCommunity(tx, asked.place?.communityId ?? '')
}

function communityOut(community: Community) {
  return {
    id: community.id,
    name: community.name,
    ownName: community.ownName ?? null,
    language: community.language,
    timeZone: community.timeZone,
    profile: community.profile as Record<string, unknown>,
    dataTerms: community.dataTerms ?? null,
    approvalBody: community.approvalBody ?? null,
    landAcknowledgement: community.landAcknowledgement ?? null,
    invented: community.invented,
    createdAt: community.createdAt.toISOString(),
  }
}

function consentsOut(history: readonly Consent[]) {
  return {
    now: consentsNow(history),
    history: history.map((one) => ({
      use: one.use,
      granted: one.granted,
      decidedOn: one.decidedOn,
      decidedByBody: one.decidedByBody ?? null,
      reference: one.reference ?? null,
      recordedAt: one.recordedAt.toISOString(),
    })),
  }
}

function fileOut({ name, content }: ExportFile) {
  return typeof content === 'string'
    ? { name, encoding: 'utf8' as const, content }
    : { name, encoding: 'base64' as const, content: Buffer.from(content).toString('base64') }
}

function journeyOut(journey: Journey) {
  return {
    id: journey.id,
    communityId: journey.communityId,
    stage: journey.stage,
    state: journey.state,
    alone: journey.alone,
    weeks: journey.weeks,
    language: journey.language,
    release: journey.release,
    startedAt: journey.startedAt.toISOString(),
    stageSince: journey.stageSince.toISOString(),
    clockFrom: journey.clockFrom?.toISOString() ?? null,
    endedAt: journey.endedAt?.toISOString() ?? null,
  }
}

function documentLineOut(document: JourneyDocument) {
  return {
    id: document.id,
    journeyId: document.journeyId,
    kind: document.kind,
    version: document.version,
    release: document.release,
    publishedAt: document.publishedAt.toISOString(),
    reason: document.reason ?? null,
  }
}

function documentOut(document: JourneyDocument & { data: unknown }) {
  return { ...documentLineOut(document), data: document.data }
}
