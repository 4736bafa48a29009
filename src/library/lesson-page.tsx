import type { CourseBody, Item, Lesson, Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { itemMessages } from './item-messages.ts'
import { lessonMessages } from './lesson-messages.ts'
import { LessonList, LessonNav, LessonPlace, LessonText } from './lesson-parts.tsx'
import { libraryMessages } from './messages.ts'

type LessonPageProps = {
  language: Language
  pack: Pack
  asset: AssetUrl
  item: Item
  body: CourseBody
  lesson: Lesson
}

/** One lesson of a course, open to all. */
export function LessonPage({ language, pack, asset, item, body, lesson }: LessonPageProps) {
  const t = lessonMessages[language]
  const hrefOf = ({ id }: Lesson) => paths.itemPart(language, item.id, 'lessons', id)
  const template = pack.items.find(({ id }) => id === lesson.exercise?.template)
  const course = paths.item(language, item.id)
  return (
    <Layout
      language={language}
      path={hrefOf(lesson)}
      title={`${say(lesson.title, language).text} · ${say(item.title, language).text}`}
      section="catalogue"
      asset={asset}
    >
      <p class="crumb">
        <a href={paths.catalogue(language)}>{libraryMessages[language].title}</a> ·{' '}
        <a href={course}>
          <Say text={item.title} language={language} />
        </a>
      </p>
      <h1>
        <Say text={lesson.title} language={language} />
      </h1>
      <LessonPlace language={language} lessons={body.lessons} lesson={lesson} />
      <LessonText
        language={language}
        item={item.id}
        body={body}
        lesson={lesson}
        {...(template ? { exercise: { title: template.title, href: paths.item(language, template.id) } } : {})}
      />
      <LessonNav
        language={language}
        lessons={body.lessons}
        current={lesson.id}
        hrefOf={hrefOf}
        before={{ href: course, label: t.toCourse }}
        after={{ href: paths.itemPart(language, item.id, 'check'), label: t.toCheck }}
      />
      <details class="no-print">
        <summary>{t.lessonsOf(say(item.title, language).text)}</summary>
        <LessonList language={language} lessons={body.lessons} current={lesson.id} hrefOf={hrefOf} />
        <p>
          <a href={paths.study(language, item.id)}>{itemMessages[language].keepPlace}</a>
        </p>
      </details>
    </Layout>
  )
}
