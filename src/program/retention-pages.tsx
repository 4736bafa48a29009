import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import type { Language } from '../platform/languages.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { SelectField, TextArea, TextField } from '../ui/fields.tsx'
import { Layout } from '../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { privacyMessages } from './privacy-messages.ts'
import type { ProgramSettings } from './settings.ts'
import type { CommunityHold, Deletion } from './store.ts'

type Common = { frame: Frame; standing: Standing; timeZone: string }

/** The rules, the holds, and what was deleted under them. */
export function RetentionPage(
  props: Common & {
    settings: ProgramSettings
    holds: CommunityHold[]
    deletions: Deletion[]
    ran: number | undefined
    errors: FieldError[]
  },
) {
  const { frame, standing, settings, holds, deletions, ran, timeZone } = props
  const { language } = frame
  const t = privacyMessages[language]
  const date = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const held = holds.filter(({ since }) => since !== undefined)
  return (
    <ProgramFrame frame={frame} standing={standing} part="retention" title={t.retentionTitle}>
      <ErrorSummary errors={props.errors} language={language} />
      {ran !== undefined && (
        <p class="note" role="status">
          {t.ran(ran)}
        </p>
      )}
      <p>{t.retentionLead(settings.answersMonths, settings.logsMonths)}</p>
      <p>
        <a href={paths.program(language, 'settings')}>{t.settingsLink}</a>
      </p>
      <form method="post" action={paths.program(language, 'retention', 'run')}>
        <button type="submit" class="second">
          {t.runNow}
        </button>
      </form>
      <h2>{t.holds}</h2>
      <p>{t.holdsLead}</p>
      {held.map((hold) => (
        <form method="post" action={paths.program(language, 'retention', 'lift')}>
          <input type="hidden" name="community" value={hold.id} />
          <p>
            <strong>{hold.name}</strong> {hold.since && t.heldSince(date(hold.since), hold.reason ?? '')}{' '}
            <button type="submit" class="plain">
              {t.lift}
              <span class="visually-hidden"> {hold.name}</span>
            </button>
          </p>
        </form>
      ))}
      {holds.length === 0 ? (
        <p class="note">{t.noCommunities}</p>
      ) : (
        <form method="post" action={paths.program(language, 'retention', 'hold')}>
          <SelectField
            name="community"
            label={t.community}
            empty="—"
            options={holds
              .filter(({ since }) => since === undefined)
              .map(({ id, name }) => ({ value: id, label: name }))}
            error={props.errors.find(({ field }) => field === 'community')?.message}
          />
          <TextArea
            name="reason"
            label={t.reason}
            rows={2}
            error={props.errors.find(({ field }) => field === 'reason')?.message}
          />
          <p class="actions">
            <button type="submit" class="second">
              {t.setHold}
            </button>
          </p>
        </form>
      )}
      <h2>{t.certificates}</h2>
      {deletions.length === 0 ? (
        <p class="note">{t.noCertificates}</p>
      ) : (
        <Table
          caption={t.certificates}
          hideCaption
          head={[t.when, t.community, t.removed, t.askedBy]}
          rows={deletions.map((deletion) => [
            date(deletion.deletedAt),
            deletion.name || t.retentionName,
            t.rows(Object.values(deletion.counts).reduce((sum, n) => sum + n, 0)),
            deletion.askedBy || t.retentionName,
          ])}
        />
      )}
    </ProgramFrame>
  )
}

/** The lead or steward deletes the community: exported first, typed, with its certificate after. */
export function DeleteCommunityPage(
  props: Omit<Common, 'standing' | 'timeZone'> & {
    community: { id: string; name: string }
    held: boolean
    typed: { name: string; reason: string }
    errors: FieldError[]
  },
) {
  const { frame, community, typed, errors } = props
  const { language } = frame
  const t = privacyMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const title = t.deleteTitle(community.name)
  return (
    <Layout {...frame} title={title}>
      <h1>{title}</h1>
      {props.held ? (
        <p class="note amber">{t.deleteHeld}</p>
      ) : (
        <>
          <ErrorSummary errors={errors} language={language} />
          <p>{t.deleteLead}</p>
          <p>
            <a href={paths.community(language, community.id, 'export')}>{t.deleteExport}</a>
          </p>
          <form method="post">
            <Choices
              name="exported"
              legend={t.deleteExport}
              several
              error={error('exported')}
              choices={[{ value: 'yes', label: t.deleteExported }]}
            />
            <TextArea name="reason" label={t.deleteReason} value={typed.reason} rows={2} error={error('reason')} />
            <TextField name="name" label={t.deleteType} value={typed.name} error={error('name')} autocomplete="off" />
            <p class="actions">
              <button type="submit">{t.deleteButton}</button>
              <a href={paths.community(language, community.id)}>{community.name}</a>
            </p>
          </form>
        </>
      )}
    </Layout>
  )
}

/** What was deleted, when and on whose word. */
export function CertificatePage({
  frame,
  deletion,
  language,
  timeZone,
}: {
  frame: Frame
  deletion: Deletion
  language: Language
  timeZone: string
}) {
  const t = privacyMessages[language]
  return (
    <Layout {...frame} title={t.certificate} noSwitch>
      <h1>{t.certificate}</h1>
      <p class="note">{t.keepCertificate}</p>
      <p class="lead">{t.certificateText(deletion.name)}</p>
      <dl>
        <dt>{t.when}</dt>
        <dd>{longDate(dayIn(deletion.deletedAt, timeZone), language)}</dd>
        <dt>{t.askedBy}</dt>
        <dd>{deletion.askedBy}</dd>
        <dt>{t.deleteReason}</dt>
        <dd>{deletion.reason}</dd>
        <dt>{t.certificate}</dt>
        <dd>{deletion.id}</dd>
      </dl>
      <Table
        caption={t.removed}
        head={[t.removed, t.rows(2).replace(/^2 /, '')]}
        rows={Object.entries(deletion.counts).map(([table, n]) => [table, String(n)])}
      />
      <p class="quiet">{t.backupsNote}</p>
    </Layout>
  )
}
