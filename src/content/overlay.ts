import { z } from 'zod'
import { byCodeUnit } from './problems.ts'
import { IdSchema, type Item, type ItemBody, type Pack } from './schema.ts'

/** `overlay.yaml`: what a program's own library takes from a pack and what it leaves out. Its items lie in `catalogue/`. */
export const OverlayFileSchema = z.strictObject({
  id: IdSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must look like 1.0.0'),
  /** Id of the pack that it lies over. */
  base: IdSchema,
  /** Ids of items of the pack that the library does not show. */
  hide: z.array(IdSchema).default([]),
  /** Whether an item may take the place of one of the pack with the same id. */
  replaces: z.boolean().default(false),
})

/** What a program adds to a pack and hides of it. The pack itself is not copied. */
export type Overlay = z.infer<typeof OverlayFileSchema> & { items: Item[]; bodies: Record<string, ItemBody> }

export type OverlayProblem =
  | { reason: 'other-base'; base: string }
  | { reason: 'nothing-to-hide'; item: string }
  | { reason: 'id-taken'; item: string }
  /** `item` leans on `hidden`: it is to be taken first, is filled in along the way, or is linked to. */
  | { reason: 'needs-hidden'; item: string; hidden: string }

/**
 * The pack as the program offers it: without what it hides, with what it adds, in the order of ids. A pack of its own, to be published
 * as a release like any other; its version names both.
 */
export function mergeOverlay(pack: Pack, overlay: Overlay): Pack {
  const added = new Set(overlay.items.map(({ id }) => id))
  const kept = pack.items.filter(({ id }) => !overlay.hide.includes(id) && !added.has(id))
  const bodies = Object.fromEntries(
    kept.flatMap(({ id }): [string, ItemBody][] => {
      const body = pack.bodies[id]
      return body === undefined ? [] : [[id, body]]
    }),
  )
  return {
    ...pack,
    version: `${pack.version}+${overlay.id}.${overlay.version}`,
    items: [...kept, ...overlay.items].sort((a, b) => byCodeUnit(a.id, b.id)),
    bodies: { ...bodies, ...overlay.bodies },
  }
}

/** What stands in the way of putting an overlay over a pack, beside what the check of the merged pack finds. */
export function overlayProblems(pack: Pack, overlay: Overlay): OverlayProblem[] {
  const there = new Set(pack.items.map(({ id }) => id))
  const merged = mergeOverlay(pack, overlay)
  const offered = new Set(merged.items.map(({ id }) => id))
  return [
    ...(overlay.base === pack.id ? [] : [{ reason: 'other-base' as const, base: overlay.base }]),
    ...overlay.hide.filter((id) => !there.has(id)).map((item) => ({ reason: 'nothing-to-hide' as const, item })),
    ...(overlay.replaces
      ? []
      : overlay.items.filter(({ id }) => there.has(id)).map(({ id }) => ({ reason: 'id-taken' as const, item: id }))),
    ...merged.items.flatMap((item) =>
      leansOn(item, merged.bodies[item.id])
        .filter((id) => there.has(id) && !offered.has(id))
        .map((hidden) => ({ reason: 'needs-hidden' as const, item: item.id, hidden })),
    ),
  ]
}

/** Ids of the items that an item leans on: prerequisites, templates, and links in its texts; each once. */
function leansOn(item: Item, body: ItemBody | undefined): string[] {
  const templates =
    body?.kind === 'course'
      ? body.lessons.flatMap(({ exercise }) => (exercise ? [exercise.template] : []))
      : body?.kind === 'guideline'
        ? body.templates
        : []
  const texts =
    body?.kind === 'course'
      ? [...body.lessons.map(({ text }) => text), body.facilitator]
      : body?.kind === 'guideline'
        ? [body.text]
        : []
  const links = texts
    .flatMap((text) => Object.values(text))
    .flatMap((text) => [...text.matchAll(/\]\(item:([a-z0-9-]+)/g)].map(([, id = '']) => id))
  return [...new Set([...item.prerequisites, ...templates, ...links])]
}
