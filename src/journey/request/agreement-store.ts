import { randomUUID } from 'node:crypto'
import type { JourneyFacts } from '../../domain/stages.ts'
import { findProtocol, getCommunity } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { getJourney, listTeam } from '../record/index.ts'

/** The agreement as it was last accepted. */
export type AcceptedAgreement = {
  documentId: string
  dataTerms: string
  approvalBody: string
  language: string
  acceptedBy: string | undefined
  acceptedAt: Date
}

/** The newest acceptance of a journey's agreement. */
export async function findAgreement(tx: Tx, journeyId: string): Promise<AcceptedAgreement | undefined> {
  const row = await tx
    .selectFrom('request_agreement as agreement')
    .leftJoin('people_person as person', 'person.id', 'agreement.accepted_by')
    .select([
      'agreement.document_id',
      'agreement.data_terms',
      'agreement.approval_body',
      'agreement.language',
      'person.name',
      'agreement.accepted_at',
    ])
    .where('agreement.journey_id', '=', journeyId)
    .orderBy('agreement.accepted_at', 'desc')
    .executeTakeFirst()
  return (
    row && {
      documentId: row.document_id,
      dataTerms: row.data_terms,
      approvalBody: row.approval_body,
      language: row.language,
      acceptedBy: row.name ?? undefined,
      acceptedAt: row.accepted_at,
    }
  )
}

/** Every acceptance of a journey's agreement, oldest first. */
export async function listAgreements(tx: Tx, journeyId: string): Promise<Omit<AcceptedAgreement, 'documentId'>[]> {
  const rows = await tx
    .selectFrom('request_agreement as agreement')
    .leftJoin('people_person as person', 'person.id', 'agreement.accepted_by')
    .select([
      'agreement.data_terms',
      'agreement.approval_body',
      'agreement.language',
      'agreement.accepted_at',
      'person.name',
    ])
    .where('agreement.journey_id', '=', journeyId)
    .orderBy('agreement.accepted_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    dataTerms: row.data_terms,
    approvalBody: row.approval_body,
    language: row.language,
    acceptedBy: row.name ?? undefined,
    acceptedAt: row.accepted_at,
  }))
}

export async function insertAgreement(
  tx: Tx,
  given: {
    communityId: string
    journeyId: string
    language: string
    dataTerms: string
    approvalBody: string
    protocolFile: string | undefined
    documentId: string
    by: string
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('request_agreement')
    .values({
      id: randomUUID(),
      community_id: given.communityId,
      journey_id: given.journeyId,
      language: given.language,
      data_terms: given.dataTerms,
      approval_body: given.approvalBody,
      protocol_file: given.protocolFile ?? null,
      document_id: given.documentId,
      accepted_by: given.by,
      accepted_at: given.at,
    })
    .execute()
}

/** Everything the page of the agreement shows. */
export async function loadIntake(tx: Tx, journeyId: string) {
  const journey = await getJourney(tx, journeyId)
  const community = await getCommunity(tx, journey.communityId)
  const team = await listTeam(tx, journey.communityId)
  const namesOf = (role: string) => team.filter((one) => one.role === role).map(({ name }) => name)
  return {
    journey,
    community,
    leads: namesOf('lead'),
    stewards: namesOf('steward'),
    advisors: namesOf('advisor'),
    protocol: await findProtocol(tx, journey.communityId),
    agreement: await findAgreement(tx, journeyId),
  }
}

export type Intake = Awaited<ReturnType<typeof loadIntake>>

type RequestFacts = Pick<
  JourneyFacts,
  'leadNamed' | 'advisorNamed' | 'languageRecorded' | 'dataTermsRecorded' | 'approvalBodyRecorded' | 'agreementAccepted'
>

/** What the request and the agreement say about whether the journey may move on. */
export async function requestFacts(tx: Tx, journeyId: string): Promise<RequestFacts> {
  const intake = await loadIntake(tx, journeyId)
  const { community, agreement } = intake
  // A language is there from the start; it counts as recorded when someone of the community chose it or accepted it.
  const recorded = community.dataTerms !== undefined && community.approvalBody !== undefined
  return {
    leadNamed: intake.leads.length > 0,
    advisorNamed: intake.advisors.length > 0,
    languageRecorded: recorded,
    dataTermsRecorded:
      community.dataTerms !== undefined && (community.dataTerms !== 'own-protocol' || intake.protocol !== undefined),
    approvalBodyRecorded: community.approvalBody !== undefined,
    agreementAccepted: agreement !== undefined,
  }
}
