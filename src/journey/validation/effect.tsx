import { componentName, itemTitle } from '../../content/names.ts'
import type { PlanComparison } from '../../domain/plan-comparison.ts'
import type { Language } from '../../platform/languages.ts'
import { formatHours, formatWanted } from '../../ui/charts/numbers.ts'
import { Table } from '../../ui/parts.tsx'
import { listOf } from '../../ui/words/list-of.ts'
import { pathwayWords } from '../../ui/words/pathways.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'

type EffectProps = { v: Pick<Validation, 'comparison' | 'pack'>; language: Language; level?: 2 | 3 }

/** The plan worked out again with what was agreed, beside the draft: priorities, levels, pathways. */
export function Effect({ v, language, level = 2 }: EffectProps) {
  const t = validationMessages[language]
  const { comparison } = v
  const title = level === 2 ? <h2>{t.effectTitle}</h2> : <h3>{t.effectTitle}</h3>
  if (comparison.same) {
    return (
      <section class="effect">
        {title}
        <p>{t.effectNone}</p>
      </section>
    )
  }
  return (
    <section class="effect">
      {title}
      <p>{t.effectLead}</p>
      <Table
        caption={t.prioritiesCaption}
        head={[t.component, t.inDraft, t.now]}
        rows={comparison.priorities.map(({ component, before, now }) => [
          componentName(v.pack, component, language),
          before ?? '–',
          now ?? '–',
        ])}
      />
      {comparison.levels.length > 0 && <Levels comparison={comparison} pack={v.pack} language={language} />}
      <Pathways comparison={comparison} pack={v.pack} language={language} />
    </section>
  )
}

type Part = { comparison: PlanComparison; pack: Validation['pack']; language: Language }

function Levels({ comparison, pack, language }: Part) {
  const t = validationMessages[language]
  const figure = (value: number | undefined) => (value === undefined ? '–' : formatWanted(value, language))
  const pair = ({ level, wanted }: { level?: number; wanted?: number }) => t.levelPair(figure(level), figure(wanted))
  return (
    <Table
      caption={t.levelsCaption}
      head={[t.component, t.inDraft, t.now]}
      rows={comparison.levels.map(({ component, before, now }) => [
        componentName(pack, component, language),
        pair(before),
        pair(now),
      ])}
    />
  )
}

function Pathways({ comparison, pack, language }: Part) {
  const t = validationMessages[language]
  const names = (ids: string[]) =>
    ids.length === 0
      ? '–'
      : listOf(
          ids.map((id) => itemTitle(pack, id, language)),
          language,
        )
  return (
    <Table
      caption={t.pathwayCaption}
      head={[t.pathwayHead, t.inDraft, t.now, t.added, t.removed]}
      rows={(['A', 'B'] as const).map((id) => {
        const { added, removed, kept, hours } = comparison.pathways[id]
        return [
          t.pathway(id, pathwayWords[language].names[id]),
          t.pathwayRow(kept.length + removed.length, formatHours(hours.before, language)),
          t.pathwayRow(kept.length + added.length, formatHours(hours.now, language)),
          names(added),
          names(removed),
        ]
      })}
    />
  )
}
