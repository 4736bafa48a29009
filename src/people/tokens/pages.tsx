import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import type { Frame } from '../access/room.ts'
import { AccountFrame } from '../own/account-frame.tsx'
import { tokenMessages } from './messages.ts'
import type { Token } from './store.ts'
import { type TokenScope, tokenDays } from './token.ts'

/** What was typed into the form, kept when it cannot be accepted. */
export type TokenDraft = { id: string; name: string; scopes: string[]; days: string }

/** A person's tokens, and the form that makes one. */
export function TokensPage(props: {
  frame: Frame
  timeZone: string
  now: Date
  tokens: Token[]
  /** The scopes that this person's roles make useful. */
  scopes: readonly TokenScope[]
  draft: TokenDraft
  errors: FieldError[]
  revoked: boolean
}) {
  const { frame, tokens, draft, errors } = props
  const { language } = frame
  const t = tokenMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const nameError = errorOf('name')
  return (
    <AccountFrame frame={frame} part="tokens" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.revoked && (
        <p class="note" role="status">
          {t.revoked}
        </p>
      )}
      <p>{t.intro}</p>
      <p>
        <a href="/api/v1/openapi.json">{t.documentation}</a>
      </p>
      <h2>{t.current}</h2>
      {tokens.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.current}
          hideCaption
          head={[t.name, t.scopes, t.created, t.expires, t.used, t.state]}
          rows={tokens.map((token) => [
            `${token.name} (…${token.hint})`,
            token.scopes.map((scope) => t.scopeNames[scope]).join('; '),
            day(token.createdAt),
            day(token.expiresAt),
            token.lastUsedAt ? day(token.lastUsedAt) : t.never,
            token.revokedAt ? (
              t.revokedState
            ) : token.expiresAt <= props.now ? (
              t.ended
            ) : (
              <a href={`${paths.account(language, 'tokens')}/${token.id}/revoke`}>{t.revoke(token.name)}</a>
            ),
          ])}
        />
      )}
      <h2>{t.newTitle}</h2>
      <form method="post" action={paths.account(language, 'tokens')}>
        <input type="hidden" name="id" value={draft.id} />
        <div class={nameError ? 'field has-error' : 'field'}>
          <label class="label" for="name">
            {t.nameLabel}
          </label>
          <p class="hint" id="name-hint">
            {t.nameHint}
          </p>
          {nameError && (
            <p class="field-error" id="name-error">
              {nameError}
            </p>
          )}
          <input
            type="text"
            id="name"
            name="name"
            value={draft.name}
            maxlength={80}
            aria-describedby={nameError ? 'name-hint name-error' : 'name-hint'}
          />
        </div>
        <Choices
          name="scopes"
          legend={t.scopesLegend}
          several
          error={errorOf('scopes')}
          choices={props.scopes.map((scope) => ({
            value: scope,
            label: t.scopeNames[scope],
            checked: draft.scopes.includes(scope),
          }))}
        />
        <Choices
          name="days"
          legend={t.expiryLegend}
          error={errorOf('days')}
          choices={tokenDays.map((days) => ({
            value: String(days),
            label: t.days(days),
            checked: draft.days === String(days),
          }))}
        />
        <div class="actions">
          <button type="submit">{t.make}</button>
        </div>
      </form>
    </AccountFrame>
  )
}

/** The one time a token is shown. */
export function TokenMadePage({ frame, token }: { frame: Frame; token: string | undefined }) {
  const { language } = frame
  const t = tokenMessages[language]
  return (
    <Layout {...frame} title={t.madeTitle}>
      <h1>{t.madeTitle}</h1>
      {token === undefined ? (
        <p>{t.known}</p>
      ) : (
        <>
          <p>{t.madeText}</p>
          <p>
            <code class="unbroken">{token}</code>
          </p>
          <p>{t.madeHow}</p>
          <p>
            <code class="unbroken">Authorization: Bearer {token}</code>
          </p>
        </>
      )}
      <p>
        <a class="button" href={paths.account(language, 'tokens')}>
          {token === undefined ? t.current : t.done}
        </a>
      </p>
    </Layout>
  )
}

/** Asks before a token is ended, since that cannot be undone. */
export function RevokePage({ frame, token }: { frame: Frame; token: Token }) {
  const { language } = frame
  const t = tokenMessages[language]
  const title = t.revokeTitle(token.name)
  return (
    <Layout {...frame} title={title}>
      <h1>{title}</h1>
      <p>{t.revokeText}</p>
      <form method="post" action={`${paths.account(language, 'tokens')}/${token.id}/revoke`}>
        <div class="actions">
          <button type="submit">{t.revokeButton}</button>
          <a href={paths.account(language, 'tokens')}>{t.keep}</a>
        </div>
      </form>
    </Layout>
  )
}
