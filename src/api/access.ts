import type { Context } from 'hono'
import { type ActName, acts, may, needsSecondFactor, readerRole } from '../domain/access.ts'
import { asPerson, asService, findActor, findPlace, insertRead } from '../people/index.ts'
import { findTokenSession } from '../people/tokens/index.ts'
import { uuid } from '../platform/ids.ts'
import { type ApiDependencies, ApiError, type Asked, type ClosedEndpoint } from './endpoint.ts'

/**
 * Makes the checks of a page's guard for a request with a token: whose it is, how far it reaches, what the person may do there, and
 * the line in the community's log of reads. A cookie is never looked at, so no other site can make a browser ask.
 *
 * @throws ApiError
 */
export async function checkAccess(deps: ApiDependencies, endpoint: ClosedEndpoint, c: Context): Promise<Asked> {
  const { db, now } = deps
  const header = c.req.header('authorization')
  if (header === undefined) throw new ApiError(401, 'no-token')
  const session = await asService(db, (tx) => findTokenSession(tx, header.replace(/^Bearer\s+/i, ''), now()))
  const actor = session && (await asPerson(db, session, (tx) => findActor(tx, session)))
  if (session === undefined || actor === undefined) throw new ApiError(401, 'bad-token')
  const { scope, act } = endpoint
  if (scope !== undefined && !session.scopes.includes(scope)) {
    throw new ApiError(403, 'scope-missing', scope)
  }
  const params = c.req.param() as Record<string, string>
  const asked: Asked = { actor, token: session, place: undefined, params, path: c.req.path }
  if (act === undefined) return asked
  const address = placeIn(act, params)
  const found = address && (await asPerson(db, actor, (tx) => findPlace(tx, actor, address, now())))
  if (address && found === undefined) throw new ApiError(404, 'not-found')
  const standing = found?.standing ?? { staff: actor.staff, community: [], alone: false }
  if (needsSecondFactor(act, standing) && !actor.strong) throw new ApiError(403, 'second-factor')
  if (found && standing.community.length === 0) throw new ApiError(404, 'not-found')
  if (!may(act, standing)) throw new ApiError(403, 'not-allowed')
  if (found === undefined) return asked
  const role = readerRole(act, standing)
  if (role) {
    const { communityId } = found.place
    const read = { communityId, personId: actor.personId, role, act, path: c.req.path, at: now() }
    await asPerson(db, actor, (tx) => insertRead(tx, read))
  }
  return { ...asked, place: found.place }
}

/** The community or journey that a path names, for an act that concerns one. */
function placeIn(
  act: ActName,
  params: Record<string, string>,
): { journey: string } | { community: string } | undefined {
  if (acts[act].in !== 'community') return undefined
  const { journey, community } = params
  const named = journey ?? community ?? ''
  if (!uuid.test(named)) throw new ApiError(404, 'not-found')
  return journey === undefined ? { community: named } : { journey: named }
}
