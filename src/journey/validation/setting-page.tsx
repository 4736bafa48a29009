import { paths } from '../../paths.ts'
import { TextField } from '../../ui/fields.tsx'
import { Choices } from '../../ui/parts.tsx'
import type { Setting } from './entries.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, errorOf, VersionLine } from './parts.tsx'
import { participantName } from './who.ts'

/** When the interview takes place, where, in which language, and with whom. */
export function SettingPage(props: BlockProps & { value: Setting; version: number }) {
  const { frame, place, v, value, writes, errors, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  const field = (name: string) => ({ name, error: errorOf(errors, name) })
  return (
    <BlockPage {...props} title={t.settingTitle} lead={t.settingLead}>
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'setting')}
      >
        <TextField
          {...field('date')}
          type="date"
          label={t.date}
          hint={t.dateHint(v.community.timeZone)}
          value={value.date}
        />
        <TextField {...field('time')} type="time" label={t.time} value={value.time} />
        <TextField
          {...field('minutes')}
          type="number"
          min="5"
          max="480"
          label={t.minutes}
          value={String(value.minutes)}
        />
        <TextField {...field('place')} label={t.place} value={value.place} maxlength={300} />
        <TextField {...field('spoken')} label={t.spoken} value={value.spoken} maxlength={100} />
        <Choices
          name="people"
          legend={t.people}
          several
          choices={v.participants.map((one) => ({
            value: one.personId,
            label: participantName(one, language),
            checked: value.people.includes(one.personId),
          }))}
        />
        <TextField {...field('others')} label={t.others} hint={t.othersHint} value={value.others} maxlength={500} />
        <VersionLine entry={v.decided.setting} timeZone={timeZone} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
    </BlockPage>
  )
}
