import type { TemplateBody, TemplateColumn, TemplateField } from '../content/schema.ts'
import { say } from '../content/text.ts'
import {
  type TemplateProblem,
  type TemplateValues,
  templateCellName,
  templateChoices,
  templateFieldName,
  templateFields,
  templateRows,
  templateText,
} from '../domain/template-values.ts'
import type { Language } from '../platform/languages.ts'
import { TextArea, TextField } from '../ui/fields.tsx'
import { uiMessages } from '../ui/messages.ts'
import { Choices, type FieldError, Say } from '../ui/parts.tsx'
import { fillMessages } from './template-messages.ts'

/** Rows that "Add rows" adds at once. */
const rowsAtOnce = 3

/** A table that shows more rows than it would: its field, and how many. */
export type MoreRows = { field: string; rows: number }

type FieldsProps = {
  language: Language
  body: TemplateBody
  values: TemplateValues
  errors: readonly FieldError[]
  more: MoreRows | undefined
}

/** The fields of a template, section by section, as parts of a form. */
export function TemplateFields(props: FieldsProps) {
  const { language, body } = props
  return (
    <>
      {body.sections.map((section) => (
        <section class="template-section">
          <h2>
            <Say text={section.title} language={language} />
          </h2>
          {section.intro && (
            <p>
              <Say text={section.intro} language={language} />
            </p>
          )}
          {section.fields.map((field) => (
            <OneField {...props} section={section.id} field={field} />
          ))}
        </section>
      ))}
    </>
  )
}

function OneField(props: FieldsProps & { section: string; field: TemplateField }) {
  const { language, field, values, errors } = props
  const t = fillMessages[language]
  if (field.kind === 'rows') return <Rows {...props} field={field} />
  const name = templateFieldName(props.section, field.id)
  const common = {
    name,
    label: <Say text={field.label} language={language} />,
    hint: field.hint && <Say text={field.hint} language={language} />,
    error: errors.find((error) => error.field === name)?.message,
    value: templateText(values, field.id),
  }
  switch (field.kind) {
    case 'text':
      return <TextArea {...common} rows={5} />
    case 'number':
      return <TextField {...common} inputmode="decimal" />
    case 'date':
      return <TextField {...common} type="date" />
    case 'line':
      return <TextField {...common} />
    default: {
      const chosen = templateChoices(values, field.id)
      const several = field.kind === 'choices'
      const choices = field.options.map((option) => ({
        value: option.id,
        label: <Say text={option.text} language={language} />,
        checked: chosen.includes(option.id),
      }))
      // A radio button cannot be taken back by itself.
      const none = { value: '', label: t.none, checked: chosen.length === 0, apart: true }
      return (
        <Choices
          name={name}
          legend={common.label}
          hint={common.hint}
          error={common.error}
          several={several}
          choices={several ? choices : [...choices, none]}
        />
      )
    }
  }
}

/** A table to fill in. Without a script it grows by a button, which saves what is there and comes back with more rows. */
function Rows(props: FieldsProps & { field: Extract<TemplateField, { kind: 'rows' }> }) {
  const { language, field, values, errors, more } = props
  const t = fillMessages[language]
  const rows = templateRows(values, field.id)
  const asked = more?.field === field.id ? more.rows : 0
  const shown = Math.min(200, Math.max(field.rows, rows.length + 1, asked))
  const label = say(field.label, language).text
  const own = errors.filter((error) => error.field === field.id || error.field.startsWith(`${field.id}.`))
  return (
    <fieldset class={own.length > 0 ? 'field has-error' : 'field'} id={field.id}>
      <legend>
        <Say text={field.label} language={language} />
      </legend>
      {field.hint && (
        <p class="hint">
          <Say text={field.hint} language={language} />
        </p>
      )}
      {own.map((error) => (
        <p class="field-error">{error.message}</p>
      ))}
      <section class={field.columns.length > 4 ? 'scroll broad' : 'scroll'} tabindex={0} aria-label={label}>
        <table class="fill-in">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              {field.columns.map((column) => (
                <th scope="col">
                  <Say text={column.label} language={language} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: shown }, (_, row) => (
              <tr>
                <th scope="row">{row + 1}</th>
                {field.columns.map((column) => {
                  const name = templateCellName(field.id, row, column.id)
                  const words = say(column.label, language).text
                  return (
                    <td data-label={words}>
                      <Cell
                        column={column}
                        name={name}
                        label={`${words}, ${t.inRow(row + 1)}`}
                        value={rows[row]?.[column.id] ?? ''}
                        wrong={errors.some((error) => error.field === name)}
                        language={language}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown < 200 && (
        <button type="submit" name="add" value={`${field.id}:${shown + rowsAtOnce}`} class="second">
          {t.addRows(label)}
        </button>
      )}
    </fieldset>
  )
}

function Cell(props: {
  column: TemplateColumn
  name: string
  label: string
  value: string
  wrong: boolean
  language: Language
}) {
  const { column, language, value } = props
  const common = {
    id: props.name,
    name: props.name,
    'aria-label': props.label,
    'aria-invalid': props.wrong ? ('true' as const) : undefined,
  }
  if (column.kind === 'choice') {
    return (
      <select {...common}>
        <option value="">{fillMessages[language].choose}</option>
        {(column.options ?? []).map((option) => (
          <option value={option.id} selected={option.id === value}>
            {say(option.text, language).text}
          </option>
        ))}
      </select>
    )
  }
  if (column.kind === 'date') return <input {...common} type="date" value={value} />
  if (column.kind === 'number') return <input {...common} type="text" inputmode="decimal" value={value} />
  return <input {...common} type="text" value={value} maxlength={500} />
}

/** What is wrong, in words, each with the field that it stands at. */
export function problemsInWords(
  body: TemplateBody,
  problems: readonly TemplateProblem[],
  language: Language,
): FieldError[] {
  const t = fillMessages[language]
  return problems.map((one) => {
    const found = templateFields(body).find(({ field }) => field.id === one.field)
    const label = found ? say(found.field.label, language).text : one.field
    const { colon } = uiMessages[language]
    if (one.row !== undefined && one.column !== undefined) {
      const place = `${label}, ${t.inRow(one.row + 1)}`
      return {
        field: templateCellName(one.field, one.row, one.column),
        message: `${place}${colon}${t.problems[one.problem]}`,
      }
    }
    const isTable = found?.field.kind === 'rows'
    return {
      field: isTable || found === undefined ? one.field : templateFieldName(found.section, one.field),
      message: `${label}${colon}${t.problems[one.problem]}`,
    }
  })
}

/** The rows that an address or a button asks for: `field:12`. */
export function readMoreRows(text: string | undefined): MoreRows | undefined {
  const [, field, rows] = /^([a-z0-9-]+):(\d{1,3})$/.exec(text ?? '') ?? []
  return field === undefined ? undefined : { field, rows: Math.min(200, Number(rows)) }
}
