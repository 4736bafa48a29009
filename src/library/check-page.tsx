import type { CourseBody, Item } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { type GivenAnswers, type MarkedCheck, markAnswers } from '../domain/course-check.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { CheckFeedback } from '../ui/check-feedback.tsx'
import { CheckForm } from '../ui/check-form.tsx'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { itemMessages } from './item-messages.ts'
import { libraryMessages } from './messages.ts'

type CheckPageProps = {
  language: Language
  asset: AssetUrl
  item: Item
  body: CourseBody
  /** Left out before anything was sent. */
  answers?: GivenAnswers
}

/** The check of a course for practice, without an account: the questions, or what was answered with a word on every option. */
export function CheckPage({ language, asset, item, body, answers }: CheckPageProps) {
  const t = itemMessages[language]
  const address = paths.itemPart(language, item.id, 'check')
  const title = say(item.title, language).text
  const questions = body.checks.a
  const marks: MarkedCheck | undefined = answers && markAnswers(questions, answers)
  return (
    <Layout
      language={language}
      path={address}
      title={`${t.check} · ${title}`}
      section="catalogue"
      asset={asset}
      scripts={marks ? [] : ['order-steps.js']}
    >
      <p class="crumb">
        <a href={paths.catalogue(language)}>{libraryMessages[language].title}</a> ·{' '}
        <a href={paths.item(language, item.id)}>
          <Say text={item.title} language={language} />
        </a>
      </p>
      <h1>{t.check}</h1>
      {answers && marks ? (
        <>
          <CheckFeedback language={language} questions={questions} answers={answers} marks={marks} />
          <p class="quiet">{t.nothingKept}</p>
          <p class="actions">
            <a class="button" href={address}>
              {t.tryAgain}
            </a>
            <a href={paths.item(language, item.id)}>{t.backTo(title)}</a>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{t.checkLead(title)}</p>
          <p class="quiet">{t.nothingKept}</p>
          <CheckForm language={language} action={address} questions={questions} seed={item.id} />
        </>
      )}
    </Layout>
  )
}
