import type { Pack } from '../../content/schema.ts'
import { askedUnderLink, type KeptProgress } from '../questions/progress.tsx'
import type { KeptPage } from '../questions/shell.tsx'
import { basisOf } from '../record/basis.ts'
import { answerState, isDone, reasonNeeded } from '../record/record.ts'
import { wordingChangedSince } from '../record/releases.ts'
import type { KeptSelfCheck } from './store.ts'

/** What every page under a link is given. */
export function keptPage(token: string, { record }: Pick<KeptSelfCheck, 'record'>, release: string): KeptPage {
  return { token, newRelease: record.release !== release }
}

/** How far a kept self-check is: its form and wording, and the state of every component. */
export function progressOf(kept: KeptSelfCheck, pack: Pack): KeptProgress & { variant: string } {
  const { form, variant } = basisOf(pack, kept.record)
  const facets = pack.facets.map((facet) => facet.id)
  const needsReason = reasonNeeded(pack, variant)
  const states = Object.fromEntries(
    pack.components.map(({ id }) => [id, answerState(kept.record.answers[id], facets, needsReason)]),
  )
  return { form, variant, states, checkAgain: wordingChangedSince(kept.record, pack.components) }
}

/** How many of the asked components are done, and the first that is not. */
export function countsOf(pack: Pack, progress: KeptProgress): { done: number; asked: number; open?: string } {
  const asked = askedUnderLink(pack, progress)
  const open = asked.find(({ id }) => !isDone(progress.states[id] ?? 'blank'))
  return {
    done: asked.filter(({ id }) => isDone(progress.states[id] ?? 'blank')).length,
    asked: asked.length,
    ...(open ? { open: open.id } : {}),
  }
}

/** The component after this one in the questionnaire as it is asked here. */
export function componentAfter(pack: Pack, progress: KeptProgress, current: string): string | undefined {
  const asked = askedUnderLink(pack, progress, current)
  return asked[asked.findIndex(({ id }) => id === current) + 1]?.id
}
