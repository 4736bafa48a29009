import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { stageWords } from '../../ui/words/stages.ts'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { listPersonEvents, recordCommunityEvent, recordPersonEvent } from '../communities/event-store.ts'
import { listJourneyLines } from '../communities/overview-store.ts'
import { dataMessages } from './data-messages.ts'
import { DataPage, DeletedPage, DeletePage, type WithdrawChoice } from './data-pages.tsx'
import { eraseEverything, whatBlocks } from './erase.ts'
import { collectEverything, everythingAsCsv, everythingAsJson } from './export.ts'
import { insertWithdrawal, lastExport, listOwnCommunities, setPurpose } from './own-store.ts'
import { peopleData } from './people-data.ts'
import type { PersonalData } from './personal-data.ts'

/** A download counts as the copy that comes before a deletion for this long. */
const exportHolds = 7 * 86_400_000

/** A person's own data: see, export, withdraw, delete. */
export function dataRoutes(deps: RoomDependencies, personalData: readonly PersonalData[]) {
  const { db, guard, asset, now } = deps
  const kept = [...peopleData, ...personalData]

  /** Where someone may take answers out: communities of today and before, and journeys of today's. */
  const withdrawChoices = async (c: Context<ActorEnvironment>): Promise<WithdrawChoice[]> => {
    const { actor, language } = c.var
    const t = dataMessages[language]
    const { communities, journeys } = await asPerson(db, actor, async (tx) => {
      const own = await listOwnCommunities(tx, actor.personId)
      const here = own.filter(({ left }) => !left).map(({ communityId }) => communityId)
      return { communities: own, journeys: await listJourneyLines(tx, here) }
    })
    return communities.flatMap(({ communityId, name }) => {
      const community = name ?? t.formerCommunity
      return [
        { value: communityId, label: t.whole(community) },
        ...journeys
          .filter((journey) => journey.communityId === communityId)
          .map((journey) => ({
            value: `${communityId}/${journey.id}`,
            label: t.journeyOf(
              community,
              stageWords[language][journey.stage],
              longDate(dayIn(journey.startedAt, actor.timeZone), language),
            ),
          })),
      ]
    })
  }

  const dataPage = async (
    c: Context<ActorEnvironment>,
    given: { chosen?: string; errors?: FieldError[]; note?: string | undefined },
  ) => {
    const { actor } = c.var
    const { personId } = actor
    const found = await asPerson(
      db,
      actor,
      async (tx) => ({
        everything: await collectEverything(tx, personId, kept),
        exportedAt: await lastExport(tx, personId),
        events: await listPersonEvents(tx, personId, 20),
      }),
      { purpose: 'export' },
    )
    return documentOf(
      <DataPage
        frame={frameOf(c, asset)}
        timeZone={actor.timeZone}
        counts={found.everything.map(({ name, rows }) => ({ name, count: rows.length }))}
        exportedAt={found.exportedAt}
        choices={await withdrawChoices(c)}
        chosen={given.chosen ?? ''}
        events={found.events}
        errors={given.errors ?? []}
        note={given.note}
      />,
    )
  }

  const exported = async (c: Context<ActorEnvironment>) => {
    const { personId } = c.var.actor
    const at = now()
    return asPerson(
      db,
      c.var.actor,
      async (tx) => {
        await recordPersonEvent(tx, { personId, act: 'account.exported', at })
        return { everything: await collectEverything(tx, personId, kept), at }
      },
      { purpose: 'export' },
    )
  }

  const deletePage = async (c: Context<ActorEnvironment>, errors: FieldError[]) => {
    const { actor } = c.var
    const exportedAt = await asPerson(db, actor, (tx) => lastExport(tx, actor.personId))
    const blocked = await asService(db, (tx) => whatBlocks(tx, actor))
    return documentOf(
      <DeletePage
        frame={frameOf(c, asset)}
        email={actor.email}
        blocked={blocked}
        exported={isRecent(exportedAt)}
        errors={errors}
      />,
    )
  }
  const isRecent = (exportedAt: Date | undefined) =>
    exportedAt !== undefined && now().getTime() - exportedAt.getTime() < exportHolds

  return new Hono<ActorEnvironment>()
    .get('/account/data', guard.program('account.own'), async (c) => {
      const n = Number(c.req.query('withdrawn') ?? 'none')
      const note = Number.isInteger(n) && n >= 0 ? dataMessages[c.var.language].withdrawn(n) : undefined
      return c.html(await dataPage(c, { note }))
    })
    .get('/account/data/export.json', guard.program('account.own'), async (c) => {
      const { everything, at } = await exported(c)
      c.header('Content-Disposition', 'attachment; filename="waymark-my-data.json"')
      return c.body(everythingAsJson(everything, at), 200, { 'Content-Type': 'application/json; charset=utf-8' })
    })
    .get('/account/data/export.csv', guard.program('account.own'), async (c) => {
      const { everything } = await exported(c)
      c.header('Content-Disposition', 'attachment; filename="waymark-my-data.csv"')
      return c.body(everythingAsCsv(everything), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .post('/account/data/withdraw', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const t = dataMessages[language]
      const form = await readForm(c.req)
      const chosen = (await withdrawChoices(c)).find(({ value }) => value === textIn(form, 'from'))
      const errors: FieldError[] = []
      if (chosen === undefined) errors.push({ field: 'from', message: t.withdrawError })
      if (textIn(form, 'confirm') !== 'yes') errors.push({ field: 'confirm', message: t.confirmError })
      if (chosen === undefined || errors.length > 0) {
        return c.html(await dataPage(c, { chosen: chosen?.value ?? '', errors }), 422)
      }
      const [communityId = '', journeyId] = chosen.value.split('/')
      const at = now()
      const count = await asPerson(
        db,
        actor,
        async (tx) => {
          let taken = 0
          for (const one of kept) taken += (await one.withdraw?.(tx, { personId, communityId, journeyId, at })) ?? 0
          await insertWithdrawal(tx, { personId, communityId, journeyId, at })
          await recordPersonEvent(tx, { personId, act: 'account.withdrew', at, detail: { entries: taken } })
          // The community learns that its results will change, not whose answers went.
          await setPurpose(tx, 'service')
          await recordCommunityEvent(tx, {
            communityId,
            act: 'answers.withdrawn',
            at,
            detail: journeyId ? { journey: journeyId } : {},
          })
          return taken
        },
        { purpose: 'export' },
      )
      return c.redirect(`${paths.account(language, 'data')}?withdrawn=${count}`, 303)
    })
    .get('/account/data/delete', guard.program('account.own'), async (c) => c.html(await deletePage(c, [])))
    .post('/account/data/delete', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      const typed = textIn(await readForm(c.req), 'email')
        .trim()
        .toLowerCase()
      if (typed !== actor.email) {
        return c.html(await deletePage(c, [{ field: 'email', message: dataMessages[language].typeError }]), 422)
      }
      const exportedAt = await asPerson(db, actor, (tx) => lastExport(tx, actor.personId))
      const at = now()
      const erased = isRecent(exportedAt)
        ? await asPerson(db, actor, (tx) => eraseEverything(tx, { actor, kept, at }), { purpose: 'export' })
        : undefined
      if (erased === undefined) return c.html(await deletePage(c, []), 422)
      const day = dayIn(at, actor.timeZone)
      return c.html(
        documentOf(<DeletedPage language={language} path={c.req.path} asset={asset} day={day} {...erased} />),
      )
    })
}
