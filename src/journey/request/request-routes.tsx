import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Pack } from '../../content/schema.ts'
import { changeRequest } from '../../domain/requests.ts'
import { paths } from '../../paths.ts'
import { asService, type RoomDependencies } from '../../people/index.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { rateLimit } from '../../platform/web/rate-limit.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { broughtIn } from './carried.ts'
import { insertCarriedWithRequest } from './carried-store.ts'
import { mailManagers, mailReceived } from './mails.ts'
import { requestMessages } from './messages.ts'
import { checkRequest, emptyRequest, type TypedRequest, typedRequest } from './request-form.ts'
import { RequestPage, RequestSentPage } from './request-pages.tsx'
import {
  getRequestByToken,
  insertMessage,
  insertRequest,
  listMessages,
  lockRequest,
  newRequestToken,
  setRequestState,
} from './store.ts'

/** Forms that one address may send in an hour; a whole office can sit behind one address. */
const formsAnHour = 20

/** The public way in, open to all: no account, and whoever asked follows the request under a link of their own. */
export function publicRequestRoutes(deps: RoomDependencies) {
  const { db, asset, now, trustProxy } = deps
  const limited = rateLimit({ requests: formsAnHour, seconds: 3600, now, trustProxy }, () => {
    throw new HTTPException(429)
  })
  const draw = async (c: Context<AppEnvironment>, typed: TypedRequest, errors: FieldError[] = []) => {
    c.header('Cache-Control', 'no-store')
    const props = { language: c.var.language, asset, pack: await packOf(deps), typed, errors }
    return c.html(documentOf(<RequestPage {...props} />), errors.length > 0 ? 422 : 200)
  }

  return new Hono<AppEnvironment>()
    .use('/request/sent/*', privateLinkHeaders)
    .get('/request', (c) => draw(c, emptyRequest(newRequestToken(), now(), c.var.language)))
    .post('/request', limited, async (c) => {
      const { language } = c.var
      const t = requestMessages[language].errors
      const form = await readForm(c.req)
      const typed = typedRequest(form)
      const checked = checkRequest(typed, textIn(form, 'trap'), now())
      const brought = await broughtIn(form, { ...deps, language })
      const errors: FieldError[] = [
        ...(checked.ok ? [] : checked.problems.map((field) => ({ field, message: t[field] }))),
        ...(!checked.ok && checked.tooSoon ? [{ field: 'community', message: t.tooSoon }] : []),
        ...(brought.kind === 'problem'
          ? [{ field: brought.field, message: [t[brought.problem], ...brought.lines].join(' ') }]
          : []),
      ]
      if (!checked.ok || errors.length > 0) return draw(c, typed, errors)
      const { token } = checked.request
      await asService(db, async (tx) => {
        const { request } = checked
        const at = now()
        const id = await insertRequest(tx, { ...request, consentedAt: at, receivedAt: at })
        // The same form once more: it is one request, and its mail is on the way.
        if (id === undefined) return
        if (brought.kind === 'record') {
          await insertCarriedWithRequest(tx, { requestId: id, email: request.email, record: brought.record, at })
        }
        const asking = { ...request, id, version: 1 }
        await mailReceived(tx, deps, asking, token)
        await mailManagers(tx, deps, asking, 'new')
      })
      return c.redirect(paths.requestSent(language, token), 303)
    })
    .get('/request/sent/:token', (c) => sent(c, c.req.param('token')))
    .post('/request/sent/:token', limited, async (c) => {
      const { language } = c.var
      const token = c.req.param('token')
      const form = await readForm(c.req)
      const body = textIn(form, 'answer').trim().slice(0, 4000)
      if (body === '') {
        return sent(c, token, [{ field: 'answer', message: requestMessages[language].errors.answer }])
      }
      await asService(db, async (tx) => {
        const { id } = await getRequestByToken(tx, token)
        const request = await lockRequest(tx, id)
        const state = changeRequest(request.state, 'answer')
        // Sent twice: the first one counts.
        if (state === undefined && request.state === 'answered') return
        if (state === undefined) throw new ConflictError()
        await insertMessage(tx, { requestId: id, fromProgram: false, language, body, at: now() })
        await setRequestState(tx, id, { state })
        await mailManagers(tx, deps, { ...request, version: request.version + 1 }, 'answered')
      })
      return c.redirect(paths.requestSent(language, token), 303)
    })

  async function sent(c: Context<AppEnvironment>, token: string, errors: FieldError[] = []) {
    const { request, talk } = await asService(db, async (tx) => {
      const request = await getRequestByToken(tx, token)
      return { request, talk: await listMessages(tx, request.id) }
    })
    const props = { language: c.var.language, asset, token, request, talk, errors }
    return c.html(documentOf(<RequestSentPage {...props} />), errors.length > 0 ? 422 : 200)
  }
}

/** Today's content: its profile questions are asked in the form. */
async function packOf({ findContent, release }: RoomDependencies): Promise<Pack> {
  const content = await findContent(release)
  if (content === undefined) throw new NotFoundError()
  return content.pack
}
