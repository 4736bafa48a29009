import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import { ConflictError } from '../../platform/errors.ts'
import { isLanguage } from '../../platform/languages.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { PlaceEnvironment } from '../access/actor.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { profileDifferences, profileValuesOf, readCommunityProfile, readNewCommunity } from './community-forms.ts'
import { CommunityPage } from './community-page.tsx'
import { findProtocol, getCommunity, insertCommunity, updateCommunity } from './community-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { addMember, listAssigned, listMembers } from './members-store.ts'
import { communityMessages } from './messages.ts'
import { NewCommunityPage } from './new-community-page.tsx'
import { countLedSince, listJourneyLines } from './overview-store.ts'
import { ProfilePage } from './profile-page.tsx'

const day = 86_400_000

/** Communities that one person may set up in a day. */
const mostInADay = 5

/** The pack that communities answer today. */
async function packNow({ findContent, release }: RoomDependencies): Promise<Pack> {
  const content = await findContent(release)
  if (content === undefined) throw new Error(`The release ${release} is not in the database`)
  return content.pack
}

/** A community: setting it up, its own page, its profile. */
export function communityRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  return new Hono<PlaceEnvironment>()
    .get('/communities/new', guard.program('community.start-alone'), (c) => {
      const { actor, language } = c.var
      const values = {
        id: randomUUID(),
        name: '',
        ownName: '',
        title: '',
        language,
        timeZone: actor.timeZone,
        may: false,
      }
      return c.html(documentOf(<NewCommunityPage frame={frameOf(c, asset)} values={values} errors={[]} />))
    })
    .post('/communities/new', guard.program('community.start-alone'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const { values, errors } = readNewCommunity(await readForm(c.req), language)
      const at = now()
      const own = await asPerson(db, actor, (tx) => listMembers(tx, values.id))
      if (own.some((member) => member.personId === personId))
        return c.redirect(paths.community(language, values.id), 303)
      const today = await asPerson(db, actor, (tx) => countLedSince(tx, personId, new Date(at.getTime() - day)))
      if (today >= mostInADay) errors.push({ field: 'name', message: communityMessages[language].tooMany })
      if (errors.length > 0) {
        return c.html(documentOf(<NewCommunityPage frame={frameOf(c, asset)} values={values} errors={errors} />), 422)
      }
      // Nobody is a member yet, so the service founds it and names its first lead.
      await asService(db, async (tx) => {
        await insertCommunity(tx, {
          id: values.id,
          name: values.name,
          ownName: values.ownName || null,
          language: isLanguage(values.language) ? values.language : language,
          timeZone: values.timeZone,
          at,
        })
        await addMember(tx, {
          communityId: values.id,
          personId,
          role: 'lead',
          ...(values.title ? { title: values.title } : {}),
          at,
        })
        await recordCommunityEvent(tx, { communityId: values.id, personId, act: 'community.founded', at })
      }).catch((error) => {
        // Sent twice at once: the community is there already, and whose it is decides who may see it.
        if (!(error instanceof ConflictError)) throw error
      })
      return c.redirect(paths.community(language, values.id), 303)
    })
    .get('/communities/:community', guard.community('community.see'), async (c) => {
      const { actor, place, standing } = c.var
      const { communityId } = place
      const pack = await packNow(deps)
      const found = await asPerson(db, actor, async (tx) => ({
        community: await getCommunity(tx, communityId),
        members: await listMembers(tx, communityId),
        assigned: await listAssigned(tx, communityId),
        journeys: await listJourneyLines(tx, [communityId]),
      }))
      return c.html(
        documentOf(
          <CommunityPage
            frame={frameOf(c, asset)}
            place={place}
            standing={standing}
            timeZone={actor.timeZone}
            pack={pack}
            {...found}
          />,
        ),
      )
    })
    .get('/communities/:community/profile', guard.community('community.edit'), async (c) => {
      const { actor, place, standing } = c.var
      const pack = await packNow(deps)
      const { community, protocol } = await asPerson(db, actor, async (tx) => ({
        community: await getCommunity(tx, place.communityId),
        protocol: await findProtocol(tx, place.communityId),
      }))
      return c.html(
        documentOf(
          <ProfilePage
            frame={frameOf(c, asset)}
            place={place}
            standing={standing}
            pack={pack}
            values={profileValuesOf(community)}
            version={community.version}
            errors={[]}
            protocol={protocol}
            saved={c.req.query('saved') !== undefined}
          />,
        ),
      )
    })
    .post('/communities/:community/profile', guard.community('community.edit'), async (c) => {
      const { actor, place, standing, language } = c.var
      const { communityId } = place
      const pack = await packNow(deps)
      const form = await readForm(c.req)
      const at = now()
      const outcome = await asPerson(db, actor, async (tx) => {
        const community = await getCommunity(tx, communityId)
        const read = readCommunityProfile(form, pack, community, language)
        const saved =
          read.errors.length === 0 && (await updateCommunity(tx, communityId, read.version, read.changes, at))
        if (saved) {
          await recordCommunityEvent(tx, {
            communityId,
            personId: actor.personId,
            act: 'community.profile-changed',
            at,
          })
        }
        return { community, read, saved, protocol: await findProtocol(tx, communityId) }
      })
      if (outcome.saved) return c.redirect(`${paths.community(language, communityId, 'profile')}?saved`, 303)
      const { community, read, protocol } = outcome
      const conflict = read.errors.length === 0
      return c.html(
        documentOf(
          <ProfilePage
            frame={frameOf(c, asset)}
            place={place}
            standing={standing}
            pack={pack}
            values={read.values}
            version={conflict ? community.version : read.version}
            errors={read.errors}
            protocol={protocol}
            saved={false}
            {...(conflict
              ? { conflict: profileDifferences(profileValuesOf(community), read.values, pack, language) }
              : {})}
          />,
        ),
        conflict ? 409 : 422,
      )
    })
}
