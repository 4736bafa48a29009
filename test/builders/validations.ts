import { signedInAs } from '../sign-in.ts'
import type { TestApp } from '../test-app.ts'
import { aLockedBaseline } from './baselines.ts'
import { aCommunity, aJourney, aPerson } from './communities.ts'

type Person = { personId: string; name: string; email: string }

/** A community whose draft plan is worked out and whose journey stands in validation, with its people and short ways to ask pages. */
export async function aValidation(
  service: TestApp,
  given: {
    advisor: Person
    respondents: Parameters<typeof aLockedBaseline>[1]['respondents']
    pairAgreed?: boolean
    alone?: boolean
    dataTerms?: string
  },
) {
  const { advisor } = given
  const lead = await aPerson(service, { name: 'Lee' })
  const member = await aPerson(service, { name: 'Max', language: 'fr' })
  const communityId = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [
      ['lead', lead],
      ['contributor', member],
    ],
    assigned: [['advisor', advisor]],
    ...(given.dataTerms ? { dataTerms: given.dataTerms } : {}),
  })
  const journeyId = await aJourney(service, {
    communityId,
    by: lead,
    stage: 'validation',
    ...(given.alone ? { alone: true } : {}),
  })
  await aLockedBaseline(service, { communityId, journeyId, ...given })
  const at = `/en/journeys/${journeyId}`
  const pages = pagesOf(service, at)
  await pages.send(given.alone ? lead : advisor, '/draft-plan/make', {})
  return { lead, member, communityId, journeyId, at, ...pages }
}

/** Ways to read and post a journey's pages as a person. */
export function pagesOf({ app }: Pick<TestApp, 'app'>, at: string) {
  const get = (who: { personId: string }, path: string) => app.request(at + path, { headers: signedInAs(who.personId) })
  const read = async (who: { personId: string }, path: string) => (await get(who, path)).text()
  const send = (who: { personId: string }, path: string, fields: Record<string, string> | [string, string][]) =>
    app.request(at + path, {
      method: 'POST',
      headers: { ...signedInAs(who.personId), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  /** Decides everything that a record needs, in the shortest way. */
  const decideAll = async (who: { personId: string }, ranked: string[]) => {
    const html = await read(who, '/validation/findings')
    const items = [...html.matchAll(/name="items" value="([^"]*)"/g)].map(([, id = '']): [string, string] => [
      'items',
      id,
    ])
    await send(who, '/validation/confirm-rest', items)
    const places = Object.fromEntries(ranked.map((component, index) => [`place-${index + 1}`, component]))
    await send(who, '/validation/ranking', { version: '0', ...places })
    await send(who, '/validation/choice', {
      version: '0',
      pathway: 'A',
      how: 'as-is',
      by: 'together',
      reason: 'It fits.',
    })
  }
  const publish = async (who: { personId: string }, reason = '') => {
    const after = field(await read(who, '/validation'), 'after')
    return send(who, '/validation/record', { after, reason })
  }
  return { get, read, send, field, decideAll, publish }
}
