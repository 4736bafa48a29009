import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { BusyError, ConflictError, NotAllowedError, NotFoundError } from '../errors.ts'
import type { Language } from '../languages.ts'
import type { AppEnvironment } from './environment.ts'
import { type FaultMessage, type FaultStatus, faultMessages } from './fault-messages.ts'
import { routeOf, type Write } from './request-log.ts'

/** Draws the page of a fault; the words are given. */
export type FaultPage = (
  props: FaultMessage & { language: Language; status: FaultStatus; path: string },
) => string | Promise<string>

export type Faults = {
  notFound: NotFoundHandler<AppEnvironment>
  onError: ErrorHandler<AppEnvironment>
  /** Answers with the page of a fault that a route found by itself, such as a rate limit. */
  answer: (c: Context<AppEnvironment>, status: FaultStatus) => Promise<Response>
}

/** PostgreSQL's codes for "no room left" and "cannot connect": the visitor can only wait. */
const passing = /^(53|57P|08)/

/**
 * Turns what was thrown into a page in the visitor's language, and writes real faults to the log: the route's pattern and
 * the stack, never the address or what was sent.
 */
export function faults(draw: FaultPage, write: Write): Faults {
  const answer = async (c: Context<AppEnvironment>, status: FaultStatus): Promise<Response> => {
    const language = c.var.language ?? 'en'
    c.header('Cache-Control', 'no-store')
    return c.html(draw({ ...faultMessages[language][status], language, status, path: c.req.path }), status)
  }
  return {
    answer,
    notFound: (c) => answer(c, 404),
    onError: (error, c) => {
      const status = statusOf(error)
      if (status >= 500) write(`${c.req.method} ${routeOf(c)} ${status} ${error.stack ?? error.message}`)
      return answer(c, status)
    },
  }
}

function statusOf(error: Error): FaultStatus {
  if (error instanceof NotFoundError) return 404
  if (error instanceof NotAllowedError) return 403
  if (error instanceof ConflictError) return 409
  if (error instanceof BusyError) return 503
  if (error instanceof HTTPException) {
    const known: FaultStatus[] = [400, 403, 404, 409, 413, 429, 503]
    return known.find((status) => status === error.status) ?? (error.status < 500 ? 400 : 500)
  }
  if (/malformed|invalid/i.test(error.message) && error instanceof URIError) return 400
  const { code } = error as { code?: unknown }
  // A character that no text holds, such as a null: what was sent cannot be read.
  if (code === '22021') return 400
  return typeof code === 'string' && (passing.test(code) || code === 'ECONNREFUSED') ? 503 : 500
}
