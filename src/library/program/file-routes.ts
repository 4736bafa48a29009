import { Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { asService, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { findLibraryFile } from './store.ts'

/** Whatever the file is, a browser that shows it gives it no script and no origin. */
const policy = "default-src 'none'; sandbox"

/** Files that a program added to the catalogue: open to all once they are published; before that, to those who edit the library. */
export function libraryFileRoutes({ db, guard }: RoomDependencies) {
  return new Hono<AppEnvironment>().get(
    '/catalogue/:item/files/:file{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}',
    async (c) => {
      const address = { id: c.req.param('file'), item: c.req.param('item') }
      const find = (publishedOnly: boolean) => asService(db, (tx) => findLibraryFile(tx, { ...address, publishedOnly }))
      const published = await find(true)
      const file = published ?? ((await mayEdit()) ? await find(false) : undefined)
      if (file === undefined) throw new NotFoundError()
      const ascii = file.name.replaceAll(/[^\w.-]/g, '_')
      return c.body(new Uint8Array(file.content), 200, {
        'Content-Type': file.mediaType,
        'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': published ? 'public, max-age=3600' : 'no-store',
      })

      async function mayEdit(): Promise<boolean> {
        const actor = await guard.actorOf(c)
        return actor?.strong === true && may('library.edit', { staff: actor.staff, community: [], alone: false })
      }
    },
  )
}
