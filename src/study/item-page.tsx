import type { ItemBody } from '../content/schema.ts'
import { say } from '../content/text.ts'
import {
  lessonToContinue,
  mayMark,
  minutesLeft,
  type Remaining,
  type StudyProgress,
} from '../domain/learning/completion.ts'
import { BodyText, FurtherReading, LessonList } from '../library/index.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { itemKindWords } from '../ui/words/item-kinds.ts'
import {
  askHref,
  type Checks,
  CountOffer,
  ExercisesLeft,
  NewerOffer,
  Results,
  type ShareChoice,
  titleOf,
} from './item-parts.tsx'
import type { NewerText, Studied } from './load.ts'
import { studyMessages } from './messages.ts'
import { NotesForm, type NotesFormProps, wholeText } from './notes-form.tsx'

export type ItemPageProps = {
  frame: Frame
  timeZone: string
  studied: Studied
  newer: NewerText | undefined
  progress: StudyProgress
  remaining: Remaining[]
  checks: Checks
  shares: ShareChoice[]
  /** Done, and open on a pathway that has it. */
  countable: boolean
  /** Notes of what is no course; those of a course stand beside its lessons. */
  notes: Pick<NotesFormProps, 'body' | 'version' | 'errors' | 'elsewhere'>
  notice?: string | undefined
}

/** One item as its learner sees it: where to go on, what is left, and what is theirs alone. */
export function StudyItemPage(props: ItemPageProps) {
  const { frame, studied } = props
  const { language } = frame
  const { item, body, enrolment } = studied
  const t = studyMessages[language]
  const title = say(item.title, language).text
  const started = enrolment !== undefined
  return (
    <Layout {...frame} section="study" title={title} scripts={started && body?.kind !== 'course' ? ['notes.js'] : []}>
      <p class="crumb">
        <a href={paths.study(language)}>{t.title}</a> · {itemKindWords[language][item.kind]}
      </p>
      <h1>
        <Say text={item.title} language={language} />
      </h1>
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      {enrolment?.doneAt && (
        <p class="note">
          {t.isDone(longDate(dayIn(enrolment.doneAt, props.timeZone), language))}
          {body?.kind === 'course' && (
            <>
              {' '}
              <a href={paths.credentials(language)}>{t.certificate}</a>
            </>
          )}
        </p>
      )}
      {props.countable && <CountOffer language={language} item={item.id} />}
      <p class="lead">
        <Say text={item.summary} language={language} />
      </p>
      {!started && <Start {...props} />}
      {started && props.newer && (
        <NewerOffer language={language} item={item.id} studied={studied} newer={props.newer} />
      )}
      {started && body?.kind === 'course' ? (
        <Course {...props} body={body} />
      ) : (
        started && (
          <>
            <Content {...props} body={body} />
            {mayMark(body) && enrolment.doneAt === undefined && <Mark {...props} />}
            <NotesForm language={language} item={item.id} lesson={wholeText} {...props.notes} />
          </>
        )
      )}
      {enrolment && (
        <Results language={language} item={item.id} enrolment={enrolment} checks={props.checks} shares={props.shares} />
      )}
      <p class="actions">
        <a href={askHref(language, item.id)}>{t.ask}</a>
        <a href={paths.item(language, item.id)}>{t.openPage}</a>
        <a href={paths.study(language)}>{t.title}</a>
      </p>
    </Layout>
  )
}

function Start({ frame, studied }: ItemPageProps) {
  const { language } = frame
  const t = studyMessages[language]
  return (
    <>
      {studied.body === undefined && <p>{t.notWritten}</p>}
      <p>{t.startText}</p>
      <form method="post" action={paths.study(language, studied.item.id)}>
        <button type="submit">{t.start}</button>
      </form>
    </>
  )
}

