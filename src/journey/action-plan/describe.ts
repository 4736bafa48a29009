import { componentName, itemTitle } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import type { PathwayId, PlanEdit } from '../../domain/plan-edits-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { findingGroups } from '../../ui/words/findings.ts'
import { gapInWords } from '../../ui/words/gaps.ts'
import { pathwayWords } from '../../ui/words/pathways.ts'
import { draftMessages } from './draft-messages.ts'

type Context = { pack: Pack; language: Language }

/** The parts people can comment on or ask about: those with words, the pathways, the actions, the whole. */
export function talkParts(plan: ActionPlan): string[] {
  return [
    'whole',
    'pathway:A',
    'pathway:B',
    ...plan.priorities.map(({ component }) => `priority:${component}`),
    'actions',
  ]
}

/** What a part is called. */
export function partName(part: string, { pack, language }: Context, card?: ReportCard): string {
  const { parts } = draftMessages[language]
  const about = part.slice(part.indexOf(':') + 1)
  if (part === 'message' || part === 'actions' || part === 'whole') return parts[part]
  if (part.startsWith('goal:')) return parts.goal(about)
  if (part.startsWith('pathway:')) return parts.pathway(about)
  if (part.startsWith('priority:')) return parts.priority(componentName(pack, about, language))
  const group = card && findingGroups(card, pack, language).find(({ kind }) => kind === about)
  return parts.finding(group?.title ?? about)
}

/** The words the service has for a part; empty where what people write is added. */
export function originalWords(part: string, given: Context & { card: ReportCard; community: string }): string {
  const { pack, language, card, community } = given
  const about = part.slice(part.indexOf(':') + 1)
  if (part === 'message') return draftMessages[language].messageDefault(community)
  if (part === 'goal:A' || part === 'goal:B') return pathwayWords[language].goals[about as PathwayId]
  if (part.startsWith('finding:')) {
    return findingGroups(card, pack, language).find(({ kind }) => kind === about)?.text ?? ''
  }
  const result = card.components.find(({ component }) => component === about)
  return gapInWords(result, pack, language) ?? ''
}

/** A change as a sentence part. */
export function describeEdit(edit: PlanEdit, context: Context & { card: ReportCard }): string {
  const { pack, language, card } = context
  const { edits } = draftMessages[language]
  const title = (item: string) => itemTitle(pack, item, language)
  switch (edit.kind) {
    case 'words':
      return edits.words(partName(edit.part, context, card))
    case 'words-restored':
      return edits.restored(partName(edit.part, context, card))
    case 'item-added':
      return edits.added(title(edit.item), edit.pathway)
    case 'item-removed':
      return edits.removed(title(edit.item), edit.pathway)
    case 'item-swapped':
      return edits.swapped(title(edit.item), title(edit.by), edit.pathway)
    case 'item-moved':
      return edits.moved(title(edit.item), edit.pathway, edit.week)
    case 'time':
      return edits.time(formatHours(edit.hours, language), edit.weeks)
  }
}
