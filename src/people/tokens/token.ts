import { createHash, randomBytes } from 'node:crypto'
import type { StaffRole } from '../../domain/access.ts'

/** What a token lets a program read. It never reaches further than its person does. */
export const tokenScopes = ['communities', 'program', 'record'] as const

export type TokenScope = (typeof tokenScopes)[number]

/** Days until a token ends by itself; none lasts for ever. */
export const tokenDays = [30, 90, 365] as const

/** Tokens one person may have at a time. */
export const mostTokens = 20

const shape = /^wm_[A-Za-z0-9_-]{43}$/

/** The scopes that are of any use to a person, by their roles in the program. */
export function scopesFor(staff: readonly StaffRole[]): TokenScope[] {
  return tokenScopes.filter((scope) => {
    if (scope === 'program') return staff.some((role) => role === 'manager' || role === 'funder')
    return scope !== 'record' || staff.includes('administrator')
  })
}

/** A new secret, as the person is shown it once. */
export function newToken(): string {
  return `wm_${randomBytes(32).toString('base64url')}`
}

/** What is stored of a token; nothing when it cannot be one. */
export function hashOfToken(token: string): Buffer | undefined {
  return shape.test(token) ? createHash('sha256').update(token).digest() : undefined
}
