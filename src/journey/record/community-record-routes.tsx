import { Hono } from 'hono'
import { asPerson, frameOf, type PlaceEnvironment, type RoomDependencies } from '../../people/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import { CommunityRecordPage } from './community-record-page.tsx'
import { listCommunityRecord } from './community-record-store.ts'

const pageLines = 50

/** What happened in a community beside its journeys: people, terms, consent, downloads. */
export function communityRecordRoutes({ db, asset, guard }: RoomDependencies) {
  return new Hono<PlaceEnvironment>().get(
    '/communities/:community/record',
    guard.community('community.reads'),
    async (c) => {
      const { actor, place, standing } = c.var
      const asked = Number(c.req.query('page') ?? '1')
      const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
      const found = await asPerson(db, actor, (tx) =>
        listCommunityRecord(tx, place.communityId, { limit: pageLines + 1, offset: (page - 1) * pageLines }),
      )
      const shown = { events: found.slice(0, pageLines), more: found.length > pageLines, page }
      const common = { frame: frameOf(c, asset), place, standing, timeZone: actor.timeZone }
      return c.html(documentOf(<CommunityRecordPage {...common} {...shown} />))
    },
  )
}
