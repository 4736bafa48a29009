import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPack } from './check/index.ts'
import { type Loaded, readBodies, readItems, type Sources } from './load.ts'
import { type ContentMessages, contentMessages } from './messages.ts'
import { mergeOverlay, type Overlay, OverlayFileSchema, type OverlayProblem, overlayProblems } from './overlay.ts'
import { PackFolder } from './pack-folder.ts'
import { inOrder, type Problem } from './problems.ts'
import type { Pack } from './schema.ts'
import type { SourceFile } from './yaml.ts'

const overlayFile = 'overlay.yaml'
const knownEntries = [overlayFile, 'catalogue', 'README.md']

/** Whether a folder holds an overlay and not a pack of its own. */
export async function isOverlayFolder(directory: string): Promise<boolean> {
  return access(join(directory, overlayFile)).then(
    () => true,
    () => false,
  )
}

/**
 * Reads an overlay's folder, puts it over the pack and checks what comes of it like any pack.
 * `pack` is the merged one; it is missing when `overlay.yaml` cannot be used.
 *
 * @param base the pack that it lies over, checked before
 */
export async function examineOverlay(
  directory: string,
  base: Pack,
  t: ContentMessages = contentMessages.en,
): Promise<{ pack?: Pack; problems: Problem[] }> {
  const folder = new PackFolder(directory, t)
  for (const name of (await folder.list('.')) ?? []) {
    if (!knownEntries.includes(name)) folder.report(name, t.notAPart, knownEntries.join(', '))
  }
  const file = await folder.read(overlayFile, OverlayFileSchema)
  // An overlay may do nothing but hide.
  const items = (await folder.has('catalogue')) ? await readItems(folder) : { read: [], unread: new Set<string>() }
  const values = items.read.map(({ value }) => value)
  const bodies = await readBodies(folder, values, base.languages)
  if (file === undefined) return { problems: inOrder(folder.problems) }
  const overlay: Overlay = { ...file.value, items: values, bodies: bodies.bodies }
  const pack = mergeOverlay(base, overlay)
  const own = new Map(items.read.map(({ value, source }) => [value.id, source]))
  const told = overlayProblems(base, overlay).map((problem) => said(problem, t, file.source, own))
  const checked = checkMerged(pack, own, t, {
    bodies: bodies.sources,
    unread: items.unread,
    unreadBodies: bodies.unread,
  })
  return { pack, problems: inOrder([...folder.problems, ...told, ...checked]) }
}

/**
 * Checks a merged pack as any pack is checked. What the shipped pack alone is made of was checked before: of its files only
 * errors that the overlay brings about are reported.
 *
 * @param own where the overlay's own items were read from
 */
export function checkMerged(
  pack: Pack,
  own: ReadonlyMap<string, SourceFile>,
  t: ContentMessages,
  read: { bodies: Sources['bodies']; unread: Set<string>; unreadBodies: Set<string> } = {
    bodies: new Map(),
    unread: new Set(),
    unreadBodies: new Set(),
  },
): Problem[] {
  const of = (file: string, id?: string) => silent(`${pack.id}/${file}`, id)
  const loaded: Loaded = {
    pack,
    sources: {
      pack: of('pack.yaml'),
      characteristics: of('characteristics.yaml'),
      domains: of('domains.yaml'),
      profile: of('profile.yaml'),
      reportTexts: of('report-texts.yaml'),
      duties: of('duties.yaml'),
      components: new Map(),
      items: new Map(pack.items.map(({ id }) => [id, own.get(id) ?? of(`catalogue/${id}/item.yaml`, id)])),
      bodies: read.bodies,
      guides: new Map(),
    },
    unread: { components: new Set(), items: read.unread, bodies: read.unreadBodies },
  }
  const ownFiles = new Set([
    ...[...own.values()].map(({ file }) => file),
    ...[...read.bodies.values()].flatMap(({ yaml, texts, figures }) =>
      [yaml, ...texts.map(({ source }) => source), ...figures.map(({ source }) => source)].map(({ file }) => file),
    ),
  ])
  return checkPack(loaded, t, []).filter(({ severity, file }) => severity === 'error' || ownFiles.has(file))
}

/** A value that was not read from a file: checks name it, and say the first line. */
export function sourceOf(file: string, value: unknown, id: string): SourceFile {
  return { file, value, line: () => 1, id: () => id }
}

/** Stands for a file of the shipped pack; its texts are not looked at again. */
function silent(file: string, id: string | undefined): SourceFile {
  return { file, value: {}, line: () => 1, id: () => id }
}

function said(
  problem: OverlayProblem,
  t: ContentMessages,
  source: SourceFile,
  own: ReadonlyMap<string, SourceFile>,
): Problem {
  const at = (place: SourceFile, path: PropertyKey[], what: string, id?: string): Problem => ({
    severity: 'error',
    file: place.file,
    line: place.line(path),
    ...(id === undefined ? {} : { id }),
    what,
  })
  switch (problem.reason) {
    case 'other-base':
      return at(source, ['base'], t.overlayOtherBase(problem.base))
    case 'nothing-to-hide':
      return at(source, ['hide'], t.overlayNothingToHide(problem.item))
    case 'id-taken':
      return at(own.get(problem.item) ?? source, ['id'], t.overlayIdTaken(problem.item), problem.item)
    case 'needs-hidden':
      return at(
        own.get(problem.item) ?? source,
        ['prerequisites'],
        t.overlayNeedsHidden(problem.item, problem.hidden),
        problem.item,
      )
  }
}
