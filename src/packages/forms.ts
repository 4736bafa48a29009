import { z } from 'zod'
import { packageLimits } from './limits.ts'

const figure = z.number().min(-1e9).max(1e9).optional()

/** What the player's script posts: an opening begins, or says where the learner is. */
const savedSchema = z.strictObject({
  session: z.string().regex(/^[\w-]{8,40}$/),
  begin: z.boolean().default(false),
  record: z
    .strictObject({
      completion: z.enum(['unknown', 'not attempted', 'incomplete', 'completed']),
      success: z.enum(['unknown', 'passed', 'failed']),
      score: z.object({ raw: figure, min: figure, max: figure, scaled: figure }).optional(),
      seconds: z.int().min(0).max(100_000_000),
      data: z.record(z.string().max(250), z.string()),
    })
    .optional(),
})

export type Saved = z.infer<typeof savedSchema>

/** @returns 'too-much' when the run-time data is larger than one unit may keep */
export function readSaved(body: string): Saved | 'too-much' | 'unreadable' {
  if (body.length > packageLimits.data) return 'too-much'
  try {
    return savedSchema.parse(JSON.parse(body))
  } catch {
    return 'unreadable'
  }
}
