import type { Pack } from '../content/schema.ts'
import type { RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'

/** The newest release, by which items, components and domains are named. */
export async function packOf(deps: Pick<RoomDependencies, 'findContent' | 'release'>): Promise<Pack> {
  const content = await deps.findContent(deps.release)
  if (content === undefined) throw new NotFoundError()
  return content.pack
}
