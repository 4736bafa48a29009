import type { TemplateBody, TemplateField } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { Say } from '../ui/parts.tsx'
import { itemMessages } from './item-messages.ts'

type OutlineProps = {
  language: Language
  body: TemplateBody
  /** Leaves room to write, as on paper. */
  room?: boolean
}

/** What a template asks, section by section, under headings of level 3. */
export function TemplateOutline({ language, body, room = false }: OutlineProps) {
  return (
    <>
      {body.sections.map((section) => (
        <section>
          <h3>
            <Say text={section.title} language={language} />
          </h3>
          {section.intro && (
            <p>
              <Say text={section.intro} language={language} />
            </p>
          )}
          <ul>
            {section.fields.map((field) => (
              <li>
                <strong>
                  <Say text={field.label} language={language} />
                </strong>
                <Asked field={field} language={language} />
                {field.hint && (
                  <p class="hint">
                    <Say text={field.hint} language={language} />
                  </p>
                )}
                {room && <RoomFor field={field} language={language} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Asked({ field, language }: { field: TemplateField; language: Language }) {
  const t = itemMessages[language]
  const names = (options: { text: { en: string; fr: string } }[]) =>
    options.map(({ text }) => say(text, language).text).join(', ')
  if (field.kind === 'choice') return <span class="quiet"> ({t.oneOf(names(field.options))})</span>
  if (field.kind === 'choices') return <span class="quiet"> ({t.someOf(names(field.options))})</span>
  if (field.kind !== 'rows') return null
  return <span class="quiet"> ({t.columns(names(field.columns.map(({ label }) => ({ text: label }))))})</span>
}

/** Room on paper: lines for words, boxes for choices, an empty table for rows. */
function RoomFor({ field, language }: { field: TemplateField; language: Language }) {
  if (field.kind === 'choice' || field.kind === 'choices') {
    return (
      <ul class="boxes">
        {field.options.map((option) => (
          <li>
            ☐ <Say text={option.text} language={language} />
          </li>
        ))}
      </ul>
    )
  }
  if (field.kind !== 'rows') {
    const lines = field.kind === 'text' ? 4 : 1
    return (
      <>
        {Array.from({ length: lines }, () => (
          <div class="answer-room" />
        ))}
      </>
    )
  }
  return (
    <table class="to-fill">
      <thead>
        <tr>
          {field.columns.map((column) => (
            <th scope="col">
              <Say text={column.label} language={language} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: field.rows }, () => (
          <tr>
            {field.columns.map(() => (
              <td />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
