import type { ProfileQuestion } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Profile } from '../../domain/answers.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { type KeptPage, SelfCheckPage, type SelfCheckPageProps } from './shell.tsx'

/** The profile of a self-check under a private link. */
export type KeptProfile = KeptPage & { profile: Profile; version: number; errors: FieldError[]; conflict: boolean }

/** A few questions about the community; each can be skipped and says why it is asked. */
export function ProfilePage(props: SelfCheckPageProps & { kept?: KeptProfile }) {
  const { language, pack, kept } = props
  const t = selfCheckMessages[language]
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const intro = (
    <>
      {kept && <ErrorSummary errors={kept.errors} language={language} />}
      <h1>{t.profileTitle}</h1>
      <p class="lead">{t.profileLead}</p>
    </>
  )
  const questions = (
    <>
      {pack.profile
        .filter((question) => question.selfCheck)
        .map((question) => (
          <Question language={language} question={question} given={kept?.profile[question.id]} kept={!!kept} />
        ))}
      <p class="actions">
        <button type="submit">{t.profileNext}</button>
      </p>
    </>
  )
  return (
    <SelfCheckPage
      {...props}
      {...(kept ? { kept } : {})}
      at={paths.profile}
      title={t.profileTitle}
      script={{ page: 'profile', pack: true }}
    >
      {intro}
      {kept ? (
        <form method="post" action={paths.profile(language, place)}>
          <input type="hidden" name="version" value={String(kept.version)} />
          {questions}
        </form>
      ) : (
        <form id="profile" data-next={paths.setUp(language, place)}>
          <fieldset id="answers" disabled>
            {questions}
          </fieldset>
        </form>
      )}
    </SelfCheckPage>
  )
}

/** Says that none of the provinces' and territories' laws apply. */
const ownLaws = 'own-laws'

/** Provinces and territories by their names in the page's language, and a community's own laws after them. */
function inOrder({ id, options }: ProfileQuestion, language: Language): ProfileQuestion['options'] {
  if (id !== 'jurisdiction') return options
  const name = (option: (typeof options)[number]) => say(option.label, language).text
  return [...options].sort(
    (a, b) => Number(a.id === ownLaws) - Number(b.id === ownLaws) || name(a).localeCompare(name(b), language),
  )
}

type QuestionProps = {
  language: Language
  question: ProfileQuestion
  given: string | string[] | undefined
  kept: boolean
}

function Question({ language, question, given, kept }: QuestionProps) {
  const t = selfCheckMessages[language]
  const picked = given === undefined ? [] : typeof given === 'string' ? [given] : given
  const skip = { value: '', label: t.skip, checked: false, apart: true }
  return (
    <Choices
      name={question.id}
      legend={<Say text={question.label} language={language} />}
      hint={<Say text={question.why} language={language} />}
      several={question.several}
      choices={[
        ...inOrder(question, language).map((option) => ({
          value: option.id,
          label: <Say text={option.label} language={language} />,
          checked: picked.includes(option.id),
        })),
        ...(kept && !question.several && picked.length > 0 ? [skip] : []),
      ]}
      after={
        !kept && (
          <button type="button" class="plain clear" data-clear={question.id} hidden>
            {t.clear}
          </button>
        )
      }
    />
  )
}
