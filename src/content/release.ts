import { createHash } from 'node:crypto'
import { byCodeUnit } from './problems.ts'
import type { Pack } from './schema.ts'

/**
 * The hash that names a release: SHA-256, in hexadecimal, of the pack as canonical JSON.
 * The same content gives the same hash whatever the order of keys or the layout of the files.
 */
export function packHash(pack: Pack): string {
  return createHash('sha256').update(canonicalJson(pack), 'utf8').digest('hex')
}

/** JSON with keys sorted by code unit at every depth, no spaces, and undefined members left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => byCodeUnit(a, b)))
  })
}
