import type { Pack } from '../content/schema.ts'
import type { KeptSelfCheck } from './kept-store.ts'
import { askedComponents, type KeptProgress } from './progress.tsx'
import { answerState, basisOf, isDone } from './record.ts'

/** How far a kept self-check is: its form and wording, and the state of every component. */
export function progressOf(kept: KeptSelfCheck, pack: Pack): KeptProgress & { variant: string } {
  const { form, variant } = basisOf(pack, kept.record)
  const facets = pack.facets.map((facet) => facet.id)
  const states = Object.fromEntries(
    pack.components.map(({ id }) => [id, answerState(kept.record.answers[id], facets, variant)]),
  )
  return { form, variant, states }
}

/** How many of the asked components are done, and the first that is not. */
export function countsOf(pack: Pack, progress: KeptProgress): { done: number; asked: number; open?: string } {
  const asked = askedComponents(pack, progress)
  const open = asked.find(({ id }) => !isDone(progress.states[id] ?? 'blank'))
  return {
    done: asked.filter(({ id }) => isDone(progress.states[id] ?? 'blank')).length,
    asked: asked.length,
    ...(open ? { open: open.id } : {}),
  }
}

/** The component after this one in the questionnaire as it is asked here. */
export function componentAfter(pack: Pack, progress: KeptProgress, current: string): string | undefined {
  const asked = askedComponents(pack, progress, current)
  return asked[asked.findIndex(({ id }) => id === current) + 1]?.id
}
