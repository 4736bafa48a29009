import { type Language, locales } from '../platform/languages.ts'
import { renderMarkdown } from '../ui/markdown.ts'
import { itemMessages } from './item-messages.ts'

/** An answer that was published, as a page shows it: nothing in it leads to who asked. */
export type ShownAnswer = {
  id: string
  language: string
  question: string
  /** Markdown. */
  answer: string
  /** `YYYY-MM`: no day, which could lead back to a question. */
  month: string
}

/** Published answers about an item, folded: the question, then what was answered. */
export function AnswerList({ answers, language }: { answers: readonly ShownAnswer[]; language: Language }) {
  const t = itemMessages[language]
  if (answers.length === 0) return null
  const month = new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <section>
      <h2>{t.answers}</h2>
      {answers.map((answer) => (
        <details id={`answer-${answer.id}`} lang={answer.language === language ? undefined : answer.language}>
          <summary>{answer.question}</summary>
          <div
            class="body-text"
            dangerouslySetInnerHTML={{
              __html: renderMarkdown(answer.answer, { headingLevel: 3, idPrefix: `answer-${answer.id}-` }),
            }}
          />
          <p class="quiet" lang={language}>
            {t.answeredIn(month.format(new Date(`${answer.month}-01T00:00:00Z`)))}
          </p>
        </details>
      ))}
    </section>
  )
}
