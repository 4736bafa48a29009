import { type StaffRole, type Standing, staffRoles } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { TextField } from '../ui/fields.tsx'
import { Choices, ErrorSummary, Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { programMessages } from './messages.ts'
import type { StaffPerson } from './staff-store.ts'

/** Everyone with an account, and the roles they have in the program. */
export function PeoplePage(props: {
  frame: Frame
  standing: Standing
  people: StaffPerson[]
  find: string
  staffOnly: boolean
  next: string | undefined
}) {
  const { frame, standing, people, find, staffOnly, next } = props
  const { language } = frame
  const t = programMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="people" title={t.people} wide>
      <form method="get" class="inline-form">
        <TextField name="find" type="search" label={t.find} value={find} />
        <Choices
          name="staff"
          legend={<span class="visually-hidden">{t.staffOnly}</span>}
          several
          choices={[{ value: 'yes', label: t.staffOnly, checked: staffOnly }]}
        />
        <button type="submit" class="second">
          {t.findButton}
        </button>
      </form>
      {people.length === 0 ? (
        <p class="note">{t.nobodyFound}</p>
      ) : (
        <Table
          caption={t.people}
          hideCaption
          head={[t.name, t.email, t.roles, t.secondFactor, <span class="visually-hidden">{t.change}</span>]}
          rows={people.map((person) => [
            person.name || person.email,
            person.email,
            person.roles.map((role) => t.roleNames[role]).join(', ') || t.noRoles,
            person.secondFactor ? t.yes : t.no,
            <a href={paths.program(language, 'people', person.id)}>
              {t.change}
              <span class="visually-hidden"> {person.name}</span>
            </a>,
          ])}
        />
      )}
      {next !== undefined && (
        <p>
          <a
            href={`${paths.program(language, 'people')}?${new URLSearchParams({ find, ...(staffOnly ? { staff: 'yes' } : {}), after: next })}`}
          >
            {t.next}
          </a>
        </p>
      )}
    </ProgramFrame>
  )
}

/** The roles of one person. */
export function RolesPage(props: {
  frame: Frame
  standing: Standing
  person: StaffPerson
  roles: readonly StaffRole[]
  own: boolean
  error?: string | undefined
}) {
  const { frame, standing, person, roles } = props
  const { language } = frame
  const t = programMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="people" title={t.rolesOf(person.name || person.email)}>
      {props.error && <ErrorSummary errors={[{ field: 'roles', message: props.error }]} language={language} />}
      <p class="quiet">{person.email}</p>
      <form method="post">
        <Choices
          name="roles"
          legend={t.roles}
          hint={t.rolesHint}
          error={props.error}
          several
          choices={staffRoles.map((role) => ({
            value: role,
            label: t.roleNames[role],
            checked: roles.includes(role),
          }))}
        />
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href={paths.program(language, 'people')}>{t.cancel}</a>
        </p>
      </form>
      {!props.own && person.secondFactor && (
        <form method="post" action={paths.program(language, 'people', person.id, 'reset-second-factor')}>
          <button type="submit" class="second">
            {t.resetFactor}
          </button>
        </form>
      )}
    </ProgramFrame>
  )
}
