import { checkPack } from './check/index.ts'
import { type Loaded, loadPack } from './load.ts'
import { type ContentMessages, contentMessages } from './messages.ts'
import { inOrder, type Problem } from './problems.ts'
import { packHash } from './release.ts'
import type { Pack } from './schema.ts'

/** What the check goes by beside the pack itself. */
export type CheckOptions = {
  /** The words of the problems; English unless given. */
  t?: ContentMessages
  /** Ids that no component may have, because the service uses them in its addresses. */
  reservedIds?: readonly string[]
}

/**
 * Reads a pack's folder, checks it and names its release.
 * Not ok when the check finds an error; `problems` then holds everything found, errors first, notes for reviewers after.
 */
export async function readPack(
  directory: string,
  options: CheckOptions = {},
): Promise<{ ok: true; pack: Pack; hash: string } | { ok: false; problems: Problem[] }> {
  const { loaded, problems } = await examinePack(directory, options)
  if (!loaded || problems.some((problem) => problem.severity === 'error')) return { ok: false, problems }
  return { ok: true, pack: loaded.pack, hash: packHash(loaded.pack) }
}

/**
 * Everything the check has to say about a pack's folder, errors and notes, in a stable order.
 * `loaded` is missing when the folder lacks what the rest leans on.
 */
export async function examinePack(
  directory: string,
  { t = contentMessages.en, reservedIds = [] }: CheckOptions = {},
): Promise<{ loaded?: Loaded; problems: Problem[] }> {
  const { loaded, problems } = await loadPack(directory, t)
  if (!loaded) return { problems: inOrder(problems) }
  return { loaded, problems: inOrder([...problems, ...checkPack(loaded, t, reservedIds)]) }
}
