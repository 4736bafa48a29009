import type { Question } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { GivenAnswers, MarkedCheck } from '../domain/course-check.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { CheckFeedback } from '../ui/check-feedback.tsx'
import { CheckForm } from '../ui/check-form.tsx'
import { Layout } from '../ui/layout.tsx'
import { type FieldError, Say } from '../ui/parts.tsx'
import { ownCheckMessages } from './check-messages.ts'
import type { Checks } from './item-parts.tsx'
import type { Studied } from './load.ts'
import { studyMessages } from './messages.ts'

export type CheckKind = 'pre' | 'post' | 'practice'

export type CheckPageProps = {
  frame: Frame
  studied: Studied
  purpose: CheckKind
  questions: readonly Question[]
  seed: string
  answers: GivenAnswers
  errors: FieldError[]
  /** Given once the answers were sent: then every option is explained. */
  marks: MarkedCheck | undefined
  checks: Checks
}

/** A check: its questions, or after sending what each answer means. */
export function CheckPage(props: CheckPageProps) {
  const { frame, studied, purpose, marks, checks } = props
  const { language } = frame
  const { item, body } = studied
  const t = ownCheckMessages[language]
  const words = studyMessages[language]
  const at = (...rest: string[]) => paths.study(language, item.id, ...rest)
  const firstLesson = body?.kind === 'course' ? body.lessons[0] : undefined
  const score = (purpose: 'pre' | 'post') => {
    const check = checks[purpose]
    return check ? words.scoreOf(check.right, check.of) : ''
  }
  return (
    <Layout
      {...frame}
      section="study"
      title={`${t.titles[purpose]} · ${say(item.title, language).text}`}
      scripts={marks === undefined ? ['order-steps.js'] : []}
    >
      <p class="crumb">
        <a href={paths.study(language)}>{words.title}</a>
        {' · '}
        <a href={at()}>
          <Say text={item.title} language={language} />
        </a>
      </p>
      <h1>{t.titles[purpose]}</h1>
      {marks === undefined ? (
        <>
          <p class="lead">{t.leads[purpose]}</p>
          {purpose !== 'practice' && <p>{t.once}</p>}
          <CheckForm
            language={language}
            action={at('check', purpose)}
            questions={props.questions}
            answers={props.answers}
            seed={props.seed}
            errors={props.errors}
            {...(purpose === 'practice' ? {} : { send: t.send })}
          />
        </>
      ) : (
        <>
          {purpose === 'post' && checks.pre && checks.post && (
            <p class="lead">{t.compare(score('pre'), score('post'))}</p>
          )}
          <CheckFeedback language={language} questions={props.questions} answers={props.answers} marks={marks} />
          <p class="actions">
            {purpose === 'practice' && <a href={at('check', 'practice')}>{t.againPractice}</a>}
            {purpose === 'pre' && firstLesson && (
              <a class="button" href={at(firstLesson.id)}>
                {t.toLessons}
              </a>
            )}
            <a href={at()}>{t.toItem}</a>
          </p>
        </>
      )}
    </Layout>
  )
}
