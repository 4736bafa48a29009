import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aValidation } from '../../../test/builders/validations.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { findLatestDocument, getDocument, getJourney, listDocuments } from '../record/index.ts'
import { finalPlanFacts } from './index.ts'
import { listSignOffs } from './store.ts'

const service = await testApp()
const { app, db, mail } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
await aPerson(service, { name: 'Mona', language: 'fr', staff: ['manager'] })

const five = [0, 1, 1, 3, 3].map((practice) => ({
  'data-inventory': { practice, knowledge: 1, wanted: 3, importance: 3 },
  'data-quality': { practice: 1, knowledge: 1, wanted: 2, importance: 2 },
}))
const pair = [0, 3].map((practice) => ({ 'data-inventory': { practice, knowledge: 2, wanted: 3, importance: 3 } }))

const dates = {
  start: '2030-02-04',
  review: '2030-05-06',
  'date-data-inventory': '2031-02-01',
  'date-data-quality': '2031-02-01',
}

/** A journey in the stage of the final plan, with a disputed finding in its validation record and dates set. */
async function prepared(given: { respondents?: typeof five | typeof pair; alone?: boolean } = {}) {
  const made = await aValidation(service, { advisor, respondents: five, ...given })
  const { lead, journeyId, send, decideAll, publish } = made
  const finding = '/validation/findings/priority:data-inventory'
  const disputed = { version: '0', decision: 'disputed', by: lead.personId, reason: 'Roads come first.' }
  await send(lead, finding, disputed)
  await decideAll(lead, ['data-inventory'])
  await publish(lead)
  await asPerson(db, lead, (tx) =>
    tx.updateTable('journey').set({ stage: 'final-plan' }).where('id', '=', journeyId).execute(),
  )
  await send(lead, '/final-plan/dates', { version: '0', ...dates })
  return made
}

type Made = Awaited<ReturnType<typeof prepared>>

const ask = async ({ lead, read, send, field }: Made, more: Record<string, string> = {}) => {
  const seen = field(await read(lead, '/final-plan'), 'seen')
  return send(lead, '/final-plan/ask', {
    seen,
    body: 'Council of Cedar Flats',
    expected: '2030-01-29',
    pause: 'yes',
    ...more,
  })
}
const decide = async ({ lead, read, send, field }: Made, fields: Record<string, string>) =>
  send(lead, '/final-plan/decide', {
    of: field(await read(lead, '/final-plan'), 'of'),
    decidedOn: '2030-01-15',
    ...fields,
  })

const planOf = (made: Made) =>
  asPerson(db, made.lead, async (tx) => {
    const found = await findLatestDocument(tx, made.journeyId, 'final-plan')
    return found && getDocument(tx, made.journeyId, found.id)
  })
const journeyOf = (made: Made) => asPerson(db, made.lead, (tx) => getJourney(tx, made.journeyId))
const factsOf = (made: Made) => asPerson(db, made.lead, (tx) => finalPlanFacts(tx, made.journeyId))

test('without a validation record there is no plan, and the page says what comes first', async () => {
  const { lead, read } = await aValidation(service, { advisor, respondents: five })
  expect(await read(lead, '/final-plan')).toContain('Publish that first.')
})

test('the plan shows its weeks with real dates, the target dates, the signs, the owner of the data and the other pathway', async () => {
  const { lead, read } = await prepared()
  const html = await read(lead, '/final-plan')
  for (const words of [
    'February 4, 2030',
    'May 6, 2030',
    'February 1, 2031',
    'How we will know',
    'The data behind this plan belongs to Cedar Flats.',
    'Annex: the other pathway',
    'Draft and final',
    'Roads come first.',
    'Templates to use',
  ])
    expect(html, words).toContain(words)
})

test('asking council stops the clock until it decides, and what it reads cannot be changed meanwhile', async () => {
  const made = await prepared()
  mail.length = 0
  expect((await ask(made)).status).toBe(303)
  expect((await journeyOf(made)).state).toBe('paused')
  expect(mail.map(({ to }) => to.name).sort()).toEqual(['Ada', 'Lee'])
  const html = await made.read(made.lead, '/final-plan')
  expect(html).toContain('Decision expected on January 29, 2030.')
  const changed = await made.send(made.lead, '/final-plan/message', { version: '0', text: 'Hello' })
  expect(changed.status).toBe(409)
  await ask(made)
  expect(await asPerson(db, made.lead, (tx) => listSignOffs(tx, made.journeyId))).toHaveLength(1)
})

