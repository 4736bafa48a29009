import type { Profile } from '../../domain/answers.ts'

export const approvalBodies = ['council', 'chief-and-council', 'board', 'administration'] as const
export type ApprovalBody = (typeof approvalBodies)[number]

export const dataTerms = ['standard', 'first-nations', 'inuit', 'metis', 'own-protocol'] as const
export type DataTerms = (typeof dataTerms)[number]

/** What a community's data may be used for beyond its own journey; each is no until someone says yes (Method 6.2). */
export const dataUses = ['peer-group', 'funder-total', 'research', 'calibration', 'contact-after'] as const
export type DataUse = (typeof dataUses)[number]

export type Consent = {
  use: DataUse
  granted: boolean
  decidedOn: string
  decidedByBody: string | undefined
  reference: string | undefined
  recordedBy: string | undefined
  recordedAt: Date
}

export type TermsDecision = Omit<Consent, 'use' | 'granted'> & { terms: DataTerms }

/** What holds today: use -> yes or no. */
export function consentsNow(history: readonly Consent[]): Record<DataUse, boolean> {
  const now = (use: DataUse) => history.find((one) => one.use === use)?.granted ?? false
  return Object.fromEntries(dataUses.map((use) => [use, now(use)])) as Record<DataUse, boolean>
}

/** Kinds of community whose governing body consents for all (Method 6.2). */
const indigenous = ['first-nation', 'inuit-community', 'metis-community', 'indigenous-body']

/** Whether a yes is the governing body's to give. */
export function governingBodyDecides(community: { profile: Profile; dataTerms: DataTerms | undefined }): boolean {
  const types = [community.profile.communityType ?? []].flat()
  return (
    types.some((type) => indigenous.includes(type)) ||
    ['first-nations', 'inuit', 'metis'].includes(community.dataTerms ?? '')
  )
}
