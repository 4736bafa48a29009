import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ContentMessages } from './messages.ts'
import type { Problem } from './problems.ts'

export type Path = readonly PropertyKey[]

/** One YAML file of a pack, with a way back from any value to its line. */
export type SourceFile = {
  file: string
  value: unknown
  /** Line of the value at the path, or of the nearest value around it. */
  line(path: Path): number
  /** The nearest `id` at or above the path. */
  id(path: Path): string | undefined
}

/** Parses one YAML file. Broken YAML and repeated keys come back as problems. */
export function parseYaml(
  file: string,
  text: string,
  t: ContentMessages,
): { ok: true; source: SourceFile } | { ok: false; problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    return {
      ok: false,
      problems: faults.map((fault) => ({
        severity: 'error',
        file,
        line: lines.linePos(fault.pos[0]).line,
        what: t.yaml(fault.message),
      })),
    }
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (fault) {
    const what = fault instanceof Error ? fault.message : String(fault)
    return { ok: false, problems: [{ severity: 'error', file, what: t.yaml(what) }] }
  }
  const line = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const range = rangeAt(document, path.slice(0, length))
      if (range) return lines.linePos(range[0]).line
    }
    return 1
  }
  const id = (path: Path): string | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const around = valueAt(value, path.slice(0, length))
      if (isRecord(around) && typeof around.id === 'string') return around.id
    }
    return undefined
  }
  return { ok: true, source: { file, value, line, id } }
}

/** Where the value at a path begins: at its key inside a mapping, else where it stands itself. */
function rangeAt(document: Document, path: Path) {
  const around =
    path.length === 0 ? undefined : path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const key = isMap(around) && around.items.map((pair) => pair.key).find((k) => isScalar(k) && k.value === path.at(-1))
  if (isNode(key)) return key.range
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node.range : undefined
}

/** The file's value in the schema's type, or one problem for each place that does not fit. */
export function parseAs<T>(
  schema: z.ZodType<T>,
  source: SourceFile,
  t: ContentMessages,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  const outcome = schema.safeParse(source.value)
  if (outcome.success) return { ok: true, value: outcome.data }
  return { ok: false, problems: outcome.error.issues.flatMap((issue) => explain(issue, source, t)) }
}

function explain(issue: z.core.$ZodIssue, source: SourceFile, t: ContentMessages): Problem[] {
  const at = (path: Path, what: string, allowed?: string): Problem => {
    const id = source.id(path)
    return {
      severity: 'error',
      file: source.file,
      line: source.line(path),
      ...(id === undefined ? {} : { id }),
      what,
      ...(allowed === undefined ? {} : { allowed }),
    }
  }
  const place = issue.path.length === 0 ? t.theFile : `"${issue.path.map(String).join('.')}"`
  const last = issue.path.at(-1)
  const missing = issue.path.length > 0 && valueAt(source.value, issue.path) === undefined
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([...issue.path, key], t.unknownKey(key, place)))
    case 'invalid_type':
      if (missing && (last === 'en' || last === 'fr')) return [at(issue.path, t.languageMissing(place), t.textInBoth)]
      return [at(issue.path, missing ? t.missing(place) : t.wrongKind(place), issue.expected)]
    case 'invalid_value':
      return [at(issue.path, t.unknownValue(place), issue.values.map(String).join(', '))]
    case 'too_small':
      if (issue.origin === 'string') return [at(issue.path, t.wrongForm(place), t.form(issue.message))]
      return [at(issue.path, t.tooSmall(place), t.atLeast(String(issue.minimum)))]
    case 'too_big':
      return [at(issue.path, t.tooBig(place), t.atMost(String(issue.maximum)))]
    case 'not_multiple_of':
      return [at(issue.path, t.notAStep(place), t.multipleOf(issue.divisor))]
    case 'invalid_key':
      return issue.issues.map((inner) => at(issue.path, t.badKey(place), t.form(inner.message)))
    default:
      return [at(issue.path, t.wrongForm(place), t.form(issue.message))]
  }
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (Array.isArray(here)) here = here[Number(step)]
    else if (isRecord(here)) here = here[String(step)]
    else return undefined
  }
  return here
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
