import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { recordEvent } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { MessagesPage } from './page.tsx'
import { insertMessage, listMessages, listReceivers, markSeen } from './store.ts'
import { messageWords } from './words.ts'

const pageSize = 50
const longest = 10_000

/** Messages between a community and its advisor. */
export function messagesRoutes({ db, now, asset, guard, queueMail, origin }: RoomDependencies) {
  const draw = async (
    c: Context<JourneyEnvironment>,
    form: { key: string; body: string; error: string | undefined },
    status: 200 | 422 = 200,
  ) => {
    const { actor, place, standing } = c.var
    const given = new Date(c.req.query('before') ?? '')
    const before = Number.isNaN(given.getTime()) ? undefined : given
    const journeyId = place.journey.id
    const messages = await asPerson(db, actor, async (tx) => {
      const found = await listMessages(tx, journeyId, { before, limit: pageSize + 1 })
      await markSeen(tx, { journeyId, communityId: place.communityId, personId: actor.personId, at: now() })
      return found
    })
    const shown = messages.slice(0, pageSize)
    const older = messages.length > pageSize ? shown.at(-1)?.at.toISOString() : undefined
    const page = {
      frame: frameOf(c, asset),
      place,
      standing,
      timeZone: actor.timeZone,
      messages: shown,
      older,
      sent: c.req.query('sent') !== undefined,
      form,
    }
    return c.html(documentOf(<MessagesPage {...page} />), status)
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/messages', guard('message.read'), (c) =>
      draw(c, { key: randomUUID(), body: '', error: undefined }),
    )
    .post('/journeys/:journey/messages', guard('message.write'), async (c) => {
      const { actor, place, language } = c.var
      const t = messageWords[language]
      const form = await readForm(c.req)
      const body = textIn(form, 'body').trim()
      const key = textIn(form, 'key').slice(0, 64) || randomUUID()
      if (body === '') return draw(c, { key, body, error: t.empty }, 422)
      if (body.length > longest) return draw(c, { key, body, error: t.tooLong }, 422)
      const { communityId, communityName } = place
      const journeyId = place.journey.id
      await asPerson(db, actor, async (tx) => {
        const id = randomUUID()
        const at = now()
        if (!(await insertMessage(tx, { id, communityId, journeyId, by: actor.personId, body, formKey: key, at })))
          return
        await recordEvent(tx, { communityId, journeyId, personId: actor.personId, act: 'message.sent', at })
        for (const receiver of await listReceivers(tx, communityId)) {
          if (receiver.personId === actor.personId) continue
          const receiverLanguage = receiver.language === 'fr' ? 'fr' : 'en'
          const words = messageWords[receiverLanguage]
          await queueMail(
            tx,
            {
              key: `message.sent:${id}:${receiver.personId}`,
              kind: 'message',
              to: { address: receiver.email, name: receiver.name, personId: receiver.personId },
              language: receiverLanguage,
              subject: words.mailSubject(communityName),
              paragraphs: [words.mailText(actor.name)],
              link: {
                label: words.mailLink,
                href: `${origin}${paths.journey(receiverLanguage, journeyId, 'messages')}`,
              },
              communityId,
              journeyId,
            },
            at,
          )
        }
      })
      return c.redirect(`${paths.journey(language, journeyId, 'messages')}?sent`, 303)
    })
}
