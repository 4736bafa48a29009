import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aValidation } from '../../../test/builders/validations.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { releaseFinder } from '../../content/releases.ts'
import { plain } from '../../documents/model.ts'
import { solvePlan } from '../../domain/action-plan.ts'
import { planFor } from '../../domain/plan-edits.ts'
import { importanceFromRanking } from '../../domain/priorities.ts'
import { asPerson } from '../../people/index.ts'
import { withSettings } from '../../platform/database/connection.ts'
import { findDraft } from '../action-plan/index.ts'
import { findLatestDocument, getDocument } from '../record/index.ts'
import { loadValidation, ownValidation, validationFacts } from './index.ts'
import { listEntries } from './store.ts'

const service = await testApp()
const { db, mail, deps } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })

/** Five people who see the inventory differently; everybody wants more of both. */
const five = [0, 1, 1, 3, 3].map((practice) => ({
  'data-inventory': { practice, knowledge: 1, wanted: 3, importance: 3 },
  'data-quality': { practice: 1, knowledge: 1, wanted: 2, importance: 2 },
  'open-data': { practice: 1, knowledge: 1, wanted: 2, importance: 1 },
}))
const different = 'different-views:data-inventory:practice'
const finding = `/validation/findings/${different}`

const room = { ...deps, findContent: releaseFinder(db) }
const loadOf = (journeyId: string, who: { personId: string }) => loadValidation(room, who, journeyId)

async function recordOf(journeyId: string, who: { personId: string }) {
  return asPerson(db, who, async (tx) => {
    const found = await findLatestDocument(tx, journeyId, 'validation-record')
    return found && getDocument(tx, journeyId, found.id)
  })
}

test('the agenda begins with the different views, with a neutral question from the pack', async () => {
  const { lead, read } = await aValidation(service, { advisor, respondents: five })
  const html = await read(lead, '/validation/findings')
  expect(html).toContain('Data inventory (practice)')
  expect(html.indexOf('Different views')).toBeLessThan(html.lastIndexOf('Priority'))
  const page = await read(lead, finding)
  expect(page).toContain('What might each answer have had in mind?')
  expect(page).toContain('Nobody has to say what they answered.')
})

test('a disputed finding keeps its history and goes into the record with who and why, in both languages', async () => {
  const { lead, member, journeyId, read, send, decideAll, publish } = await aValidation(service, {
    advisor,
    respondents: five,
  })
  await send(lead, finding, { version: '0', decision: 'confirmed', by: 'together', reason: '' })
  const disputed = { version: '1', decision: 'disputed', by: member.personId, reason: 'Public works has its own list.' }
  expect((await send(lead, finding, disputed)).status).toBe(303)
  const page = await read(lead, finding)
  expect(page).toContain('Public works has its own list.')
  expect(page).toContain('Confirmed · Everyone present')
  await decideAll(lead, ['data-inventory', 'data-quality'])
  expect((await publish(lead)).status).toBe(303)
  const record = await recordOf(journeyId, lead)
  const text = (language: 'en' | 'fr') => JSON.stringify(record?.models[language]?.blocks)
  expect(text('en')).toContain('Disputed')
  expect(text('en')).toContain('Max (contributor)')
  expect(text('en')).toContain('Public works has its own list.')
  expect(text('en')).toContain('Before: Confirmed')
  expect(text('fr')).toContain('Contesté')
  expect(text('fr')).toContain('Désaccords laissés ouverts')
  expect(plain(record?.models.fr?.title ?? '')).toBe('Compte rendu de validation')
})

