import type { HonoRequest } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** A posted form: field name -> value, or several. */
export type PostedForm = Record<string, string | File | (string | File)[]>

const formTypes = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i

/**
 * Reads a posted form; a field that came several times is a list.
 *
 * @throws HTTPException 400 when what was sent is no form or cannot be read as one
 */
export async function readForm(request: HonoRequest): Promise<PostedForm> {
  if (!formTypes.test(request.header('content-type') ?? '')) throw new HTTPException(400)
  try {
    return await request.parseBody({ all: true })
  } catch {
    throw new HTTPException(400)
  }
}

/** The text of a field, the last one where there are several; empty when there is none. */
export function textIn(form: PostedForm, name: string): string {
  const last = [form[name] ?? ''].flat().at(-1)
  return typeof last === 'string' ? last : ''
}

/** Every text of a field that is not empty. A form sends every line end as two characters; they count as the one that was typed. */
export function textsIn(form: PostedForm, name: string): string[] {
  const parts = [form[name]].flat().filter((part) => typeof part === 'string' && part !== '')
  return (parts as string[]).map((part) => part.replaceAll('\r\n', '\n'))
}
