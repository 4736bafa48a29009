import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { timeZoneOptions } from '../../ui/words/time-zones.ts'
import type { Frame } from '../access/room.ts'
import { communityMessages } from './messages.ts'

export type NewCommunityValues = {
  /** Made with the page, so that sending it twice founds one community. */
  id: string
  name: string
  ownName: string
  language: string
  timeZone: string
  title: string
  may: boolean
}

/** Where anyone who is signed in sets up their community. */
export function NewCommunityPage(props: { frame: Frame; values: NewCommunityValues; errors: FieldError[] }) {
  const { frame, values, errors } = props
  const { language } = frame
  const t = communityMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <Layout {...frame} section="start" title={t.newTitle}>
      <ErrorSummary errors={errors} language={language} />
      <h1>{t.newTitle}</h1>
      <p class="lead">{t.newLead}</p>
      <form method="post" action={paths.newCommunity(language)}>
        <input type="hidden" name="id" value={values.id} />
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
        <TextField
          name="title"
          label={t.titleLabel}
          hint={t.titleHint}
          value={values.title}
          error={error('title')}
          maxlength={120}
          autocomplete="organization-title"
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
        <Choices
          name="may"
          legend={<span class="visually-hidden">{t.mayLabel}</span>}
          several
          error={error('may')}
          choices={[{ value: 'yes', label: t.mayLabel, checked: values.may }]}
        />
        <p class="actions">
          <button type="submit">{t.create}</button>
        </p>
      </form>
    </Layout>
  )
}
