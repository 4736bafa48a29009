import { attributeOf, childrenOf, type Element, textIn } from './manifest-xml.ts'

/** What a manifest asks for and the player does not do; a learner chooses every unit freely and in any order. */
export const sequencingNotes = [
  'prerequisites',
  'time-limit',
  'choice-off',
  'flow',
  'forward-only',
  'rules',
  'limits',
  'rollup',
  'shared-objectives',
  'randomized',
  'hidden-buttons',
  'frames',
] as const

export type SequencingNote = (typeof sequencingNotes)[number]

/** Looks through the organization and its items for sequencing that is other than the default. */
export function sequencingOf(root: Element, organization: Element, standard: '1.2' | '2004'): SequencingNote[] {
  const found = new Set<SequencingNote>()
  const collections = childrenOf(root, 'sequencingCollection').flatMap((one) => childrenOf(one, 'sequencing'))
  const waiting = [organization]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    waiting.push(...childrenOf(item, 'item'))
    if (textIn(item, 'prerequisites') !== undefined) found.add('prerequisites')
    if (textIn(item, 'maxtimeallowed') !== undefined) found.add('time-limit')
    if (standard === '2004') {
      for (const rules of childrenOf(item, 'sequencing')) look(rules, found)
      if (
        childrenOf(childrenOf(childrenOf(item, 'presentation')[0], 'navigationInterface')[0], 'hideLMSUI').length > 0
      ) {
        found.add('hidden-buttons')
      }
    }
  }
  for (const rules of standard === '2004' ? collections : []) look(rules, found)
  return sequencingNotes.filter((note) => found.has(note))
}

const isFalse = (value: string | undefined) => value?.toLowerCase() === 'false'
const isTrue = (value: string | undefined) => value?.toLowerCase() === 'true'

function look(rules: Element, found: Set<SequencingNote>): void {
  const control = childrenOf(rules, 'controlMode')[0]
  if (isFalse(attributeOf(control, 'choice'))) found.add('choice-off')
  if (isTrue(attributeOf(control, 'flow'))) found.add('flow')
  if (isTrue(attributeOf(control, 'forwardOnly'))) found.add('forward-only')
  const conditions = childrenOf(rules, 'sequencingRules')[0]
  const kinds = ['preConditionRule', 'postConditionRule', 'exitConditionRule']
  if (kinds.some((kind) => childrenOf(conditions, kind).length > 0)) found.add('rules')
  if (childrenOf(rules, 'limitConditions').length > 0) found.add('limits')
  const rollup = childrenOf(rules, 'rollupRules')[0]
  const weight = attributeOf(rollup, 'objectiveMeasureWeight')
  const ownRollup =
    childrenOf(rollup, 'rollupRule').length > 0 ||
    isFalse(attributeOf(rollup, 'rollupObjectiveSatisfied')) ||
    isFalse(attributeOf(rollup, 'rollupProgressCompletion')) ||
    (weight !== undefined && Number(weight) !== 1)
  if (ownRollup) found.add('rollup')
  const objectives = childrenOf(rules, 'objectives')[0]
  const each = [...childrenOf(objectives, 'primaryObjective'), ...childrenOf(objectives, 'objective')]
  if (each.some((objective) => childrenOf(objective, 'mapInfo').length > 0)) found.add('shared-objectives')
  const random = childrenOf(rules, 'randomizationControls')[0]
  const times = [attributeOf(random, 'randomizationTiming'), attributeOf(random, 'selectionTiming')]
  if (times.some((time) => time !== undefined && time !== 'never')) found.add('randomized')
}