test('a signed plan is frozen and published with its resolution, the clock runs on, and everyone is told in their language', async () => {
  const made = await prepared()
  await made.send(made.lead, '/final-plan/message', { version: '0', text: 'We do this together.' })
  await ask(made)
  mail.length = 0
  expect((await factsOf(made)).signedOff).toBe(false)
  expect((await decide(made, { decision: 'signed', reference: '2030-07' })).status).toBe(303)
  expect((await factsOf(made)).signedOff).toBe(true)
  expect((await journeyOf(made)).state).toBe('active')
  const plan = await planOf(made)
  expect(plan?.version).toBe(1)
  const text = (language: 'en' | 'fr') => JSON.stringify(plan?.models[language]?.blocks)
  expect(text('en')).toContain('Resolution: 2030-07')
  expect(text('en')).toContain('Council of Cedar Flats approved this plan on January 15, 2030.')
  expect(text('en')).toContain('We do this together.')
  expect(text('en')).toContain('Roads come first.')
  expect(text('fr')).toContain('Résolution\u00a0: 2030-07')
  expect(text('fr')).toContain('appartiennent à Cedar Flats')
  expect(mail.map(({ to, kind, language }) => `${to.name} ${kind} ${language}`).sort()).toEqual([
    'Ada sign-off en',
    'Lee sign-off en',
    'Max sign-off fr',
    'Mona sign-off fr',
  ])
  await decide(made, { decision: 'signed' })
  expect((await planOf(made))?.version).toBe(1)
  expect((await made.send(made.lead, '/final-plan/dates', { version: '1', ...dates })).status).toBe(409)
})

test('only the lead records the decision, not the advisor', async () => {
  const made = await prepared()
  await ask(made)
  const of = made.field(await made.read(made.lead, '/final-plan'), 'of')
  const fields = { of, decision: 'signed', decidedOn: '2030-01-15' }
  expect((await made.send(advisor, '/final-plan/decide', fields)).status).toBe(403)
})

test('a decision needs a day that is not ahead, and comments when the plan is returned; what was typed stays', async () => {
  const made = await prepared()
  await ask(made)
  const answer = await decide(made, { decision: 'returned', decidedOn: '2030-03-01', reference: 'R-9' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('A decision cannot be later than today.')
  expect(html).toContain('Write what the body asks for.')
  expect(html).toContain('value="R-9"')
})

test('a returned plan comes back with its comments, can be changed and asked for again', async () => {
  const made = await prepared()
  await ask(made)
  await decide(made, { decision: 'returned', comments: 'Name an owner for each action.' })
  expect((await journeyOf(made)).state).toBe('active')
  expect((await factsOf(made)).signedOff).toBe(false)
  expect(await made.read(made.lead, '/final-plan')).toContain('Name an owner for each action.')
  expect(
    (await made.send(made.lead, '/final-plan/resources', { version: '0', text: 'Two days a month.' })).status,
  ).toBe(303)
  await ask(made)
  await decide(made, { decision: 'signed' })
  expect(JSON.stringify((await planOf(made))?.models.en)).toContain('Two days a month.')
})

test('the plan can be taken back before it is decided', async () => {
  const made = await prepared()
  await ask(made)
  const of = made.field(await made.read(made.lead, '/final-plan'), 'of')
  await made.send(advisor, '/final-plan/take-back', { of })
  expect((await journeyOf(made)).state).toBe('active')
  expect((await made.send(made.lead, '/final-plan/message', { version: '0', text: 'Hello' })).status).toBe(303)
})

test('a revision needs a reason, makes version 2, and version 1 stays readable as it was', async () => {
  const made = await prepared()
  await ask(made)
  await decide(made, { decision: 'signed', reference: '2030-07' })
  const before = JSON.stringify((await planOf(made))?.models)
  expect((await made.send(made.lead, '/final-plan/revise', { of: '1', revision: '' })).status).toBe(422)
  await made.send(made.lead, '/final-plan/revise', { of: '1', revision: 'The clerk changed.' })
  const late = { ...dates, review: '2030-06-03' }
  expect((await made.send(made.lead, '/final-plan/dates', { version: '1', ...late })).status).toBe(303)
  expect((await factsOf(made)).signedOff).toBe(true)
  await ask(made)
  await decide(made, { decision: 'signed', reference: '2030-11' })
  const versions = await asPerson(db, made.lead, async (tx) => {
    const found = (await listDocuments(tx, made.journeyId)).filter(({ kind }) => kind === 'final-plan')
    return Promise.all(
      found.toSorted((a, b) => a.version - b.version).map(({ id }) => getDocument(tx, made.journeyId, id)),
    )
  })
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [1, undefined],
    [2, 'The clerk changed.'],
  ])
  expect(JSON.stringify(versions[0]?.models)).toBe(before)
  expect(JSON.stringify(versions[1]?.models.en)).toContain('June 3, 2030')
})

