import type { CourseBody, Lesson } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { minutesLeft } from '../domain/learning/completion.ts'
import { LessonList, LessonNav, LessonPlace, LessonText } from '../library/index.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { askHref, exerciseHref } from './item-parts.tsx'
import type { Studied } from './load.ts'
import { studyMessages } from './messages.ts'
import { NotesForm, type NotesFormProps } from './notes-form.tsx'

export type LessonPageProps = {
  frame: Frame
  studied: Studied
  body: CourseBody
  lesson: Lesson
  lessonsDone: ReadonlySet<string>
  notes: Pick<NotesFormProps, 'body' | 'version' | 'errors' | 'elsewhere'>
}

/** One lesson in the learner's own frame: the text, notes beside it, and the way on. */
export function LessonPage({ frame, studied, body, lesson, lessonsDone, notes }: LessonPageProps) {
  const { language } = frame
  const { item, pack, release } = studied
  const t = studyMessages[language]
  const at = (...rest: string[]) => paths.study(language, item.id, ...rest)
  const hrefOf = ({ id }: Lesson) => at(id)
  const last = body.lessons.at(-1)?.id === lesson.id
  const isDone = lessonsDone.has(lesson.id)
  const template = pack.items.find(({ id }) => id === lesson.exercise?.template)
  const minutes = minutesLeft(body, lessonsDone)
  return (
    <Layout
      {...frame}
      section="study"
      title={`${say(lesson.title, language).text} · ${say(item.title, language).text}`}
      scripts={['notes.js']}
    >
      <p class="crumb">
        <a href={paths.study(language)}>{t.title}</a>
        {' · '}
        <a href={at()}>
          <Say text={item.title} language={language} />
        </a>
      </p>
      <h1>
        <Say text={lesson.title} language={language} />
      </h1>
      <LessonPlace language={language} lessons={body.lessons} lesson={lesson} />
      {minutes > 0 && <p class="meta">{t.minutesLeft(minutes)}</p>}
      <LessonText
        language={language}
        item={item.id}
        body={body}
        lesson={lesson}
        release={release}
        {...(template && lesson.exercise
          ? { exercise: { title: template.title, href: exerciseHref(language, template.id, item.id, lesson.id) } }
          : {})}
      />
      <form method="post" action={at(lesson.id, 'done')} class="lesson-done no-print">
        {isDone ? (
          <>
            <p>✓ {t.lessonIsDone}</p>
            <button type="submit" name="act" value="undo" class="plain">
              {t.lessonNotDone}
            </button>
          </>
        ) : (
          <button type="submit">{last ? t.lessonDone : t.lessonDoneNext}</button>
        )}
      </form>
      <NotesForm language={language} item={item.id} lesson={lesson.id} {...notes} />
      <p class="no-print">
        <a href={askHref(language, item.id, lesson.id)}>{t.ask}</a>
      </p>
      <LessonNav
        language={language}
        lessons={body.lessons}
        current={lesson.id}
        hrefOf={hrefOf}
        before={{ href: at(), label: t.toItem }}
        after={{ href: at('check', 'post'), label: t.toCheck }}
      />
      <details class="no-print">
        <summary>{t.toItem}</summary>
        <LessonList language={language} lessons={body.lessons} current={lesson.id} done={lessonsDone} hrefOf={hrefOf} />
      </details>
    </Layout>
  )
}
