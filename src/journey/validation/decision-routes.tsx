import { Hono } from 'hono'
import { may } from '../../domain/access.ts'
import {
  asPerson,
  consentsNow,
  dataUses,
  type JourneyEnvironment,
  listConsents,
  type RoomDependencies,
  recordConsent,
} from '../../people/index.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import { blockAnswers } from './block-answers.tsx'
import { ChoicePage } from './choice-page.tsx'
import { ConsentPage, OpenPage } from './closing-pages.tsx'
import { choiceIn, consentIn, openIn, rankingIn } from './forms.ts'
import type { BlockProps } from './parts.tsx'
import { RankingPage } from './ranking-page.tsx'

/** What the community decides: the ranking, the pathway, what its data may be used for, and what stays open. */
export function decisionRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const { loaded, propsOf, to, answer } = blockAnswers(deps)

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/validation/ranking', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const entry = v.decided.ranking
      const value = entry?.value ?? {
        order: v.card.priorities.slice(0, 5).map(({ component }) => component),
        reason: '',
        language: c.var.language,
      }
      return c.html(documentOf(<RankingPage {...propsOf(c, v)} value={value} version={entry?.version ?? 0} />))
    })
    .post('/journeys/:journey/validation/ranking', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      const posted = rankingIn(await readForm(c.req), v, c.var.language)
      const draw = (props: BlockProps, { value, version }: typeof posted) => (
        <RankingPage {...props} value={value} version={version} />
      )
      // A move is no decision yet: the page comes back in the new order, and saving is a step of its own.
      if (posted.moved) return c.html(documentOf(draw(propsOf(c, v), posted)))
      return answer(
        c,
        v,
        posted,
        {
          block: 'ranking',
          act: 'validation.priorities-ranked',
          detail: { count: posted.value.order.length },
          next: to(c, 'ranking'),
        },
        (props, again) => draw(props, { ...posted, ...again }),
      )
    })

    .get('/journeys/:journey/validation/choice', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const entry = v.decided.choice
      return c.html(documentOf(<ChoicePage {...propsOf(c, v)} value={entry?.value} version={entry?.version ?? 0} />))
    })
    .post('/journeys/:journey/validation/choice', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      const posted = choiceIn(await readForm(c.req), v, c.var.language)
      const { base, edited } = posted.value
      return answer(
        c,
        v,
        posted,
        { block: 'choice', act: 'validation.pathway-chosen', detail: { pathway: base, edited }, next: to(c, 'choice') },
        (props, { value, version }) => <ChoicePage {...props} value={value} version={version} />,
      )
    })

    .get('/journeys/:journey/validation/consent', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const history = await asPerson(db, c.var.actor, (tx) => listConsents(tx, v.journey.communityId))
      const now = consentsNow(history)
      const said = dataUses.filter((use) => history.some((one) => one.use === use))
      const entry = v.decided.consent
      const value = {
        body: '',
        reference: '',
        ...entry?.value,
        uses: Object.fromEntries(said.map((use) => [use, now[use]])),
      }
      const mayDecide = may('community.consent', c.var.standing)
      const props = { value, version: entry?.version ?? 0, mayDecide }
      return c.html(documentOf(<ConsentPage {...propsOf(c, v)} {...props} />))
    })
    .post('/journeys/:journey/validation/consent', guard('community.consent'), async (c) => {
      const v = await loaded(c)
      const posted = consentIn(await readForm(c.req), dataUses, c.var.language)
      const { uses, body, reference } = posted.value
      return answer(
        c,
        v,
        posted,
        {
          block: 'consent',
          act: 'validation.consent-recorded',
          detail: { yes: Object.values(uses).filter(Boolean).length },
          next: to(c),
        },
        (props, { value, version }) => <ConsentPage {...props} mayDecide value={value} version={version} />,
        async (tx, journey) => {
          const before = await listConsents(tx, journey.communityId)
          for (const use of dataUses) {
            const granted = uses[use] === true
            if (before.find((one) => one.use === use)?.granted === granted) continue
            await recordConsent(tx, {
              communityId: journey.communityId,
              use,
              granted,
              decidedOn: dayIn(now(), v.community.timeZone),
              ...(body === '' ? {} : { decidedByBody: body }),
              ...(reference === '' ? {} : { reference }),
              personId: c.var.actor.personId,
              at: now(),
            })
          }
        },
      )
    })

    .get('/journeys/:journey/validation/open', guard('validation.see'), async (c) => {
      const v = await loaded(c)
      const entry = v.decided.open
      const value = entry?.value ?? { text: '', language: c.var.language }
      return c.html(documentOf(<OpenPage {...propsOf(c, v)} value={value} version={entry?.version ?? 0} />))
    })
    .post('/journeys/:journey/validation/open', guard('validation.edit'), async (c) => {
      const v = await loaded(c)
      return answer(
        c,
        v,
        openIn(await readForm(c.req), c.var.language),
        { block: 'open', act: 'validation.open-points-noted', next: to(c) },
        (props, { value, version }) => <OpenPage {...props} value={value} version={version} />,
      )
    })
}
