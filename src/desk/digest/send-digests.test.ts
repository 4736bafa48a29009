import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { aRespondent, aRound } from '../../../test/builders/diagnostic.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { dayIn } from '../../ui/dates.ts'
import { sendDigests } from './send-digests.ts'

const service = await testApp()
const { db, mail, clock, deps } = service
const lead = await aPerson(service, { name: 'Lee', language: 'fr' })
const idle = await aPerson(service, { name: 'Idle' })
const refuses = await aPerson(service, { name: 'Rae' })
const former = await aPerson(service, { name: 'Former' })
const advisor = await aPerson(service, { name: 'Ann', staff: ['advisor'] })
const communityId = await aCommunity(service, {
  name: 'Cedar Flats',
  members: [
    ['lead', lead],
    ['contributor', idle],
    ['contributor', refuses],
    ['contributor', former],
  ],
  assigned: [['advisor', advisor]],
})
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'report-card' })
const inDays = (n: number) => dayIn(new Date(clock.time.getTime() + n * 86_400_000), 'America/Toronto')

const anAction = (title: string, owner: { personId: string }, due: string) =>
  asPerson(db, lead, (tx) =>
    tx
      .insertInto('action_plan_action')
      .values({
        id: crypto.randomUUID(),
        community_id: communityId,
        journey_id: journeyId,
        title,
        language: 'en',
        owner_id: owner.personId,
        due,
        origin: 'added',
        created_at: clock.time,
        updated_at: clock.time,
      })
      .execute(),
  )
const run = async (day = '2030-01-15') => {
  const before = mail.length
  await sendDigests({ db, now: deps.now, queueMail: deps.queueMail, origin: 'https://waymark.example.org' }, day)
  return mail.slice(before)
}

test('advisors and members get what waits for them, in their language; nobody else gets anything', async () => {
  await anAction('Late inventory', lead, inDays(-3))
  await anAction('Soon enough', lead, inDays(5))
  await anAction('Far away', lead, inDays(20))
  await anAction('Refused', refuses, inDays(-1))
  await anAction('Of someone who left', former, inDays(-1))
  await asPerson(db, refuses, (tx) =>
    tx.insertInto('mail_refusal').values({ person_id: refuses.personId, kind: 'digest', since: clock.time }).execute(),
  )
  await asPerson(db, lead, (tx) =>
    tx.updateTable('people_member').set({ left_at: clock.time }).where('person_id', '=', former.personId).execute(),
  )
  const sent = await run()
  expect(sent.map(({ to }) => to.address).toSorted()).toEqual([lead.email, advisor.email].toSorted())
  const toLead = sent.find(({ to }) => to.address === lead.email)
  expect(toLead).toMatchObject({ language: 'fr', kind: 'digest', key: `digest:2030-01-15:${lead.personId}` })
  const text = toLead?.paragraphs.join('\n') ?? ''
  expect(text).toContain('Actions en retard')
  expect(text).toContain('Late inventory')
  expect(text).toContain('Soon enough')
  expect(text).not.toContain('Far away')
  const toAdvisor = sent.find(({ to }) => to.address === advisor.email)
  expect(toAdvisor?.paragraphs).toContain('– Cedar Flats: Review and publish the report card')
})

test('a diagnostic that waits for answers is told until it is handed in', async () => {
  const place = await aCommunity(service, {
    name: 'Elk Crossing',
    members: [
      ['lead', lead],
      ['contributor', idle],
    ],
  })
  const journey = await aJourney(service, { communityId: place, by: lead, stage: 'diagnostic' })
  const roundId = await aRound(service, { communityId: place, journeyId: journey, lead })
  await aRespondent(service, { communityId: place, roundId, lead, person: idle })
  const told = (await run('2030-01-16')).find(({ to }) => to.address === idle.email)
  expect(told?.paragraphs[1]).toContain('Elk Crossing, until')
  await asPerson(db, idle, (tx) =>
    tx.updateTable('diagnostic_respondent').set({ submitted_at: clock.time }).where('round_id', '=', roundId).execute(),
  )
  expect((await run('2030-01-17')).map(({ to }) => to.address)).not.toContain(idle.email)
})
