import { closingAfter } from '../../src/domain/participation.ts'
import {
  changeRespondent,
  findOwn,
  getRespondent,
  insertRespondent,
  type RespondentKind,
} from '../../src/journey/diagnostic/respondent-store.ts'
import { getRound, insertRound, lockRow, setLocked } from '../../src/journey/diagnostic/round-store.ts'
import { fillIn } from '../../src/journey/diagnostic/saving.ts'
import { asPerson } from '../../src/people/index.ts'
import type { ComponentAnswer } from '../../src/self-check/questions/index.ts'
import type { TestApp } from '../test-app.ts'

type Base = Pick<TestApp, 'db' | 'clock' | 'release' | 'pack'>
type Someone = { personId: string; email: string }

/** A baseline that is open: of every component, in the pack's first wording. */
export async function aRound(
  { db, clock, release, pack }: Base,
  given: { communityId: string; journeyId: string; lead: Someone; least?: number; components?: string[] },
): Promise<string> {
  const id = await asPerson(db, given.lead, (tx) =>
    insertRound(tx, {
      communityId: given.communityId,
      journeyId: given.journeyId,
      name: 'baseline',
      release,
      form: 'full',
      variant: pack.variants[0]?.id ?? '',
      facets: pack.facets.map((facet) => facet.id),
      components: given.components ?? pack.components.map((component) => component.id),
      needsReason: true,
      least: given.least ?? 1,
      openedAt: clock.time,
      closesAt: closingAfter(clock.time, 10, 'America/Toronto'),
      by: given.lead.personId,
    }),
  )
  if (id === undefined) throw new Error('There is a baseline already')
  return id
}

/** Someone who answers, invited by the lead; `answers` by component are theirs, `handedIn` says that they are done. */
export async function aRespondent(
  { db, clock, pack, release }: Base,
  given: {
    communityId: string
    roundId: string
    lead: Someone
    person: Someone
    role?: string
    kind?: RespondentKind
    answers?: Record<string, ComponentAnswer>
    handedIn?: boolean
  },
): Promise<{ id: string; code: string }> {
  const { roundId, person, answers } = given
  const added = await asPerson(db, given.lead, (tx) =>
    insertRespondent(tx, {
      communityId: given.communityId,
      roundId,
      kind: given.kind ?? 'member',
      role: given.role,
      people: [{ personId: person.personId }],
      by: given.lead.personId,
      at: clock.time,
    }),
  )
  await asPerson(db, person, async (tx) => {
    const own = await findOwn(tx, roundId, person)
    if (own === undefined) throw new Error('Nobody to answer')
    await changeRespondent(tx, own.id, { told_at: clock.time })
    if (answers) {
      const respondent = await getRespondent(tx, roundId, own.id)
      await fillIn(tx, { pack, round: await getRound(tx, roundId), respondent, answers, release, at: clock.time })
    }
    if (given.handedIn) await changeRespondent(tx, own.id, { submitted_at: clock.time })
  })
  return added
}

/** Locks a round as its lead. */
export async function locked({ db, clock, pack }: Base, roundId: string, lead: Someone): Promise<void> {
  await asPerson(db, lead, async (tx) => {
    await lockRow(tx, roundId)
    const wording = Object.fromEntries(pack.components.map(({ id, rubricVersion }) => [id, rubricVersion]))
    await setLocked(tx, roundId, { wording, by: lead.personId, at: clock.time })
  })
}
