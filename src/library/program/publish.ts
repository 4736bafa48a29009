import { contentMessages } from '../../content/messages.ts'
import { mergeOverlay, type Overlay, type OverlayProblem, overlayProblems } from '../../content/overlay.ts'
import { checkMerged, sourceOf } from '../../content/overlay-folder.ts'
import { packHash } from '../../content/release.ts'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Language } from '../../platform/languages.ts'
import type { AddedItem } from './store.ts'

/** The program's library as it would be published. */
export type Merged = { pack: Pack; release: string; overlay: Overlay }

/** Id of the overlay that is kept here and not in a folder. */
const overlayId = 'program'

/**
 * Puts what the program hides and adds over the pack that ships. Where it does neither, that is the pack itself.
 *
 * @param number of the publication: it counts up, so that people can name what they see
 */
export function mergeLibrary(
  shipped: { pack: Pack; release: string },
  library: { hidden: readonly string[]; added: readonly AddedItem[] },
  number: number,
): Merged {
  const known = new Set(shipped.pack.items.map(({ id }) => id))
  const overlay: Overlay = {
    id: overlayId,
    version: `${number}.0.0`,
    base: shipped.pack.id,
    // What a newer pack no longer has needs no hiding.
    hide: library.hidden.filter((id) => known.has(id)),
    replaces: false,
    items: library.added.map(({ item }) => item),
    bodies: Object.fromEntries(library.added.map(({ item, body }) => [item.id, body])),
  }
  if (overlay.hide.length + overlay.items.length === 0) return { ...shipped, overlay }
  const pack = mergeOverlay(shipped.pack, overlay)
  return { pack, release: packHash(pack), overlay }
}

/** What must be put right before the library can be published, one line each, in a person's language. */
export function problemsOf(base: Pack, merged: Merged, language: Language): string[] {
  const t = contentMessages[language]
  const title = (id: string) => {
    const item = merged.pack.items.find((one) => one.id === id) ?? base.items.find((one) => one.id === id)
    return item ? say(item.title, language).text : id
  }
  const told = (problem: OverlayProblem): string => {
    switch (problem.reason) {
      case 'other-base':
        return t.overlayOtherBase(problem.base)
      case 'nothing-to-hide':
        return t.overlayNothingToHide(problem.item)
      case 'id-taken':
        return t.overlayIdTaken(problem.item)
      case 'needs-hidden':
        return t.overlayNeedsHidden(title(problem.item), title(problem.hidden))
    }
  }
  const own = new Map(merged.overlay.items.map((item) => [item.id, sourceOf(title(item.id), item, item.id)] as const))
  // What leans on a hidden item is told above, by its title; the check of the merged pack would say it again by its id.
  const hidden = new Set(merged.overlay.hide)
  const checked = checkMerged(merged.pack, own, t)
    .filter(({ severity, what }) => severity === 'error' && ![...hidden].some((id) => what === t.noneHasId(id)))
    .map(({ file, what, allowed }) => `${file}: ${what}${allowed === undefined ? '' : ` (${t.allowed(allowed)})`}`)
  return [...overlayProblems(base, merged.overlay).map(told), ...checked]
}
