import type { z } from 'zod'
import type { ActName } from '../domain/access.ts'
import type { ExportPart } from '../journey/record/index.ts'
import type { Actor, Place, RoomDependencies } from '../people/index.ts'
import type { TokenScope } from '../people/tokens/index.ts'
import type { ErrorCode } from './messages.ts'

/** A request that cannot be answered as asked; `api/routes.ts` turns it into words. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: 400 | 401 | 403 | 404 | 405 | 429 | 503
  readonly code: ErrorCode
  readonly detail: string | undefined

  constructor(status: ApiError['status'], code: ErrorCode, detail?: string) {
    super(code)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export type ApiDependencies = Pick<RoomDependencies, 'db' | 'now' | 'trustProxy'> & {
  /** What each room adds to a community's export. */
  exportParts: readonly ExportPart[]
}

/** What an address names. */
export type OpenlyAsked = {
  params: Record<string, string>
  /** The path of the request, for the address of the next page. */
  path: string
}

/** The same, and who asks, about what. */
export type Asked = OpenlyAsked & {
  actor: Actor
  token: { scopes: readonly TokenScope[]; expiresAt: Date }
  place: Place | undefined
}

/** Text in another form than JSON: lines for a spreadsheet or a stream. */
export type OtherForm = { mediaType: string; body: string }

type Described<Query extends z.ZodObject, Answer extends z.ZodType> = {
  /** Below `/api/v1`, with parameters as `{community}`. */
  path: string
  operationId: string
  summary: string
  description: string
  query: Query
  answer: Answer
  /** Other forms that `format` in the query may ask for. */
  otherForms?: readonly string[]
}

type Read<Who, Query extends z.ZodObject, Answer extends z.ZodType> = (
  deps: ApiDependencies,
  asked: Who,
  query: z.infer<Query>,
) => Promise<z.input<Answer> | OtherForm>

/**
 * One address of the API. Routes, checks and the description are made from it, so that none can say something else than the others.
 */
export type Endpoint<Query extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> = Described<
  Query,
  Answer
> &
  (
    | { open: true; read: Read<OpenlyAsked, Query, Answer> }
    | {
        open?: false
        /** Which tokens may; left out, any. */
        scope?: TokenScope
        /** What their person must be allowed; with a place in the path, towards that community. */
        act?: ActName
        read: Read<Asked, Query, Answer>
      }
  )

export type ClosedEndpoint = Exclude<Endpoint, { open: true }>

/** Keeps the types of one endpoint together, then forgets them: the list holds all kinds. */
export function endpoint<Query extends z.ZodObject, Answer extends z.ZodType>(
  given: Endpoint<Query, Answer>,
): Endpoint {
  return given as unknown as Endpoint
}

export function isOtherForm(answer: unknown): answer is OtherForm {
  return typeof answer === 'object' && answer !== null && 'mediaType' in answer && 'body' in answer
}
