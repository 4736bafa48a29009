import type { Pack } from '../../content/schema.ts'
import type { PlanBasis } from '../../domain/action-plan-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { componentName, reportCardMessages } from '../report-card/index.ts'
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
}

/** Hours, weeks and importance, to see both pathways worked out again. Importance is an answer: changing it here changes it there. */
export function PlanSettings({ card, pack, basis, language, action }: SettingsProps) {
  const t = actionPlanMessages[language]
  const words = reportCardMessages[language].importanceWords
  const shown = card.priorities.slice(0, importancesShown)
  return (
    <details class="settings no-print">
      <summary>{t.settingsTitle}</summary>
      <form method="post" {...(action === undefined ? {} : { action })} data-plan-settings>
        <p>{action === undefined ? t.settingsLead : t.settingsLeadForm}</p>
        <div class="pair">
          <p>
            <label class="label" for="hours">
              {t.hoursLabel}
            </label>
            <input id="hours" name="hours" type="number" min="0.25" max="400" step="0.25" value={String(basis.hours)} />
          </p>
          <p>
            <label class="label" for="weeks">
              {t.weeksLabel}
            </label>
            <input id="weeks" name="weeks" type="number" min="1" max="52" step="1" value={String(basis.weeks)} />
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
