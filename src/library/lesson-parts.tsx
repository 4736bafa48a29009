import type { Child } from 'hono/jsx'
import type { CourseBody, Figures, Lesson, Source, Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type MarkdownPlaces, renderMarkdown } from '../ui/markdown.ts'
import { Say } from '../ui/parts.tsx'
import { lessonMessages } from './lesson-messages.ts'

type BodyTextProps = {
  language: Language
  item: string
  text: Text
  figures: Figures
  /** Given when the text is not that of the release the open catalogue shows: its figures come from this one. */
  release?: string
  /** Where figures and links lead instead, as in a file of its own. */
  places?: MarkdownPlaces
}

/** A text of an item (a guideline, a lesson, a note for facilitators) with its figures and links. */
export function BodyText({ language, item, text, figures, release, places }: BodyTextProps) {
  const said = say(text, language)
  const html = renderMarkdown(said.text, { ...openPlaces(language, item, figures, release), ...places })
  return (
    <div
      class="body-text"
      lang={said.language === language ? undefined : said.language}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** Links of a text as the open pages lead: figures, items and components each at their own address. */
export function openPlaces(language: Language, item: string, figures: Figures, release?: string): MarkdownPlaces {
  const query = release === undefined ? '' : `?release=${release}`
  return {
    figure: (name) =>
      Object.hasOwn(figures, name) ? paths.itemPart(language, item, 'figures', `${name}.svg`) + query : undefined,
    item: (id) => paths.item(language, id),
    component: (domain, component) => paths.component(language, domain, component),
  }
}

export type LessonTextProps = {
  language: Language
  /** Id of the course. */
  item: string
  body: CourseBody
  lesson: Lesson
  release?: string
  places?: MarkdownPlaces
  /** Title of the exercise's template, and where it is filled in; without it the task stands alone. */
  exercise?: { title: Text; href: string }
}

/** One lesson: its text, then the work of one's own it ends with. */
export function LessonText({ lesson, body, exercise, ...rest }: LessonTextProps) {
  const { language } = rest
  const t = lessonMessages[language]
  return (
    <>
      <BodyText {...rest} text={lesson.text} figures={body.figures} />
      {lesson.exercise && (
        <section class="exercise">
          <h2>{t.exercise}</h2>
          <p>
            <Say text={lesson.exercise.task} language={language} />
          </p>
          {exercise && (
            <p>
              <a href={exercise.href}>{t.openTemplate(say(exercise.title, language).text)}</a>
            </p>
          )}
        </section>
      )}
    </>
  )
}

/** Above a lesson: its place among the others and how long it takes. */
export function LessonPlace({ language, lessons, lesson }: { language: Language; lessons: Lesson[]; lesson: Lesson }) {
  const t = lessonMessages[language]
  return (
    <p class="meta">
      {t.placeOf(lessons.indexOf(lesson) + 1, lessons.length)} · {t.about(t.minutes(lesson.minutes))}
    </p>
  )
}

type LessonListProps = {
  language: Language
  lessons: readonly Lesson[]
  /** The lesson on this page, if it is one. */
  current?: string
  hrefOf: (lesson: Lesson) => string
  /** Lessons the reader has marked as done. */
  done?: ReadonlySet<string>
}

/** All lessons of a course in order, with their minutes. */
export function LessonList({ language, lessons, current, hrefOf, done }: LessonListProps) {
  const t = lessonMessages[language]
  return (
    <ol class="lesson-list">
      {lessons.map((lesson) => (
        <li>
          <a href={hrefOf(lesson)} aria-current={lesson.id === current ? 'page' : undefined}>
            <Say text={lesson.title} language={language} />
          </a>{' '}
          <span class="meta">
            {t.minutes(lesson.minutes)}
            {done?.has(lesson.id) && ` · ✓ ${t.done}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

type LessonNavProps = {
  language: Language
  lessons: readonly Lesson[]
  current: string
  hrefOf: (lesson: Lesson) => string
  /** What comes before the first lesson, and after the last. */
  before?: { href: string; label: Child }
  after?: { href: string; label: Child }
}

/** Back and next, by name. */
export function LessonNav({ language, lessons, current, hrefOf, before, after }: LessonNavProps) {
  const t = lessonMessages[language]
  const place = lessons.findIndex((lesson) => lesson.id === current)
  const named = (lesson: Lesson | undefined) =>
    lesson && { href: hrefOf(lesson), label: <Say text={lesson.title} language={language} /> }
  const back = named(lessons[place - 1]) ?? before
  const next = named(lessons[place + 1]) ?? after
  return (
    <nav class="lesson-nav" aria-label={t.between}>
      {back && (
        <a href={back.href} rel="prev">
          <span class="way">{t.back}</span> <span>{back.label}</span>
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" class="next">
          <span class="way">{t.next}</span> <span>{next.label}</span>
        </a>
      )}
    </nav>
  )
}

/** Sources a reader can turn to, at the end of a course or guideline. */
export function FurtherReading({ sources, language }: { sources: readonly Source[]; language: Language }) {
  if (sources.length === 0) return null
  return (
    <section>
      <h2>{lessonMessages[language].furtherReading}</h2>
      <ul>
        {sources.map((source) => {
          const title = <Say text={source.title} language={language} />
          return (
            <li>
              {source.url ? (
                <a href={source.url} rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
              {', '}
              <Say text={source.publisher} language={language} />
              {`, ${source.date}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