test('two tabs: the message that someone else saved is shown, and nothing is overwritten unseen', async () => {
  const made = await prepared()
  await made.send(advisor, '/final-plan/message', { version: '0', text: 'From the advisor.' })
  const stale = await made.send(made.lead, '/final-plan/message', { version: '0', text: 'From the lead.' })
  expect(stale.status).toBe(409)
  const html = await stale.text()
  expect(html).toContain('From the advisor.')
  expect(html).toContain('From the lead.')
})

test('a plan that was changed while someone read it is not put before the body unseen', async () => {
  const made = await prepared()
  const seen = made.field(await made.read(made.lead, '/final-plan'), 'seen')
  await made.send(advisor, '/final-plan/message', { version: '0', text: 'New words.' })
  const answer = await made.send(made.lead, '/final-plan/ask', { seen, body: 'Council' })
  expect(answer.status).toBe(409)
})

test('two people who have not both agreed: the signed plan tells no figure of theirs', async () => {
  const made = await prepared({ respondents: pair })
  await ask(made)
  await decide(made, { decision: 'signed' })
  const plan = await planOf(made)
  expect(JSON.stringify(plan?.data)).not.toMatch(/"(score|planScore)":\d/)
  expect(JSON.stringify(plan?.models)).not.toMatch(/1\.5 ·/)
})

test('a signed file is kept and given back as a download, to those who may read the documents', async () => {
  const made = await prepared()
  await ask(made)
  const form = new FormData()
  form.set('of', made.field(await made.read(made.lead, '/final-plan'), 'of'))
  form.set('decision', 'signed')
  form.set('decidedOn', '2030-01-15')
  form.set('file', new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'signed.pdf'))
  const headers = signedInAs(made.lead.personId)
  const answer = await app.request(`${made.at}/final-plan/decide`, { method: 'POST', headers, body: form })
  expect(answer.status).toBe(303)
  const href = /href="([^"]*signed-file[^"]*)"/.exec(await made.read(made.lead, '/final-plan'))?.[1] ?? ''
  const file = await app.request(href, { headers: signedInAs(made.member.personId) })
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toContain('attachment')
})

test('the plan can be taken along as PDF, Word and text before it is signed, and its pages read in French', async () => {
  const made = await prepared()
  for (const format of ['pdf', 'docx', 'txt']) {
    const answer = await made.get(made.lead, `/final-plan/plan.${format}`)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  }
  for (const path of ['', '/dates', '/message', '/resources']) {
    const answer = await app.request(`/fr/journeys/${made.journeyId}/final-plan${path}`, {
      headers: signedInAs(made.lead.personId),
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<html lang="fr"')
  }
})

test('after a validation that was gone through again, the signature of the old plan does not count', async () => {
  const made = await prepared()
  await ask(made)
  await decide(made, { decision: 'signed' })
  await asPerson(db, made.lead, (tx) =>
    tx.updateTable('journey').set({ stage: 'validation' }).where('id', '=', made.journeyId).execute(),
  )
  await made.send(made.lead, '/validation/open', { version: '0', text: 'Ask the school.' })
  await made.publish(made.lead, 'One point more.')
  expect((await factsOf(made)).signedOff).toBe(false)
})
