import type { TemplateBody, TemplateColumn, TemplateField } from '../content/schema.ts'
import { say } from '../content/text.ts'
import {
  type TemplateValues,
  templateChoices,
  templateFields,
  templateRows,
  templateText,
} from '../domain/template-values.ts'
import type { Language } from '../platform/languages.ts'
import { fillMessages } from './template-messages.ts'

/** Where two sets of values differ, each value in words. */
export function differences(
  body: TemplateBody,
  saved: TemplateValues,
  yours: TemplateValues,
  language: Language,
): { label: string; saved: string; yours: string }[] {
  return templateFields(body).flatMap(({ field }) => {
    const [one, other] = [inWords(field, saved, language), inWords(field, yours, language)]
    return one === other ? [] : [{ label: say(field.label, language).text, saved: one, yours: other }]
  })
}

function inWords(field: TemplateField, values: TemplateValues, language: Language): string {
  const optionText = (options: TemplateColumn['options'], id: string) => {
    const option = options?.find((one) => one.id === id)
    return option ? say(option.text, language).text : id
  }
  if (field.kind === 'rows') {
    const line = (row: Readonly<Record<string, string>>) =>
      field.columns.map((column) => optionText(column.options, row[column.id] ?? '')).join(' | ')
    return templateRows(values, field.id).map(line).join('\n')
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    return templateChoices(values, field.id)
      .map((id) => optionText(field.options, id))
      .join('\n')
  }
  return templateText(values, field.id)
}

/** Both versions of what differs, after two people or devices wrote at the same time. */
export function BothVersions(props: {
  language: Language
  body: TemplateBody
  saved: TemplateValues
  yours: TemplateValues
  /** Lines beside the fields: the name. */
  others?: { label: string; saved: string; yours: string }[]
}) {
  const t = fillMessages[props.language]
  const lines = [
    ...(props.others ?? []).filter((one) => one.saved !== one.yours),
    ...differences(props.body, props.saved, props.yours, props.language),
  ]
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="conflict">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      {lines.map((line) => (
        <dl>
          <dt>
            <strong>{line.label}</strong> – {t.conflictSaved}
          </dt>
          <dd class="written">{line.saved || t.nothing}</dd>
          <dt>
            <strong>{line.label}</strong> – {t.conflictYours}
          </dt>
          <dd class="written">{line.yours || t.nothing}</dd>
        </dl>
      ))}
    </div>
  )
}
