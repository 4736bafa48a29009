import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { ProgramFrame } from '../program/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { TextField } from '../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../ui/parts.tsx'
import type { CredentialKey } from './key-store.ts'
import { credentialProgramMessages } from './program-messages.ts'

export type KeyDraft = { key: string; from: string; sure: boolean }

/** The keys there are, a new one, and what to do when one was lost. */
export function KeysPage(props: {
  frame: Frame
  standing: Standing
  timeZone: string
  /** The address that issues now. */
  issuer: string
  keys: CredentialKey[]
  draft: KeyDraft
  errors: FieldError[]
  notice: 'rotated' | 'revoked' | undefined
}) {
  const { frame, standing, keys, draft, errors, notice } = props
  const { language } = frame
  const t = credentialProgramMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const trusted = keys.filter((key) => key.revokedFrom === undefined)
  const short = (id: string) => `${id.slice(0, 12)}…`
  return (
    <ProgramFrame frame={frame} standing={standing} part="credentials" title={t.keysTitle}>
      <ErrorSummary errors={errors} language={language} />
      {notice && (
        <p class="note" role="status">
          {notice === 'rotated' ? t.rotated : t.lostDone}
        </p>
      )}
      <p>{t.keysLead}</p>
      {keys.length === 0 ? (
        <p>{t.noKeys}</p>
      ) : (
        <Table
          caption={t.keyTable}
          hideCaption
          head={[t.key, t.since, t.until, t.keyState]}
          rows={keys.map((key) => [
            <code>{short(key.id)}</code>,
            day(key.createdAt),
            key.retiredAt ? day(key.retiredAt) : key.issuer === props.issuer ? t.inUse : t.elsewhere,
            key.revokedFrom ? t.notTrusted(day(key.revokedFrom)) : t.trusted,
          ])}
        />
      )}
      <h2>{t.rotateTitle}</h2>
      <p>{t.rotateText}</p>
      <form method="post" action={paths.program(language, 'credentials', 'keys', 'new')}>
        {/* Sent twice, the second one finds another key in use and leaves it. */}
        <input
          type="hidden"
          name="instead"
          value={keys.find((key) => !key.retiredAt && key.issuer === props.issuer)?.id}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.rotate}
          </button>
        </p>
      </form>
      {trusted.length > 0 && (
        <>
          <h2>{t.lostTitle}</h2>
          <p>{t.lostText}</p>
          <form method="post" action={paths.program(language, 'credentials', 'keys', 'revoke')}>
            <Choices
              name="key"
              legend={t.whichKey}
              error={errorOf('key')}
              choices={trusted.map((key) => ({
                value: key.id,
                label: `${short(key.id)}, ${day(key.createdAt)}`,
                checked: draft.key === key.id,
              }))}
            />
            <TextField
              name="from"
              type="date"
              label={t.from}
              hint={t.fromHint}
              value={draft.from}
              error={errorOf('from')}
            />
            <Choices
              name="sure"
              legend={<span class="visually-hidden">{t.lostTitle}</span>}
              several
              error={errorOf('sure')}
              choices={[{ value: 'yes', label: t.sure, checked: draft.sure }]}
            />
            <p class="actions">
              <button type="submit">{t.lost}</button>
            </p>
          </form>
        </>
      )}
    </ProgramFrame>
  )
}
