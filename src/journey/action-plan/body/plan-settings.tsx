import { componentName } from '../../../content/names.ts'
import type { Pack } from '../../../content/schema.ts'
import type { PlanBasis } from '../../../domain/action-plan-types.ts'
import { planLimits } from '../../../domain/plan-basis.ts'
import type { ReportCard } from '../../../domain/report-card-types.ts'
import type { Language } from '../../../platform/languages.ts'
import { resultWords } from '../../../ui/words/results.ts'
import { reportCardMessages } from '../../report-card/body/index.ts'
import { actionPlanMessages } from './messages.ts'

/** How many importance questions are offered at most: enough to try out, few enough to read. */
const importancesShown = 12

type SettingsProps = {
  card: ReportCard
  pack: Pack
  basis: PlanBasis
  language: Language
  /** Address of the page when the form is sent as a whole; on a device the script listens instead. */
  action?: string
  /** Values that were sent and cannot be used, by field: they stay in their fields. */
  typed?: Record<string, string>
}

/** Hours, weeks and importance, to see both pathways worked out again. Importance is an answer: changing it here changes it there. */
export function PlanSettings({ card, pack, basis, language, action, typed = {} }: SettingsProps) {
  const t = actionPlanMessages[language]
  const words = resultWords[language].importanceWords
  // A form that is sent as a whole says what it showed, so that only what the person changed is taken from it.
  const was = (name: string, value: string) =>
    action !== undefined && <input type="hidden" name={`was-${name}`} value={value} />
  const shown = card.priorities.slice(0, importancesShown)
  return (
    <details class="settings no-print" open={Object.keys(typed).length > 0}>
      <summary>{t.settingsTitle}</summary>
      <form method="post" {...(action === undefined ? {} : { action })} data-plan-settings>
        <p>{action === undefined ? t.settingsLead : t.settingsLeadForm}</p>
        <div class="pair">
          <p>
            <label class="label" for="hours">
              {t.hoursLabel}
            </label>
            <input
              id="hours"
              name="hours"
              type="number"
              min={String(planLimits.hours.least)}
              max={String(planLimits.hours.most)}
              step="0.25"
              value={typed.hours ?? String(basis.hours)}
              aria-invalid={typed.hours === undefined ? undefined : 'true'}
              required
            />
            {was('hours', String(basis.hours))}
          </p>
          <p>
            <label class="label" for="weeks">
              {t.weeksLabel}
            </label>
            <input
              id="weeks"
              name="weeks"
              type="number"
              min={String(planLimits.weeks.least)}
              max={String(planLimits.weeks.most)}
              step="1"
              value={typed.weeks ?? String(basis.weeks)}
              aria-invalid={typed.weeks === undefined ? undefined : 'true'}
              required
            />
            {was('weeks', String(basis.weeks))}
          </p>
        </div>
        {shown.length > 0 && (
          <fieldset>
            <legend>{t.importanceLegend}</legend>
            {shown.map(({ component }) => {
              const answered = card.components.find((result) => result.component === component)?.importance
              return (
                <p class="setting">
                  <label for={`importance-${component}`}>{componentName(pack, component, language)}</label>
                  <select id={`importance-${component}`} name={`importance-${component}`}>
                    {answered === undefined && (
                      <option value="" selected>
                        {reportCardMessages[language].importanceMissing}
                      </option>
                    )}
                    {words.map((word, index) => (
                      <option value={String(index)} selected={answered !== undefined && index === Math.round(answered)}>
                        {word}
                      </option>
                    ))}
                  </select>
                  {was(`importance-${component}`, answered === undefined ? '' : String(Math.round(answered)))}
                </p>
              )
            })}
          </fieldset>
        )}
        {action !== undefined && (
          <button type="submit" class="second">
            {t.recompute}
          </button>
        )}
      </form>
    </details>
  )
}
