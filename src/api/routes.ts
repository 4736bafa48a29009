import { type Context, Hono } from 'hono'
import { NotAllowedError, NotFoundError } from '../platform/errors.ts'
import { negotiateLanguage } from '../platform/languages.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { routeOf, type Write } from '../platform/web/request-log.ts'
import { checkAccess } from './access.ts'
import { communityEndpoints } from './community-endpoints.ts'
import { type ApiDependencies, ApiError, type Asked, type Endpoint, isOtherForm, type OpenlyAsked } from './endpoint.ts'
import { apiMessages, type ErrorCode } from './messages.ts'
import { openApi } from './open-api.ts'
import { programEndpoints } from './program-endpoints.ts'

/** Every address of the API. */
export const endpoints: readonly Endpoint[] = [...communityEndpoints, ...programEndpoints]

/** Requests that one address may make in a minute. */
const aMinute = 300

/** `/api/v1`: what people may read, for their programs. It only reads, and answers in JSON whatever happens. */
export function apiRoutes(deps: ApiDependencies & { write: Write; requestsAMinute?: number }): Hono {
  const api = new Hono()
  api.use(async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
    c.res.headers.set('Vary', 'Authorization, Accept-Language')
  })
  const limit = { requests: deps.requestsAMinute ?? aMinute, seconds: 60, now: deps.now, trustProxy: deps.trustProxy }
  api.use(rateLimit(limit, (c) => answerError(c, 429, 'too-many')))

  const description = openApi(endpoints)
  // Open to all on purpose, like the releases: it says how to ask, and nothing about anyone.
  api.get('/openapi.json', (c) => c.json(description))
  for (const one of endpoints) api.get(one.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answer(deps, one, c))
  api.all('*', (c) => {
    throw c.req.method === 'GET' || c.req.method === 'HEAD'
      ? new ApiError(404, 'not-found')
      : new ApiError(405, 'read-only')
  })

  api.onError((error, c) => {
    if (error instanceof ApiError) return answerError(c, error.status, error.code, error.detail)
    if (error instanceof NotFoundError) return answerError(c, 404, 'not-found')
    if (error instanceof NotAllowedError) return answerError(c, 403, 'not-allowed')
    deps.write(`${c.req.method} ${routeOf(c)} 503 ${error.stack ?? error.message}`)
    return answerError(c, 503, 'unavailable')
  })
  return api
}

async function answer(deps: ApiDependencies, one: Endpoint, c: Context): Promise<Response> {
  const asked = one.open ? undefined : await checkAccess(deps, one, c)
  const query = one.query.strict().safeParse(c.req.query())
  if (!query.success) {
    const [issue] = query.error.issues
    throw new ApiError(400, 'bad-query', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  const openly: OpenlyAsked = { params: c.req.param() as Record<string, string>, path: c.req.path }
  const found = await (one.open ? one.read(deps, openly, query.data) : one.read(deps, asked as Asked, query.data))
  if (isOtherForm(found)) return c.body(found.body, 200, { 'Content-Type': found.mediaType })
  // What leaves is what the description says, field for field.
  return c.json(one.answer.parse(found))
}

function answerError(c: Context, status: ApiError['status'], code: ErrorCode, detail?: string): Response {
  const language = negotiateLanguage(c.req.header('accept-language'))
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  c.header('Content-Language', language)
  return c.json({ error: { code, message: apiMessages[language][code], ...(detail ? { detail } : {}) } }, status)
}
