import type { Pack, ProfileQuestion } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import type { Profile } from '../../domain/answers.ts'
import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { ProfileQuestionField } from '../../ui/profile-question.tsx'
import { timeZoneOptions } from '../../ui/words/time-zones.ts'
import type { Place } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { CommunityFrame } from './community-frame.tsx'
import type { ProtocolFile } from './community-store.ts'
import { communityMessages } from './messages.ts'
import { approvalBodies } from './terms.ts'

/** What the page holds, as typed. */
export type ProfileValues = {
  name: string
  ownName: string
  language: string
  timeZone: string
  approvalBody: string
  landAcknowledgement: string
  profile: Profile
}

export type ProfilePageProps = {
  frame: Frame
  place: Place
  standing: Standing
  pack: Pack
  values: ProfileValues
  version: number
  errors: FieldError[]
  protocol: ProtocolFile | undefined
  saved: boolean
  /** What someone else saved meanwhile: name of the field, theirs, and what was written here. */
  conflict?: { field: string; savedNow: string; yours: string }[]
}

/** Questions of the pack that stand elsewhere: who approves and when it is there have fields of their own, terms their own page. */
const askedElsewhere = ['approvalBody', 'dataTerms', 'timeZone']

/** The questions of the pack that this page asks. */
export function profileQuestions(pack: Pack): ProfileQuestion[] {
  return pack.profile.filter(({ id }) => !askedElsewhere.includes(id))
}

/** What a community says of itself. */
export function ProfilePage(props: ProfilePageProps) {
  const { frame, place, standing, pack, values, errors, protocol, conflict } = props
  const { language } = frame
  const t = communityMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="profile" title={t.profileTitle}>
      <ErrorSummary errors={errors} language={language} />
      {props.saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      {conflict && (
        <section class="note amber" role="alert">
          <h2>{t.conflictTitle}</h2>
          <p>{t.conflictText}</p>
          <Table
            caption={t.conflictTitle}
            hideCaption
            head={[t.field, t.savedNow, t.yours]}
            rows={conflict.map(({ field, savedNow, yours }) => [field, savedNow || t.empty, yours || t.empty])}
          />
        </section>
      )}
      <p class="lead">{t.profileLead}</p>
      <form method="post" action={paths.community(language, place.communityId, 'profile')}>
        <input type="hidden" name="version" value={String(props.version)} />
        <h2>{t.aboutUs}</h2>
        <TextField
          name="name"
          label={t.nameLabel}
          hint={t.nameHint}
          value={values.name}
          error={error('name')}
          required
          maxlength={120}
        />
        <TextField
          name="ownName"
          label={t.ownNameLabel}
          hint={t.ownNameHint}
          value={values.ownName}
          error={error('ownName')}
          maxlength={120}
        />
        <TextArea
          name="landAcknowledgement"
          label={t.landAcknowledgement}
          hint={t.landHint}
          value={values.landAcknowledgement}
          error={error('landAcknowledgement')}
          maxlength={2000}
        />
        <SelectField
          name="language"
          label={t.languageLabel}
          value={values.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SelectField
          name="timeZone"
          label={t.timeZoneLabel}
          value={values.timeZone}
          options={timeZoneOptions(language, values.timeZone)}
        />
        <SelectField
          name="approvalBody"
          label={t.approvalBody}
          hint={t.approvalHint}
          value={values.approvalBody}
          empty={t.chooseNone}
          options={approvalBodies.map((value) => ({ value, label: t.approvalBodies[value] }))}
        />
        <h2>{t.questions}</h2>
        {profileQuestions(pack).map((question) => (
          <ProfileQuestionField
            language={language}
            question={question}
            given={values.profile[question.id]}
            skip={t.skip}
          />
        ))}
        <p class="actions">
          <button type="submit">{t.save}</button>
        </p>
      </form>
      <h2>{t.protocol}</h2>
      <p>{t.protocolText}</p>
      {protocol && (
        <p>
          {t.protocolNow}{' '}
          <a href={paths.community(language, place.communityId, 'files', protocol.id)}>{protocol.name}</a>
        </p>
      )}
      <p>
        <a href={`${paths.community(language, place.communityId, 'files')}?purpose=protocol#file`}>
          {t.attachProtocol}
        </a>
      </p>
    </CommunityFrame>
  )
}
