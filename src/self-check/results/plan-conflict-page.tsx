import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { actionPlanMessages } from '../../journey/action-plan/body/index.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { BothValues } from '../questions/conflict-note.tsx'
import { selfCheckMessages } from '../questions/messages.ts'
import { resultsMessages } from './messages.ts'
import { componentOf, type PlanChange } from './plan-settings-form.ts'

type ConflictPageProps = {
  language: Language
  asset: AssetUrl
  place: Extract<SelfCheckPlace, { kind: 'kept' }>
  pack: Pack
  conflicts: PlanChange['conflicts']
}

/** Two windows changed the same setting of the plan: both values, and the person decides. */
export function PlanConflictPage({ language, asset, place, pack, conflicts }: ConflictPageProps) {
  const t = resultsMessages[language]
  const s = selfCheckMessages[language]
  const address = paths.plan(language, place)
  return (
    <Layout language={language} path={address} title={t.planConflictTitle} section="self-check" asset={asset} hidden>
      <h1>{t.planTitle}</h1>
      <BothValues
        language={language}
        title={t.planConflictTitle}
        lead={t.planConflictLead}
        values={conflicts.map(({ name, value, saved }) => ({
          label: labelOf(name, pack, language),
          saved: sayValue(name, saved, language),
          yours: sayValue(name, value, language),
        }))}
      >
        <form method="post" action={address}>
          {conflicts.map(({ name, value, saved }) => (
            <>
              <input type="hidden" name={name} value={value} />
              <input type="hidden" name={`was-${name}`} value={saved} />
            </>
          ))}
          <p class="actions">
            <button type="submit">{s.conflictKeepYours}</button>
            <a class="button second" href={address}>
              {s.conflictKeepSaved}
            </a>
          </p>
        </form>
      </BothValues>
    </Layout>
  )
}

function labelOf(name: string, pack: Pack, language: Language): string {
  const t = actionPlanMessages[language]
  if (name === 'hours') return t.hoursLabel
  if (name === 'weeks') return t.weeksLabel
  if (name === 'chosen') return resultsMessages[language].pathway
  const colon = language === 'fr' ? '\u00A0: ' : ': '
  return `${selfCheckMessages[language].importance}${colon}${componentName(pack, componentOf(name) ?? '', language)}`
}

function sayValue(name: string, value: string, language: Language): string {
  const s = selfCheckMessages[language]
  if (name === 'chosen') return value === '' ? resultsMessages[language].noPathway : value
  if (componentOf(name) !== undefined) return s.importances[Number(value)] ?? s.states.blank
  return language === 'fr' ? value.replace('.', ',') : value
}
