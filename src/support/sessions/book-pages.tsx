import { itemTitle } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import { When } from '../../journey/interview/index.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Member, type Place } from '../../people/index.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { longest } from '../forms.ts'
import { Notice } from '../parts.tsx'
import { sessionMessages } from './messages.ts'
import type { Session } from './store.ts'

type Common = { frame: Frame; place: Place; standing: Standing; pack: Pack; item: string | undefined }

/** With whom: those who take sessions, the community's own team first. */
export function ChooseHostPage(
  props: Common & { hosts: readonly { personId: string; name: string; assigned: boolean }[] },
) {
  const { frame, place, standing, item } = props
  const { language } = frame
  const t = sessionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, ...rest)
  const query = item === undefined ? '' : `&item=${encodeURIComponent(item)}`
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.chooseHost}>
      <p class="lead">{t.chooseHostLead}</p>
      {item !== undefined && <p>{itemTitle(props.pack, item, language)}</p>}
      {props.hosts.length === 0 && <p>{t.noHosts}</p>}
      <ul class="rows">
        {props.hosts.map(({ personId, name, assigned }) => (
          <li>
            <a href={`${at('sessions', 'book')}?host=${personId}${query}`}>{name}</a>
            {assigned && <p class="meta">{t.team}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href={at()}>{t.back}</a>
      </p>
    </CommunityFrame>
  )
}

export type TypedSession = { slot: string; topic: string; place: string; language: string; people: string[] }

/** Booking a talk with someone, or moving one: their free times on both clocks. */
export function BookPage(
  props: Common & {
    /** Of the session that this form makes: sent twice, it is one. */
    id: string
    host: { personId: string; name: string }
    slots: readonly Date[]
    zones: { reader: string; community: string }
    minutes: number
    members: readonly Member[]
    /** The one that is moved. */
    moved: Session | undefined
    typed: TypedSession
    errors: FieldError[]
    notice?: string | undefined
  },
) {
  const { frame, place, standing, pack, item, host, moved, typed, errors } = props
  const { language } = frame
  const t = sessionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, 'sessions', ...rest)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const title = moved ? t.moveTitle : t.bookWith(host.name)
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={title}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} alert />
      <p class="lead">{t.bookLead(props.minutes)}</p>
      {item !== undefined && <p>{itemTitle(pack, item, language)}</p>}
      {props.slots.length === 0 ? (
        <p class="note">{t.noSlots(host.name)}</p>
      ) : (
        <form method="post" action={moved ? at(moved.id, 'move') : at('book')}>
          <input type="hidden" name="id" value={props.id} />
          <input type="hidden" name="host" value={host.personId} />
          {item !== undefined && <input type="hidden" name="item" value={item} />}
          {moved && <input type="hidden" name="sequence" value={String(moved.sequence)} />}
          <Choices
            name="slot"
            legend={t.slots}
            error={error('slot')}
            choices={props.slots.map((slot) => ({
              value: slot.toISOString(),
              label: <When moment={slot} zones={props.zones} language={language} />,
              checked: typed.slot === slot.toISOString(),
            }))}
          />
          {!moved && (
            <>
              <TextField
                name="topic"
                label={t.topic}
                hint={t.topicHint}
                value={typed.topic}
                error={error('topic')}
                maxlength={longest.line}
              />
              <Choices
                name="people"
                legend={t.people}
                error={error('people')}
                several
                choices={props.members.map((member) => ({
                  value: member.personId,
                  label: member.name,
                  checked: typed.people.includes(member.personId),
                }))}
              />
              <SelectField
                name="language"
                label={t.language}
                value={typed.language}
                options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              />
            </>
          )}
          <TextField
            name="place"
            label={t.place}
            hint={t.placeHint}
            value={typed.place}
            error={error('place')}
            maxlength={longest.line}
          />
          <p class="actions">
            <button type="submit">{moved ? t.move : t.book}</button>
            <a href={moved ? at(moved.id) : paths.support(language, place.communityId)}>{t.back}</a>
          </p>
        </form>
      )}
      {!moved && (
        <p>
          <a href={at('book')}>{t.changeHost}</a>
        </p>
      )}
    </CommunityFrame>
  )
}
