import type { CourseBody, Item, Lesson, Question } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { shownOrder } from '../domain/course-check.ts'
import type { Language } from '../platform/languages.ts'
import { RightAnswer } from '../ui/check-feedback.tsx'
import { checkMessages } from '../ui/check-messages.ts'
import type { MarkdownPlaces } from '../ui/markdown.ts'
import { uiMessages } from '../ui/messages.ts'
import { Say } from '../ui/parts.tsx'
import { itemMessages } from './item-messages.ts'
import { lessonMessages } from './lesson-messages.ts'
import { BodyText, FurtherReading } from './lesson-parts.tsx'

type PaperProps = {
  language: Language
  item: Item
  body: CourseBody
  /** Where figures and links lead; left out, as on the open pages. */
  places?: MarkdownPlaces
  /** The answers at the end, as in a book, or folded under each question. */
  answers: 'at-end' | 'folded'
}

/** A whole course on one page, under headings of level 2: its lessons, the check, the answers, the note for a group's leader. */
export function CourseOnPaper({ language, item, body, places, answers }: PaperProps) {
  const t = itemMessages[language]
  const l = lessonMessages[language]
  return (
    <>
      <nav aria-label={l.lessons}>
        <ol>
          {body.lessons.map((lesson) => (
            <li>
              <a href={`#${lesson.id}`}>
                <Say text={lesson.title} language={language} />
              </a>{' '}
              <span class="meta">{l.minutes(lesson.minutes)}</span>
            </li>
          ))}
        </ol>
      </nav>
      {body.lessons.map((lesson) => (
        <LessonOnPaper
          language={language}
          item={item}
          body={body}
          lesson={lesson}
          {...(places === undefined ? {} : { places })}
        />
      ))}
      <section class="new-sheet" id="check">
        <h2>{t.check}</h2>
        <ol class="paper-check">
          {body.checks.a.map((question) => (
            <li>
              <p>
                <strong>
                  <Say text={question.prompt} language={language} />
                </strong>
              </p>
              <BlankQuestion question={question} seed={item.id} language={language} />
              {answers === 'folded' && (
                <details>
                  <summary>{t.showAnswer}</summary>
                  <RightAnswer question={question} language={language} />
                </details>
              )}
            </li>
          ))}
        </ol>
      </section>
      {answers === 'at-end' && (
        <section class="new-sheet" id="answers">
          <h2>{t.answerKey}</h2>
          <ol class="paper-check">
            {body.checks.a.map((question) => (
              <li>
                <p>
                  <strong>
                    <Say text={question.prompt} language={language} />
                  </strong>
                </p>
                <RightAnswer question={question} language={language} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section class="new-sheet" id="facilitator">
        <h2>{t.facilitator}</h2>
        <BodyText
          language={language}
          item={item.id}
          text={body.facilitator}
          figures={body.figures}
          places={{ ...places, headingLevel: 3, idPrefix: 'facilitator-' }}
        />
      </section>
      <FurtherReading sources={body.furtherReading} language={language} />
    </>
  )
}

function LessonOnPaper(props: Omit<PaperProps, 'answers'> & { lesson: Lesson }) {
  const { language, item, body, lesson, places } = props
  const l = lessonMessages[language]
  return (
    <section class="new-sheet" id={lesson.id}>
      <h2>
        <Say text={lesson.title} language={language} />
      </h2>
      <BodyText
        language={language}
        item={item.id}
        text={lesson.text}
        figures={body.figures}
        places={{ ...places, headingLevel: 3, idPrefix: `${lesson.id}-` }}
      />
      {lesson.exercise && (
        <div class="exercise">
          <h3>{l.exercise}</h3>
          <p>
            <Say text={lesson.exercise.task} language={language} />
          </p>
        </div>
      )}
    </section>
  )
}

/** A question to answer with a pen. */
function BlankQuestion({ question, seed, language }: { question: Question; seed: string; language: Language }) {
  const t = checkMessages[language]
  const hint = <p class="hint">{t[question.kind]}</p>
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          {hint}
          <ul class="boxes">
            {question.options.map((option) => (
              <li>
                ☐ <Say text={option.text} language={language} />
              </li>
            ))}
          </ul>
        </>
      )
    case 'order':
      return (
        <>
          {hint}
          <ul class="boxes">
            {shownOrder(question, seed).map((id) => {
              const step = question.steps.find((one) => one.id === id)
              return <li>____ {step && <Say text={step.text} language={language} />}</li>
            })}
          </ul>
        </>
      )
    case 'match':
      return (
        <>
          {hint}
          <ul class="boxes">
            {question.pairs.map((pair) => (
              <li>
                <Say text={pair.left} language={language} />
                {uiMessages[language].colon}____
              </li>
            ))}
          </ul>
          <p>{itemMessages[language].belongsTo}</p>
          <ol type="A">
            {shownOrder(question, seed).map((id) => {
              const pair = question.pairs.find((one) => one.id === id)
              return <li>{pair && <Say text={pair.right} language={language} />}</li>
            })}
          </ol>
        </>
      )
    case 'number':
      return (
        <p>
          {itemMessages[language].yourAnswer} ________ {question.unit && say(question.unit, language).text}
        </p>
      )
  }
}
