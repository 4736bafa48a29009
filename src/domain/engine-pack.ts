import type { Pack } from '../content/schema.ts'

/** The parts of a pack that decide anything. The engine reads ids and numbers, never texts, so a pack in one language will do. */
export type EnginePack = Pick<
  Pack,
  'id' | 'facets' | 'variants' | 'domains' | 'components' | 'items' | 'profile' | 'duties' | 'calibration' | 'languages'
>
