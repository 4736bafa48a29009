import { expect, test } from 'vitest'
import { aCommunity, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, recordCommunityEvent } from '../../people/index.ts'
import { withSettings } from '../../platform/database/connection.ts'

const service = await testApp()
const { app, db, clock } = service
const lead = await aPerson(service, { name: 'Lee Lead' })
const contributor = await aPerson(service)
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
})
const at = (part: string, language = 'en') => `/${language}/communities/${communityId}/${part}`
const get = (path: string, who: { personId: string }) => app.request(path, { headers: signedInAs(who.personId) })
const read = async (path: string) => (await get(path, lead)).text()
const post = (path: string, who: { personId: string }, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(who.personId, { strong: true }), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

test('a community reads who did what with its people, consent and data, in words, a page at a time', async () => {
  expect(await read(at('record'))).toContain('Nothing has been done yet.')
  await post(at('export'), lead)
  await post(at('consent/research'), lead, { decidedOn: '2026-01-02', body: 'Council', reference: 'R-1' })
  const english = await read(at('record'))
  expect(english).toContain('The community’s data was downloaded')
  expect(english).toContain('Yes recorded for a use of the data')
  expect(english).toContain('Lee Lead')
  expect(await read(at('record', 'fr'))).toContain('Oui inscrit pour un usage des données')
  await asPerson(db, lead, async (tx) => {
    for (let n = 0; n < 50; n++) await recordCommunityEvent(tx, { communityId, act: 'member.declined', at: clock.time })
  })
  expect(await read(at('record'))).toContain('?page=2')
  expect(await read(`${at('record')}?page=2`)).toContain('?page=1')
  expect((await get(at('record'), contributor)).status).toBe(403)
})

test('the reason of an opening stays with its name when the account of whoever opened goes', async () => {
  const manager = await aPerson(service, { name: 'Mona Manager', staff: ['manager'] })
  const reason = 'The lead asked for help with the form'
  expect((await post(`/en/program/open/${communityId}`, manager, { reason })).status).toBe(303)
  await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.deleteFrom('people_person').where('id', '=', manager.personId).execute(),
  )
  const page = await read(at('reads'))
  expect(page).toContain(reason)
  expect(page).toContain('Mona Manager')
})

test('what was done with how someone signs in shows on their security page', async () => {
  expect(await (await get('/en/account/security', lead)).text()).toContain('Nothing yet.')
  await post('/en/account/security/recovery-codes', lead)
  const page = await (await get('/fr/account/security', lead)).text()
  expect(page).toContain('De nouveaux codes de secours ont été créés')
})
