import type { HonoRequest } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { uuid } from '../platform/ids.ts'
import type { Language } from '../platform/languages.ts'
import { uploadMessages } from '../platform/uploads/messages.ts'
import { readUpload, type ScanFile, type Upload } from '../platform/uploads/upload.ts'
import { type PostedForm, readForm, textIn } from '../platform/web/posted-form.ts'
import type { FieldError } from '../ui/parts.tsx'

export const longest = { line: 200, text: 10_000, reason: 500, about: 600 }

/** Text as it is kept: line ends as one character, nothing at the ends. */
export function written(form: PostedForm, name: string): string {
  return textIn(form, name).replaceAll('\r\n', '\n').trim()
}

/** All texts of a field. */
export function listIn(form: PostedForm, name: string): string[] {
  return [form[name] ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')
}

/** An id that a form brings along; nothing where it is none. */
export function idIn(form: PostedForm, name: string): string | undefined {
  const value = textIn(form, name)
  return uuid.test(value) ? value : undefined
}

/** Reads a form that may carry files; cut off on the way it comes back empty, with the reason. */
export async function readFormWithFiles(
  request: HonoRequest,
  language: Language,
): Promise<{ form: PostedForm; errors: FieldError[] }> {
  try {
    return { form: await readForm(request), errors: [] }
  } catch (error) {
    if (!(error instanceof HTTPException) || error.status !== 400) throw error
    return { form: {}, errors: [{ field: 'files', message: uploadMessages[language].problems['cut-off'] }] }
  }
}

const mostFiles = 3

/** The files of a form, checked one by one; none is needed. */
export async function readFiles(
  form: PostedForm,
  given: { language: Language; scan: ScanFile | undefined; tooMany: string },
): Promise<{ files: Upload[]; errors: FieldError[] }> {
  const sent = [form.files ?? []].flat().filter((one) => one instanceof File && (one.name !== '' || one.size > 0))
  if (sent.length > mostFiles) return { files: [], errors: [{ field: 'files', message: given.tooMany }] }
  const files: Upload[] = []
  const errors: FieldError[] = []
  for (const file of sent) {
    const upload = await readUpload({ file }, 'file', { scan: given.scan })
    if (upload.ok) files.push(upload)
    else errors.push({ field: 'files', message: uploadMessages[given.language].problems[upload.reason] })
  }
  return { files, errors }
}
