import type { FinalPlanData } from '../../src/documents/final-plan-document.ts'
import type { DocumentModel } from '../../src/documents/model.ts'
import { publishDocument } from '../../src/journey/record/index.ts'
import { asService } from '../../src/people/index.ts'
import type { TestApp } from '../test-app.ts'
import { aCommunity, aJourney, aPerson } from './communities.ts'

type Base = Pick<TestApp, 'db' | 'clock' | 'release' | 'pack'>

/** A final plan of a journey as its body signed it, with what the board reads of it: items one after the other, so many hours a week. */
export async function aSignedPlan(
  { db, clock, release, pack }: Base,
  given: {
    communityId: string
    journeyId: string
    by: { personId: string }
    items: readonly string[]
    /** `YYYY-MM-DD` */
    start: string
    weeklyHours?: number
    weeks?: number
  },
): Promise<void> {
  const weekly = given.weeklyHours ?? 2
  let clockHours = 0
  const weeks = new Map<number, { item: string; hours: number }[]>()
  const items = given.items.map((id, index) => {
    const item = pack.items.find((one) => one.id === id)
    if (item === undefined) throw new Error(`The pack has no item ${id}`)
    const begins = clockHours
    for (let left = item.hours; left > 0; ) {
      const week = Math.floor(clockHours / weekly) + 1
      const taken = Math.min(left, week * weekly - clockHours)
      weeks.set(week, [...(weeks.get(week) ?? []), { item: id, hours: taken }])
      clockHours += taken
      left -= taken
    }
    const [lift] = item.lifts
    return {
      item: id,
      hours: item.hours,
      firstWeek: Math.floor(begins / weekly) + 1,
      lastWeek: Math.ceil(clockHours / weekly),
      reasons: lift ? [{ kind: 'closes', component: lift.component, facet: lift.facet, amount: 0.75 }] : [],
      marginal: 1000 * (given.items.length - index),
    }
  })
  const count = given.weeks ?? Math.max(1, ...items.map(({ lastWeek }) => lastWeek))
  const data = {
    start: given.start,
    plan: { basis: { hours: weekly * count, weeks: count } },
    choice: {
      base: 'A',
      edited: false,
      pathway: {
        items,
        weeks: [...weeks].map(([week, parts]) => ({ week, parts, hours: weekly })),
      },
    },
  } as unknown as FinalPlanData
  const model = (language: 'en' | 'fr'): DocumentModel => ({
    kind: 'final-plan',
    language,
    title: 'Plan',
    overline: 'Waymark',
    date: given.start,
    facts: [],
    blocks: [],
  })
  await asService(db, (tx) =>
    publishDocument(
      tx,
      { id: given.journeyId, communityId: given.communityId, release },
      {
        kind: 'final-plan',
        models: { en: model('en'), fr: model('fr') },
        data,
        at: clock.time,
        by: given.by.personId,
      },
    ),
  )
}

/** A community whose journey is learning along a signed plan, with a lead, two members and an advisor. */
export async function aLearningJourney(
  service: Base,
  given: { items: readonly string[]; start?: string; weeklyHours?: number; weeks?: number; name?: string },
) {
  const lead = await aPerson(service, { name: 'Lee' })
  const max = await aPerson(service, { name: 'Max' })
  const noor = await aPerson(service, { name: 'Noor', language: 'fr' })
  const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
  const communityId = await aCommunity(service, {
    name: given.name ?? 'Cedar Flats',
    members: [
      ['lead', lead],
      ['contributor', max],
      ['contributor', noor],
    ],
    assigned: [['advisor', advisor]],
  })
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning' })
  await aSignedPlan(service, { communityId, journeyId, by: lead, start: '2030-01-14', ...given })
  return { lead, max, noor, advisor, communityId, journeyId, at: `/en/journeys/${journeyId}` }
}
