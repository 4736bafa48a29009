import { paths } from '../../paths.ts'
import { dataUses } from '../../people/index.ts'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Choices } from '../../ui/parts.tsx'
import type { ConsentChoices, OpenPoints } from './entries.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, errorOf, VersionLine } from './parts.tsx'

/** A yes or a no for each use of the community's data. */
export function ConsentPage(props: BlockProps & { value: ConsentChoices; version: number; mayDecide: boolean }) {
  const { frame, place, v, value, writes, errors, timeZone, mayDecide } = props
  const { language } = frame
  const t = validationMessages[language]
  return (
    <BlockPage {...props} title={t.consentTitle} lead={t.consentLead} guideBlock="choice">
      {!mayDecide && <p class="note">{t.onlyLead}</p>}
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'consent')}
      >
        {dataUses.map((use) => (
          <Choices
            name={`use-${use}`}
            legend={t.uses[use] ?? use}
            inline
            error={errorOf(errors, `use-${use}`)}
            choices={[
              { value: 'yes', label: t.yes, checked: value.uses[use] === true },
              { value: 'no', label: t.no, checked: value.uses[use] === false },
            ]}
          />
        ))}
        <TextField name="body" label={t.body} hint={t.bodyHint} value={value.body} maxlength={300} />
        <TextField name="reference" label={t.reference} value={value.reference} maxlength={300} />
        <VersionLine entry={v.decided.consent} timeZone={timeZone} language={language} />
        {writes && mayDecide && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
    </BlockPage>
  )
}

/** What has no answer yet. */
export function OpenPage(props: BlockProps & { value: OpenPoints; version: number }) {
  const { frame, place, v, value, writes, errors, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  return (
    <BlockPage {...props} title={t.openTitle} lead={t.openLead} guideBlock="choice">
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'open')}
      >
        <TextArea
          name="text"
          label={t.openLabel}
          hint={t.openHint}
          error={errorOf(errors, 'text')}
          value={value.text}
          rows={6}
          maxlength={4000}
        />
        <VersionLine entry={v.decided.open} timeZone={timeZone} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
    </BlockPage>
  )
}