test('a dispute needs a reason, an amended finding its words, and nothing typed is lost', async () => {
  const { lead, send } = await aValidation(service, { advisor, respondents: five })
  const answer = await send(lead, finding, { version: '0', decision: 'disputed', by: 'together', reason: '' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Write why it is disputed')
  const amended = await send(lead, finding, {
    version: '0',
    decision: 'amended',
    by: 'nobody',
    wording: '',
    reason: '',
  })
  const html = await amended.text()
  expect(html).toContain('Write the finding in your words.')
  expect(html).toContain('Say who says so.')
})

test('two tabs: what someone else saved is shown, what was typed stays, and saving again is a choice', async () => {
  const { lead, journeyId, send } = await aValidation(service, { advisor, respondents: five })
  await send(advisor, finding, { version: '0', decision: 'confirmed', by: advisor.personId, reason: 'Seen on site.' })
  const typed = { decision: 'disputed', by: 'together', reason: 'Not in every service.' }
  const stale = await send(lead, finding, { version: '0', ...typed })
  expect(stale.status).toBe(409)
  const html = await stale.text()
  expect(html).toContain('Someone else saved this in the meantime')
  expect(html).toContain('Seen on site.')
  expect(html).toContain('Not in every service.')
  expect(html).toContain('name="version" value="1"')
  await send(lead, finding, { version: '1', ...typed })
  const entries = await asPerson(db, lead, (tx) => listEntries(tx, journeyId))
  expect(entries.filter(({ block }) => block.startsWith('finding:')).map(({ version }) => version)).toEqual([1, 2])
})

test('a form sent twice is saved once', async () => {
  const { lead, journeyId, send } = await aValidation(service, { advisor, respondents: five })
  const fields = { version: '0', text: 'Who keeps the list?' }
  expect((await send(lead, '/validation/open', fields)).status).toBe(303)
  expect((await send(lead, '/validation/open', fields)).status).toBe(303)
  const entries = await asPerson(db, lead, (tx) => listEntries(tx, journeyId))
  expect(entries.filter(({ block }) => block === 'open')).toHaveLength(1)
})

test('the plan is worked out again by the engine from the agreed levels and the ranking', async () => {
  const { lead, journeyId, send, read } = await aValidation(service, { advisor, respondents: five })
  const levels = {
    version: '0',
    by: 'together',
    'level-data-inventory-practice': '3',
    'wanted-data-quality': '3',
    'reason-data-inventory': 'We found the list.',
    'reason-data-quality': 'The auditor asks for it.',
  }
  expect((await send(lead, '/validation/levels/data', levels)).status).toBe(303)
  expect((await send(lead, '/validation/ranking', { version: '0', 'place-1': 'open-data' })).status).toBe(303)
  const v = await loadOf(journeyId, lead)
  const inventory = v?.card.components.find(({ component }) => component === 'data-inventory')
  expect(inventory?.facets[0]).toMatchObject({ agreed: 3, planScore: 3, gap: 0 })
  const quality = v?.card.components.find(({ component }) => component === 'data-quality')
  expect(quality?.facets[0]).toMatchObject({ wanted: 3, gap: 2 })
  // Five people: the community sees exact figures, so the shown plan is the engine's own.
  const draft = await findDraft(room, advisor, journeyId)
  if (!draft || !v) throw new Error('no draft')
  const card = { ...v.card, view: 'full' as const }
  const ids = service.pack.components.map(({ id }) => id)
  const engine = await planFor(
    {
      pack: service.pack,
      card,
      basis: draft.sources.basis,
      edits: [],
      importanceOverride: importanceFromRanking(['open-data'], ids),
    },
    solvePlan,
  )
  expect(v.plan.priorities.map(({ component }) => component)).toEqual(
    engine.plan.priorities.map(({ component }) => component),
  )
  expect(v.plan.pathways.B.items.map(({ item }) => item)).toEqual(engine.plan.pathways.B.items.map(({ item }) => item))
  expect(v.plan.priorities[0]?.component).toBe('open-data')
  expect(v.comparison.same).toBe(false)
  expect(await read(lead, '/validation')).toContain('The plan as worked out again')
})

test('a wanted level far above today asks whether that is realistic', async () => {
  const { lead, send, read } = await aValidation(service, { advisor, respondents: five })
  await send(lead, '/validation/levels/data', {
    version: '0',
    by: 'together',
    'wanted-open-data': '4',
    'reason-open-data': 'Council promised it.',
  })
  expect(await read(lead, '/validation/levels/data')).toContain('Is this realistic?')
})

test('ranking shows its weights, moves one up without saving, and refuses the same component twice', async () => {
  const { lead, journeyId, send, read } = await aValidation(service, { advisor, respondents: five })
  const page = await read(lead, '/validation/ranking')
  for (const figure of ['0.4567', '0.2567', '0.1567', '0.0900', '0.0400', '1.69']) expect(page).toContain(figure)
  const places = { 'place-1': 'data-inventory', 'place-2': 'open-data' }
  const moved = await (await send(lead, '/validation/ranking', { version: '0', ...places, move: 'up:2' })).text()
  expect(moved).toMatch(/id="place-1"[\s\S]*?value="open-data" selected/)
  expect((await loadOf(journeyId, lead))?.decided.ranking).toBeUndefined()
  const twice = await send(lead, '/validation/ranking', {
    version: '0',
    'place-1': 'open-data',
    'place-2': 'open-data',
  })
  expect(twice.status).toBe(422)
})

test('a pathway can be put together from items, and what an item needs comes along', async () => {
  const { lead, journeyId, send } = await aValidation(service, { advisor, respondents: five })
  const item = 'open-data-in-practice'
  const answer = await send(lead, '/validation/choice', {
    version: '0',
    pathway: 'B',
    how: 'edited',
    items: item,
    by: 'together',
    reason: 'We have the people for it.',
  })
  expect(answer.status).toBe(303)
  const v = await loadOf(journeyId, lead)
  const followed = v?.chosen?.items.map((one) => one.item) ?? []
  expect(followed).toContain(item)
  const needed = service.pack.items.find(({ id }) => id === item)?.prerequisites ?? []
  for (const id of needed) expect(followed).toContain(id)
  expect(v?.comparison.pathways.B.added).toContain(item)
})

test('the facts follow what was decided, and a change after the record asks for a new version with a reason', async () => {
  const { lead, journeyId, send, decideAll, publish } = await aValidation(service, { advisor, respondents: five })
  const facts = () => asPerson(db, lead, (tx) => validationFacts(tx, journeyId))
  expect(Object.values(await facts())).toEqual([false, false, false, false])
  expect((await publish(lead)).status).toBe(422)
  await decideAll(lead, ['data-inventory'])
  expect(await facts()).toEqual({
    findingsDecided: true,
    prioritiesRanked: true,
    pathwayChosen: true,
    validationRecorded: false,
  })
  await publish(lead)
  expect((await facts()).validationRecorded).toBe(true)
  await publish(lead)
  expect((await recordOf(journeyId, lead))?.version).toBe(1)
  await send(lead, '/validation/open', { version: '0', text: 'One more thing.' })
  expect((await facts()).validationRecorded).toBe(false)
  expect((await publish(lead)).status).toBe(422)
  expect((await publish(lead, 'A point was forgotten.')).status).toBe(303)
  const record = await recordOf(journeyId, lead)
  expect(record).toMatchObject({ version: 2, reason: 'A point was forgotten.' })
})

test('a draft that is changed after the record was published makes the record out of date', async () => {
  const { journeyId, lead, send, read, decideAll } = await aValidation(service, { advisor, respondents: five })
  await decideAll(lead, ['data-inventory'])
  const after = async () => String((await loadOf(journeyId, lead))?.decided.lastEntry)
  await send(lead, '/validation/record', { after: await after() })
  const facts = () => asPerson(db, lead, (tx) => validationFacts(tx, journeyId))
  expect((await facts()).validationRecorded).toBe(true)
  expect((await send(advisor, '/draft-plan/time', { hours: '9', weeks: '5', seen: '0' })).status).toBe(303)
  expect((await facts()).validationRecorded).toBe(false)
  expect(await read(lead, '/validation')).toContain('name="reason"')
})

test('only the lead publishes; what was saved since the page was read comes first', async () => {
  const { lead, send, field, read, decideAll } = await aValidation(service, { advisor, respondents: five })
  await decideAll(lead, ['data-inventory'])
  const after = field(await read(lead, '/validation'), 'after')
  expect((await send(advisor, '/validation/record', { after })).status).toBe(403)
  await send(advisor, '/validation/open', { version: '0', text: 'Ask the clerk.' })
  expect((await send(lead, '/validation/record', { after })).status).toBe(409)
})

test('two people who have not both agreed: no figure of theirs is on a page or in the record', async () => {
  const pair = [0, 3].map((practice) => ({
    'data-inventory': { practice, knowledge: 2, wanted: 3, importance: 3 },
  }))
  const { lead, member, journeyId, read, decideAll, publish } = await aValidation(service, {
    advisor,
    respondents: pair,
  })
  const pages = [
    '/validation',
    '/validation/findings',
    '/validation/levels/data',
    '/validation/ranking',
    '/validation/choice',
  ]
  for (const who of [lead, member, advisor]) {
    for (const path of pages) expect(await read(who, path), path).not.toMatch(/\b1\.5\b(?! h)/)
  }
  await decideAll(lead, ['data-inventory'])
  expect((await publish(lead)).status).toBe(303)
  const record = await recordOf(journeyId, lead)
  expect(JSON.stringify(record?.data)).not.toMatch(/"(score|planScore)":\d/)
  expect(JSON.stringify(record?.models)).not.toMatch(/1\.5 ·/)
})

test('those who take part get an invitation for their calendar, a change of it, and a cancellation', async () => {
  const { lead, member, send } = await aValidation(service, { advisor, respondents: five })
  mail.length = 0
  const setting: [string, string][] = [
    ['date', '2030-02-01'],
    ['time', '10:00'],
    ['minutes', '60'],
    ['people', lead.personId],
    ['people', member.personId],
  ]
  await send(lead, '/validation/setting', [['version', '0'], ...setting])
  expect(mail.map(({ to, language }) => [to.name, language])).toEqual([
    ['Lee', 'en'],
    ['Max', 'fr'],
  ])
  expect(mail[0]?.attachments?.[0]?.content).toContain('DTSTART:20300201T150000Z')
  expect(mail[0]?.attachments?.[0]?.content).toContain('SEQUENCE:1')
  mail.length = 0
  await send(lead, '/validation/setting', [['version', '1'], ...setting.slice(0, 3), ['people', lead.personId]])
  expect(mail.map(({ to }) => to.name)).toEqual(['Max'])
  expect(mail[0]?.attachments?.[0]?.content).toContain('METHOD:CANCEL')
})

test('each consent choice is its own, recorded where the community keeps them; an advisor cannot choose', async () => {
  const { lead, communityId, send } = await aValidation(service, { advisor, respondents: five })
  const uses = {
    'use-peer-group': 'yes',
    'use-funder-total': 'no',
    'use-research': 'no',
    'use-calibration': 'no',
    'use-contact-after': 'yes',
  }
  expect((await send(advisor, '/validation/consent', { version: '0', ...uses })).status).toBe(403)
  const { 'use-research': _, ...missing } = uses
  expect((await send(lead, '/validation/consent', { version: '0', ...missing })).status).toBe(422)
  expect((await send(lead, '/validation/consent', { version: '0', ...uses, body: 'Council' })).status).toBe(303)
  const rows = await asPerson(db, lead, (tx) =>
    tx.selectFrom('people_consent').selectAll().where('community_id', '=', communityId).execute(),
  )
  expect(rows.filter(({ granted }) => granted).map(({ use }) => use)).toEqual(['peer-group', 'contact-after'])
  expect(rows[0]?.decided_by_body).toBe('Council')
})

test('every page reads in French, and a contributor reads without changing', async () => {
  const { member, send, journeyId } = await aValidation(service, { advisor, respondents: five })
  for (const path of [
    '',
    '/setting',
    '/findings',
    finding.replace('/validation', ''),
    '/levels/data',
    '/ranking',
    '/choice',
    '/consent',
    '/open',
  ]) {
    const answer = await service.app.request(`/fr/journeys/${journeyId}/validation${path}`, {
      headers: signedInAs(member.personId),
    })
    expect(answer.status, path).toBe(200)
    expect(await answer.text()).toContain('<html lang="fr"')
  }
  expect((await send(member, '/validation/open', { version: '0', text: 'x' })).status).toBe(403)
})

test('once the journey has moved on, nothing is changed any more', async () => {
  const { lead, journeyId, send, decideAll, publish } = await aValidation(service, { advisor, respondents: five })
  await decideAll(lead, ['data-inventory'])
  await publish(lead)
  await asPerson(db, lead, (tx) =>
    tx.updateTable('journey').set({ stage: 'final-plan' }).where('id', '=', journeyId).execute(),
  )
  expect((await send(lead, '/validation/open', { version: '0', text: 'Too late.' })).status).toBe(409)
})

test('alone, the lead does it with the members', async () => {
  const { lead, journeyId, send, decideAll, publish } = await aValidation(service, {
    advisor,
    respondents: five,
    alone: true,
  })
  expect((await send(lead, finding, { version: '0', decision: 'confirmed', by: 'together' })).status).toBe(303)
  await decideAll(lead, ['data-inventory'])
  expect((await publish(lead)).status).toBe(303)
  expect((await recordOf(journeyId, lead))?.version).toBe(1)
})

test('when an account is deleted, its name goes and the decision stays', async () => {
  const { lead, member, journeyId, send, read } = await aValidation(service, { advisor, respondents: five })
  await send(advisor, finding, {
    version: '0',
    decision: 'disputed',
    by: member.personId,
    reason: 'Not in every office.',
  })
  const mine = await asPerson(db, advisor, (tx) => ownValidation.export(tx, advisor), { purpose: 'export' })
  expect(JSON.stringify(mine)).toContain('Not in every office.')
  await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.deleteFrom('people_person').where('id', '=', member.personId).execute(),
  )
  expect((await loadOf(journeyId, lead))?.decided.findings.get(different)?.value.decision).toBe('disputed')
  const html = await read(lead, finding)
  expect(html).toContain('someone who has left')
  expect(html).not.toContain('Max')
})
