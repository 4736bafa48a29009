import type { Profile } from '../../domain/answers.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { ProfileQuestionField } from '../../ui/profile-question.tsx'
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
          <ProfileQuestionField
            language={language}
            question={question}
            given={kept?.profile[question.id]}
            {...(kept ? { skip: t.skip } : {})}
            after={
              !kept && (
                <button type="button" class="plain clear" data-clear={question.id} hidden>
                  {t.clear}
                </button>
              )
            }
          />
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
