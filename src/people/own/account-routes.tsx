import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import { isLanguage } from '../../platform/languages.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { isTimeZone } from '../../ui/words/time-zones.ts'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { recordPersonEvent } from '../communities/event-store.ts'
import { readAddress } from '../communities/invite.ts'
import { AccountPage, type AccountValues, ConfirmEmailPage } from './account-pages.tsx'
import { asAccount } from './account-transaction.ts'
import { ownMessages } from './messages.ts'
import { askEmailChange, changeEmail, findEmailChange, listOwnCommunities, updateOwn } from './own-store.ts'

/** A person's own page: see and correct. */
export function accountRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now, queueMail, origin } = deps

  const page = async (
    c: Context<ActorEnvironment>,
    given: { values?: Partial<AccountValues>; errors?: FieldError[]; note?: string | undefined },
  ) => {
    const { actor } = c.var
    const communities = await asPerson(db, actor, (tx) => listOwnCommunities(tx, actor.personId))
    return documentOf(
      <AccountPage
        frame={frameOf(c, asset)}
        actor={actor}
        values={{ name: actor.name, language: actor.language, timeZone: actor.timeZone, email: '', ...given.values }}
        communities={communities.filter(({ left }) => !left)}
        errors={given.errors ?? []}
        note={given.note}
      />,
    )
  }
  /** A first factor alone does not move the address of someone who works for the program. */
  const needsMore = (c: Context<ActorEnvironment>) => c.var.actor.staff.length > 0 && !c.var.actor.strong

  return new Hono<ActorEnvironment>()
    .get('/account', guard.program('account.own'), async (c) => {
      const t = ownMessages[c.var.language]
      const notes: Record<string, string> = { saved: t.saved, email: t.emailChanged }
      const sent = c.req.query('sent')
      return c.html(await page(c, { note: sent ? t.emailSent(sent) : notes[c.req.query('note') ?? ''] }))
    })
    .post('/account', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const chosen = textIn(form, 'language')
      const zone = textIn(form, 'timeZone')
      const values = {
        name: textIn(form, 'name').replace(/\s+/g, ' ').trim(),
        language: isLanguage(chosen) ? chosen : actor.language,
        timeZone: isTimeZone(zone) ? zone : actor.timeZone,
      }
      if (values.name === '' || values.name.length > 120) {
        const errors = [{ field: 'name', message: ownMessages[language].nameError }]
        return c.html(await page(c, { values, errors }), 422)
      }
      const at = now()
      await asAccount(db, actor, async (tx) => {
        await updateOwn(tx, actor.personId, { ...values, at })
        await recordPersonEvent(tx, { personId: actor.personId, act: 'account.corrected', at })
      })
      return c.redirect(`${paths.account(language)}?note=saved`, 303)
    })
    .post('/account/email', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      if (needsMore(c)) return c.redirect(paths.secondFactor(language, paths.account(language)), 303)
      const t = ownMessages[language]
      const given = textIn(await readForm(c.req), 'email')
      const email = readAddress(given)
      if (email === undefined || email === actor.email) {
        const errors = [{ field: 'email', message: email === undefined ? t.emailError : t.emailSame }]
        return c.html(await page(c, { values: { email: given }, errors }), 422)
      }
      const at = now()
      await asAccount(db, actor, async (tx) => {
        const token = await askEmailChange(tx, actor.personId, email, at)
        await recordPersonEvent(tx, { personId: actor.personId, act: 'account.email-change-asked', at })
        // Whether an address has an account is nobody else's to learn: the page says the same either way.
        if (token === undefined) return
        const words = ownMessages[actor.language].mails.confirm(email)
        await queueMail(
          tx,
          {
            key: `account.email:${actor.personId}:${at.toISOString()}`,
            kind: 'security',
            to: { address: email, name: actor.name, personId: actor.personId },
            language: actor.language,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: { label: words.link, href: origin + paths.account(actor.language, 'email', token) },
            secret: true,
          },
          at,
        )
      })
      return c.redirect(`${paths.account(language)}?sent=${encodeURIComponent(email)}`, 303)
    })
    .get('/account/email/:token', guard.program('account.own'), async (c) => {
      const { actor } = c.var
      const token = c.req.param('token')
      const found = await asAccount(db, actor, (tx) => findEmailChange(tx, actor.personId, token, now()))
      return c.html(
        documentOf(<ConfirmEmailPage frame={frameOf(c, asset)} token={token} email={found?.email} />),
        found ? 200 : 410,
      )
    })
    .post('/account/email/:token', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      if (needsMore(c)) return c.redirect(paths.secondFactor(language, c.req.path), 303)
      const at = now()
      const token = c.req.param('token')
      const done = await asAccount(db, actor, async (tx) => {
        const found = await findEmailChange(tx, actor.personId, token, at)
        if (found === undefined) return false
        const { personId, sessionId } = actor
        if (!(await changeEmail(tx, { personId, sessionId, email: found.email, at }))) return false
        await recordPersonEvent(tx, { personId, act: 'account.email-changed', at })
        const words = ownMessages[actor.language].mails.changed(found.email)
        await queueMail(
          tx,
          {
            key: `account.email-changed:${personId}:${at.toISOString()}`,
            kind: 'security',
            to: { address: actor.email, name: actor.name },
            language: actor.language,
            subject: words.subject,
            paragraphs: words.paragraphs,
          },
          at,
        )
        return true
      })
      if (done) return c.redirect(`${paths.account(language)}?note=email`, 303)
      return c.html(documentOf(<ConfirmEmailPage frame={frameOf(c, asset)} token={token} email={undefined} />), 410)
    })
}