function Course(props: ItemPageProps & { body: Extract<ItemBody, { kind: 'course' }> }) {
  const { frame, studied, body, progress, checks } = props
  const { language } = frame
  const { item, enrolment } = studied
  const t = studyMessages[language]
  const next = lessonToContinue(body, progress, enrolment?.lastLesson)
  const lesson = body.lessons.find(({ id }) => id === next)
  const lessonTitle = lesson ? say(lesson.title, language).text : ''
  const begun = progress.lessonsDone.size > 0 || enrolment?.lastLesson !== undefined
  const minutes = minutesLeft(body, progress.lessonsDone)
  // What people know before is only known before they read.
  const offersPre = checks.pre === undefined && checks.post === undefined && progress.lessonsDone.size === 0
  return (
    <>
      {offersPre && (
        <section>
          <h2>{t.preTitle}</h2>
          <p>{t.preText(body.checks.a.length)}</p>
          <p>
            <a class="button second" href={paths.study(language, item.id, 'check', 'pre')}>
              {t.preOpen}
            </a>
          </p>
        </section>
      )}
      {lesson && (
        <p>
          <a class="button" href={paths.study(language, item.id, lesson.id)}>
            {begun ? t.continueWith(lessonTitle) : t.startWith(lessonTitle)}
          </a>
        </p>
      )}
      <h2>{t.lessons}</h2>
      {minutes > 0 && <p class="meta">{t.minutesLeft(minutes)}</p>}
      <LessonList
        language={language}
        lessons={body.lessons}
        done={progress.lessonsDone}
        hrefOf={({ id }) => paths.study(language, item.id, id)}
      />
      <ExercisesLeft language={language} studied={studied} remaining={props.remaining} />
      {checks.post === undefined && (
        <section>
          <h2>{t.postTitle}</h2>
          <p>{t.postText(body.checks.a.length)}</p>
          <p class="actions">
            <a href={paths.study(language, item.id, 'check', 'post')}>{t.postOpen}</a>
            {checks.pre === undefined && !offersPre && (
              <a href={paths.study(language, item.id, 'check', 'practice')}>{t.practice}</a>
            )}
          </p>
        </section>
      )}
      <FurtherReading sources={body.furtherReading} language={language} />
    </>
  )
}

/** What an item holds that is neither course nor template. */
function Content({ frame, studied, body }: ItemPageProps & { body: ItemBody | undefined }) {
  const { language } = frame
  const { item, pack, release } = studied
  const t = studyMessages[language]
  switch (body?.kind) {
    case 'guideline':
      return (
        <>
          <BodyText language={language} item={item.id} text={body.text} figures={body.figures} release={release} />
          {body.templates.length > 0 && (
            <section>
              <h2>{t.templates}</h2>
              <ul>
                {body.templates.map((template) => (
                  <li>
                    <a href={paths.study(language, template)}>{titleOf(pack, template, language)}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <FurtherReading sources={body.furtherReading} language={language} />
        </>
      )
    case 'coaching':
      return (
        <>
          <h2>{t.coachingBefore}</h2>
          <ul>
            {body.before.map((text) => (
              <li>
                <Say text={text} language={language} />
              </li>
            ))}
          </ul>
          {body.blocks.map((block) => (
            <section>
              <h2>
                <Say text={block.title} language={language} />
              </h2>
              <p class="meta">{t.minutes(block.minutes)}</p>
              <ul>
                {block.points.map((point) => (
                  <li>
                    <Say text={point} language={language} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <h2>{t.coachingAfter}</h2>
          <ul>
            {body.after.map((text) => (
              <li>
                <Say text={text} language={language} />
              </li>
            ))}
          </ul>
        </>
      )
    case 'link':
      return (
        <p>
          <a href={body.url} rel="noopener noreferrer">
            {t.linkOpen(say(body.publisher, language).text)}
          </a>
        </p>
      )
    case 'file':
      return (
        <p>
          <a href={paths.itemPart(language, item.id, 'files', body.file)} download>
            {t.fileOpen(body.name)}
          </a>
        </p>
      )
    case 'package':
      return (
        <>
          <p>{t.packageText}</p>
          <p>
            <a class="button" href={paths.packagePlayer(language, body.package)}>
              {t.play}
            </a>
          </p>
        </>
      )
    default:
      return <p>{t.notWritten}</p>
  }
}

function Mark({ frame, studied }: Pick<ItemPageProps, 'frame' | 'studied'>) {
  const { language } = frame
  const t = studyMessages[language]
  const kind = studied.body?.kind
  const words = t.markText[kind === 'guideline' || kind === 'coaching' ? kind : 'other']
  return (
    <section class="no-print">
      <h2>{t.markTitle}</h2>
      <p>{words}</p>
      <form method="post" action={paths.study(language, studied.item.id, 'done')}>
        <button type="submit">{t.mark}</button>
      </form>
    </section>
  )
}
