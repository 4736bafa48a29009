import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { longDate } from '../ui/dates.ts'
import { TextArea, TextField } from '../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import type { Incident } from './incident-store.ts'
import { privacyMessages } from './privacy-messages.ts'

type Common = { frame: Frame; standing: Standing }

/** The register, newest first. */
export function IncidentsPage({ frame, standing, incidents }: Common & { incidents: Incident[] }) {
  const { language } = frame
  const t = privacyMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="incidents" title={t.incidentsTitle}>
      <p>{t.incidentsLead}</p>
      <p class="actions">
        <a class="button" href={paths.program(language, 'incidents', 'new')}>
          {t.newIncident}
        </a>
      </p>
      {incidents.length === 0 ? (
        <p class="note">{t.noIncidents}</p>
      ) : (
        <Table
          caption={t.incidentsTitle}
          hideCaption
          head={[t.noticedOn, t.what, t.seriousHarm, t.closedOn, <span class="visually-hidden">{t.change}</span>]}
          rows={incidents.map((incident) => [
            longDate(incident.noticedOn, language),
            incident.what,
            incident.seriousHarm ? t.yes : t.no,
            incident.closedOn ? longDate(incident.closedOn, language) : t.open,
            <a href={paths.program(language, 'incidents', incident.id)}>{t.change}</a>,
          ])}
        />
      )}
    </ProgramFrame>
  )
}

/** One incident, to write down or to change. */
export function IncidentPage(
  props: Common & { incident: Partial<Incident>; errors: FieldError[]; conflict?: boolean; isNew: boolean },
) {
  const { frame, standing, incident, errors } = props
  const { language } = frame
  const t = privacyMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const day = (name: 'happenedOn' | 'noticedOn' | 'closedOn', hint?: string) => (
    <TextField name={name} type="date" label={t[name]} value={incident[name]} hint={hint} error={error(name)} />
  )
  return (
    <ProgramFrame
      frame={frame}
      standing={standing}
      part="incidents"
      title={props.isNew ? t.newIncident : t.changeIncident}
    >
      <ErrorSummary errors={errors} language={language} />
      {props.conflict && (
        <p class="note amber" role="alert">
          {t.conflict}
        </p>
      )}
      <form method="post">
        <input type="hidden" name="version" value={String(incident.version ?? 1)} />
        {day('happenedOn')}
        {day('noticedOn')}
        <TextArea name="what" label={t.what} hint={t.whatHint} value={incident.what} error={error('what')} />
        <TextArea name="whose" label={t.whose} value={incident.whose} rows={2} error={error('whose')} />
        <Choices
          name="seriousHarm"
          legend={t.seriousHarm}
          hint={t.seriousHarmHint}
          error={error('seriousHarm')}
          choices={[
            { value: 'yes', label: t.yes, checked: incident.seriousHarm === true },
            { value: 'no', label: t.no, checked: incident.seriousHarm === false },
          ]}
        />
        <TextArea name="measures" label={t.measures} value={incident.measures} error={error('measures')} />
        <TextArea name="told" label={t.told} value={incident.told} rows={2} error={error('told')} />
        {day('closedOn', t.closedHint)}
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href={paths.program(language, 'incidents')}>{t.incidentsTitle}</a>
        </p>
      </form>
    </ProgramFrame>
  )
}
