import type { Context, MiddlewareHandler } from 'hono'
import { type ActName, acts, may, needsSecondFactor, readerRole, takesChange } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/connection.ts'
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { type AssetUrl, documentOf } from '../../ui/layout.tsx'
import type { Actor, ActorEnvironment, JourneyEnvironment, PlaceEnvironment } from './actor.ts'
import { asPerson } from './person-store.ts'
import { SignedOutPage } from './signed-out-page.tsx'
import { findActor, findPlace, insertRead } from './standing-store.ts'

/** The session that a request's cookie names, if it still holds. */
export type FindSession = (
  headers: Headers,
) => Promise<{ personId: string; sessionId: string; strong: boolean } | undefined>

export type GuardDependencies = { db: Db; now: Now; asset: AssetUrl; findSession: FindSession }

type CommunityActName = { [Name in ActName]: (typeof acts)[Name]['in'] extends 'community' ? Name : never }[ActName]
type ProgramActName = Exclude<ActName, CommunityActName>

/** A route's rule: who may come through. The test of every route by every role reads `act` from it. */
export type Guard = {
  /** For an address with `:journey`. */
  (act: CommunityActName): MiddlewareHandler<JourneyEnvironment>
  /** For an address about the program or the person alone. */
  program(act: ProgramActName): MiddlewareHandler<ActorEnvironment>
  /** For an address with `:community`. */
  community(act: CommunityActName): MiddlewareHandler<PlaceEnvironment>
  /** The person of a request, where a page is for all and says more to whom it knows. */
  actorOf(c: Context): Promise<Actor | undefined>
}

/**
 * Makes the checks that stand before every route with a person: signed in, second factor, role, and the line in the log of reads.
 * Whoever has no session is asked to sign in and comes back; a form that was sent without one is kept on the page. A journey that is
 * over, or past what an act may change, takes no change.
 */
export function guardOf({ db, now, asset, findSession }: GuardDependencies): Guard {
  const actorOf = async (c: Context): Promise<Actor | undefined> => {
    const session = await findSession(c.req.raw.headers)
    return session && (await asPerson(db, session, (tx) => findActor(tx, session)))
  }

  const check = (act: ActName): MiddlewareHandler => {
    const handler: MiddlewareHandler = async (c, next) => {
      const { language } = c.var
      const here = c.req.path + new URL(c.req.url).search
      const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
      const actor = await actorOf(c)
      c.header('Cache-Control', 'no-store')
      if (actor === undefined) {
        if (reading) return c.redirect(paths.signIn(language, here), 303)
        const form = await readForm(c.req).catch(() => ({}))
        return c.html(
          documentOf(<SignedOutPage language={language} path={c.req.path} asset={asset} form={form} />),
          401,
        )
      }
      c.set('actor', actor)
      const { journey, community } = c.req.param() as { journey?: string; community?: string }
      const inCommunity = acts[act].in === 'community'
      const address = journey !== undefined ? { journey } : community !== undefined ? { community } : undefined
      if (inCommunity && (address === undefined || !uuid.test(journey ?? community ?? ''))) throw new NotFoundError()
      const found =
        inCommunity && address ? await asPerson(db, actor, (tx) => findPlace(tx, actor, address, now())) : undefined
      if (inCommunity && found === undefined) throw new NotFoundError()
      const standing = found?.standing ?? { staff: actor.staff, community: [], alone: false }
      if (needsSecondFactor(act, standing) && !actor.strong) {
        return c.redirect(paths.secondFactor(language, reading ? here : undefined), 303)
      }
      if (found && standing.community.length === 0) {
        if (reading && may('program.open', standing)) {
          return c.redirect(paths.openCommunity(language, found.place.communityId, here), 303)
        }
        throw new NotFoundError()
      }
      if (!may(act, standing)) throw new NotAllowedError()
      const about = found?.place.journey
      if (!reading && about && !takesChange(act, about)) throw new ConflictError()
      c.set('standing', standing)
      if (found) {
        c.set('place', found.place)
        const role = readerRole(act, standing)
        if (role) {
          const { communityId } = found.place
          await asPerson(db, actor, (tx) =>
            insertRead(tx, { communityId, personId: actor.personId, role, act, path: c.req.path, at: now() }),
          )
        }
      }
      await next()
      c.res.headers.set('Cache-Control', 'no-store')
      return undefined
    }
    return Object.assign(handler, { act })
  }

  return Object.assign((act: CommunityActName) => check(act), {
    program: (act: ProgramActName) => check(act),
    community: (act: CommunityActName) => check(act),
    actorOf,
  }) as Guard
}
