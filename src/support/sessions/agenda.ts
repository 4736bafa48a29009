import type { CoachingBody, Pack } from '../../content/schema.ts'

/** How long a talk without an outline takes, in minutes. */
const usual = 60

/** The outline of an item, where it is coaching. */
export function outlineOf(pack: Pack, item: string | undefined): CoachingBody | undefined {
  const body = item === undefined ? undefined : pack.bodies[item]
  return body?.kind === 'coaching' ? body : undefined
}

/** How long a talk about an item takes: the minutes of its outline, within what one sitting holds. */
export function minutesFor(pack: Pack, item: string | undefined): number {
  const outline = outlineOf(pack, item)
  if (outline === undefined) return usual
  const whole = outline.blocks.reduce((sum, { minutes }) => sum + minutes, 0)
  return Math.min(240, Math.max(15, whole))
}
