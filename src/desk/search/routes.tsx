import { Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { paths } from '../../paths.ts'
import {
  type Actor,
  type ActorEnvironment,
  asPerson,
  frameOf,
  insertRead,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import { documentOf } from '../../ui/layout.tsx'
import { SearchPage } from './page.tsx'
import { type Found, listOwnCommunities, search } from './store.ts'

const shortest = 2
const mostContent = 20

/** Search across what one may see. */
export function searchRoutes({ db, now, asset, guard, pack }: RoomDependencies & { pack: Pack }) {
  return new Hono<ActorEnvironment>().get('/search', guard.program('search.own'), async (c) => {
    const { actor, standing, language } = c.var
    const words = (c.req.query('q') ?? '').trim().slice(0, 100)
    const tooShort = words !== '' && words.length < shortest
    const found =
      words === '' || tooShort
        ? []
        : await asPerson(db, actor, async (tx) => {
            const hits = await search(tx, words)
            await logReads(tx, hits, { actor, path: c.req.path, at: now() })
            return hits
          })
    const content = words === '' || tooShort ? [] : inContent(pack, words, language)
    const page = { frame: frameOf(c, asset), standing, words, found, content, tooShort }
    return c.html(documentOf(<SearchPage {...page} />))
  })
}

function inContent(pack: Pack, words: string, language: Language): { href: string; title: string }[] {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const wanted = fold(words)
  const components = pack.components.map((component) => ({
    href: paths.component(language, component.domain, component.id),
    title: say(component.name, language).text,
  }))
  const items = pack.items.map((item) => ({
    href: paths.item(language, item.id),
    title: say(item.title, language).text,
  }))
  return [...components, ...items].filter(({ title }) => fold(title).includes(wanted)).slice(0, mostContent)
}

/** What staff found of a community counts as read, and its people can see that. A member's own search does not. */
async function logReads(
  tx: Tx,
  found: readonly Found[],
  given: { actor: Actor; path: string; at: Date },
): Promise<void> {
  if (given.actor.staff.length === 0) return
  const { personId } = given.actor
  const own = await listOwnCommunities(tx)
  const read = new Set(found.filter(({ kind }) => kind !== 'community').map(({ communityId }) => communityId))
  for (const communityId of read) {
    if (own.includes(communityId)) continue
    await insertRead(tx, {
      communityId,
      personId,
      role: given.actor.staff[0] ?? 'advisor',
      act: 'search.own',
      path: given.path,
      at: given.at,
    })
  }
}
