import { z } from 'zod'
import { credentialsContext } from './document-loader.ts'

/** Bytes of a credential that is checked, and how deep its parts may lie in each other. */
export const credentialLimits = { bytes: 200_000, depth: 16 } as const

/** Why a text is no credential that can be checked here. */
export type Unreadable = 'empty' | 'too-large' | 'not-json' | 'not-credential' | 'older-model' | 'other-proof'

/** What a credential says, whoever signed it. Nothing of it is true before it is checked. */
export type Claims = {
  issuerId: string
  issuerName: string | undefined
  holderName: string | undefined
  title: string | undefined
  validFrom: Date | undefined
  validUntil: Date | undefined
  verificationMethod: string
  proofCreated: Date | undefined
  /** Its place in the status list. */
  statusPlace: { list: number; position: number } | undefined
}

const proofSchema = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  verificationMethod: z.string(),
  proofValue: z.string(),
})

const fileSchema = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  type: z.union([z.string(), z.array(z.string())]),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  proof: z.unknown().optional(),
})

/** Reads what someone typed in or sent: JSON of a W3C Verifiable Credential 2.0 with one proof of the kind that is checked here. */
export function readCredential(text: string): { credential: Record<string, unknown> } | { reason: Unreadable } {
  if (text.trim() === '') return { reason: 'empty' }
  if (Buffer.byteLength(text) > credentialLimits.bytes) return { reason: 'too-large' }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { reason: 'not-json' }
  }
  if (isDeeper(value, credentialLimits.depth)) return { reason: 'too-large' }
  const file = fileSchema.safeParse(value)
  if (!file.success || ![file.data.type].flat().includes('VerifiableCredential')) return { reason: 'not-credential' }
  if (file.data['@context'][0] !== credentialsContext) return { reason: 'older-model' }
  if (!proofSchema.safeParse(file.data.proof).success) return { reason: 'other-proof' }
  return { credential: file.data }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

const record = (value: unknown) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined)

function moment(value: unknown): Date | undefined {
  const read = typeof value === 'string' ? new Date(value) : undefined
  return read === undefined || Number.isNaN(read.getTime()) ? undefined : read
}

/** Takes out of a credential what a reader is shown, and what the checks need. */
export function claimsOf(credential: Record<string, unknown>): Claims {
  const issuer = credential.issuer
  const subject = record([credential.credentialSubject].flat()[0])
  const named = [subject.identifier]
    .flat()
    .map(record)
    .find((one) => one.identityType === 'name' && one.hashed === false)
  const proof = record(credential.proof)
  const status = record(credential.credentialStatus)
  const [, list] = /\/status\/(\d{1,6})$/.exec(String(status.statusListCredential ?? '')) ?? []
  const position = Number(status.statusListIndex)
  return {
    issuerId: typeof issuer === 'string' ? issuer : String(record(issuer).id ?? ''),
    issuerName: words(record(issuer).name),
    holderName: words(named?.identityHash) ?? words(subject.name),
    title: words(record(subject.achievement).name) ?? words(credential.name),
    validFrom: moment(credential.validFrom),
    validUntil: moment(credential.validUntil),
    verificationMethod: String(proof.verificationMethod ?? ''),
    proofCreated: moment(proof.created),
    statusPlace: list !== undefined && Number.isInteger(position) ? { list: Number(list), position } : undefined,
  }
}
