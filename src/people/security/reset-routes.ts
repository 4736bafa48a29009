import { Hono } from 'hono'
import { paths } from '../../paths.ts'
import { type Tx, withSettings } from '../../platform/database/connection.ts'
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import type { ActorEnvironment } from '../access/actor.ts'
import { findPersonForReset, removeFactors } from '../identity/second-factor-store.ts'
import { deleteSessions } from '../identity/session-store.ts'
import type { SignInDependencies } from '../sign-in/dependencies.ts'
import { signInMessages } from '../sign-in/messages.ts'

/** Adds to the record of the program what an administrator did; the program keeps that record. */
export type RecordReset = (
  tx: Tx,
  given: { act: string; at: Date; personId: string; detail: { person: string } },
) => Promise<void>

/** An administrator takes away the second factors of someone else who has lost theirs. Logged, and the person is told. */
export function resetRoutes(deps: SignInDependencies & { recordReset: RecordReset }) {
  const { db, now, guard, queueMail, recordReset } = deps
  return new Hono<ActorEnvironment>().post(
    '/program/people/:person/reset-second-factor',
    guard.program('program.people'),
    async (c) => {
      const { actor, language } = c.var
      const personId = c.req.param('person')
      if (!uuid.test(personId)) throw new NotFoundError()
      // Nobody resets their own: whoever took over a session would do just that.
      if (personId === actor.personId) throw new NotAllowedError()
      const settings = { 'waymark.purpose': 'identity', 'waymark.person': actor.personId } as const
      await withSettings(db, settings, async (tx) => {
        const person = await findPersonForReset(tx, personId)
        if (person === undefined) throw new NotFoundError()
        await removeFactors(tx, personId)
        await deleteSessions(tx, personId)
        const at = now()
        await recordReset(tx, {
          act: 'second-factor.reset',
          at,
          personId: actor.personId,
          detail: { person: personId },
        })
        const t = signInMessages[isLanguage(person.language) ? person.language : 'en']
        await queueMail(
          tx,
          {
            key: `second-factor-reset:${personId}:${at.getTime()}`,
            kind: 'security',
            to: { address: person.email, name: person.name, personId },
            language: isLanguage(person.language) ? person.language : 'en',
            subject: t.resetSubject,
            paragraphs: [t.resetText(actor.name), t.resetNotYou],
          },
          at,
        )
      })
      return c.redirect(paths.program(language, 'people', personId), 303)
    },
  )
}
