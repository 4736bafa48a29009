import type { CourseBody, Item, Pack } from '../content/schema.ts'
import { NotFoundError } from '../platform/errors.ts'

/**
 * The pack that an item's pages are drawn from: the one that the catalogue shows, or the one that ships where the program hides the
 * item. It is in no list then, and its address goes on working for whoever has it.
 */
export function packWith({ pack, shipped }: { pack: Pack; shipped: Pack }, id: string): Pack {
  return pack.items.some((item) => item.id === id) ? pack : shipped
}

/** @throws NotFoundError when the catalogue has no such item */
export function getItem(pack: Pack, id: string): Item {
  const item = pack.items.find((candidate) => candidate.id === id)
  if (item === undefined) throw new NotFoundError()
  return item
}

/** @throws NotFoundError when there is no such item, or it is no course whose lessons are written */
export function getCourse(pack: Pack, id: string): { item: Item; body: CourseBody } {
  const item = getItem(pack, id)
  const body = pack.bodies[item.id]
  if (body?.kind !== 'course') throw new NotFoundError()
  return { item, body }
}
