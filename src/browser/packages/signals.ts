import type { UnitRecord } from '../../packages/run-time.ts'

/** What the frames of a package tell the page around them. */
export type FromFrame =
  | { kind: 'hello'; root: boolean }
  | ({ kind: 'call' } & Call)
  | { kind: 'record'; record: UnitRecord; at: 'change' | 'commit' | 'end' }

/** What changes a unit's state, so that every frame of the package can follow. */
export type Call = { call: 'begin' } | { call: 'set'; name: string; value: string } | { call: 'end' }

/** What the page tells them. */
export type ToFrame =
  | { kind: 'sync'; calls: Call[]; data: Record<string, string> | undefined }
  | ({ kind: 'call' } & Call)

/** On its way a message carries the opening's name, which no other window knows. */
export type Named<T> = T & { waymark: string }
