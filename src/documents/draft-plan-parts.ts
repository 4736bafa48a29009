import { itemTitle } from '../content/names.ts'
import type { Pack } from '../content/schema.ts'
import type { ReportCard } from '../domain/report-card-types.ts'
import { type Language, locales } from '../platform/languages.ts'
import { formatHours } from '../ui/charts/numbers.ts'
import { longDate } from '../ui/dates.ts'
import { findingGroups } from '../ui/words/findings.ts'
import { listOf } from '../ui/words/list-of.ts'
import { draftPlanWords } from './messages-draft-plan.ts'
import { type Block, type Rich, type Run, strong } from './model.ts'
import type { PackWords } from './pack-words.ts'

/** An action as a document shows it. */
export type DocumentAction = {
  title: string
  /** In which the title is written. */
  language: string
  component?: string
  owner?: string
  /** `YYYY-MM-DD` */
  due?: string
  effortHours?: number
  /** Canadian cents. */
  costCents?: number
  status: 'planned' | 'doing' | 'done' | 'dropped'
}

/** What people added to an automatic plan. */
export type PlanChanges = {
  /** part -> language -> words in place of the engine's (`message`, `goal:A`, `finding:<kind>`, `priority:<component>`). */
  words: Record<string, Record<string, string>>
  edited: Record<'A' | 'B', boolean>
  added: Record<'A' | 'B', string[]>
  removed: Record<'A' | 'B', string[]>
  actions: DocumentAction[]
  /** Needs in the community's words, each with the language it is written in. */
  needs: { text: string; language: string }[]
}

/** The words people put in place of the engine's: in this language, otherwise in another one, marked as such. */
export function saidBy(changes: PlanChanges | undefined, part: string, language: Language): Run | undefined {
  const said = changes?.words[part]
  if (said === undefined) return undefined
  const own = said[language]
  if (own !== undefined) return own
  const [other] = Object.entries(said)
  return other && { text: other[1], language: other[0] }
}

/** The needs of the interview. */
export function needsBlocks(changes: PlanChanges | undefined, language: Language): Block[] {
  if (changes === undefined || changes.needs.length === 0) return []
  const t = draftPlanWords[language]
  return [
    { kind: 'heading', level: 1, text: t.needsTitle },
    { kind: 'paragraph', text: t.needsIntro },
    { kind: 'bullets', items: changes.needs.map((need): Rich => [inLanguage(need, language)]) },
  ]
}

function inLanguage({ text, language }: { text: string; language: string }, page: Language): Run {
  return language === page ? text : { text, language }
}

/** The findings, in people's words where they wrote some. */
export function editedFindingBlocks(
  changes: PlanChanges | undefined,
  card: ReportCard,
  pack: Pack,
  language: Language,
): Block[] {
  if (changes === undefined) return []
  const groups = findingGroups(card, pack, language)
  if (groups.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: draftPlanWords[language].findingsTitle },
    ...groups.map(({ kind, title, text, names }): Block => {
      const said: Rich = [saidBy(changes, `finding:${kind}`, language) ?? text]
      return {
        kind: 'callout',
        tone: 'finding',
        title,
        lines: names.length === 0 ? [said] : [said, listOf(names, language)],
      }
    }),
  ]
}

/** What was said about single priorities. */
export function priorityWordBlocks(
  changes: PlanChanges | undefined,
  components: readonly string[],
  language: Language,
  words: PackWords,
): Block[] {
  const items = components.flatMap((component): Rich[] => {
    const said = saidBy(changes, `priority:${component}`, language)
    return said === undefined ? [] : [[strong(words.component(component)), ' – ', said]]
  })
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}

/** What people put into a pathway or took out of it. */
export function changedPathwayBlocks(
  changes: PlanChanges | undefined,
  id: 'A' | 'B',
  pack: Pack,
  language: Language,
): Block[] | undefined {
  if (!changes?.edited[id]) return undefined
  const t = draftPlanWords[language]
  const named = (items: readonly string[]) =>
    listOf(
      items.map((item) => itemTitle(pack, item, language)),
      language,
    )
  return [
    { kind: 'paragraph', text: t.changedPathway },
    { kind: 'paragraph', tone: 'quiet', text: t.changesIntro(named(changes.added[id]), named(changes.removed[id])) },
  ]
}

/** Who does what: the actions with owner, date, effort, cost and status; those that were dropped are left out. */
export function whoDoesWhatBlocks(changes: PlanChanges | undefined, language: Language, words: PackWords): Block[] {
  const actions = changes?.actions.filter(({ status }) => status !== 'dropped') ?? []
  if (actions.length === 0) return []
  const t = draftPlanWords[language]
  return [
    { kind: 'heading', level: 1, text: t.whoTitle },
    { kind: 'paragraph', text: t.whoIntro },
    {
      kind: 'table',
      caption: t.whoCaption,
      head: [t.what, t.owner, t.due, t.effort, t.cost, t.status],
      rows: actions.map((action) => [
        {
          lines: [
            [inLanguage({ text: action.title, language: action.language }, language)],
            ...(action.component === undefined ? [] : [words.component(action.component)]),
          ],
        },
        action.owner ?? t.nobody,
        action.due === undefined ? t.noDate : longDate(action.due, language),
        action.effortHours === undefined ? t.none : formatHours(action.effortHours, language),
        action.costCents === undefined ? t.none : money(action.costCents, language),
        t.statuses[action.status],
      ]),
      widths: [4, 2, 1.8, 1.2, 1.4, 1.4],
      figures: [3, 4],
    },
  ]
}

/** Canadian dollars as people write them. */
export function money(cents: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'CAD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)
}
