import type { Loaded } from '../load.ts'
import type { BodySources } from '../load-bodies.ts'
import type { CoachingBody, GuidelineBody, Item, TemplateBody } from '../schema.ts'
import type { Path, SourceFile } from '../yaml.ts'
import { checkCourse, compareTime } from './courses.ts'
import { checkFigure } from './figures.ts'
import { checkMarkdown } from './markdown-texts.ts'
import type { Reporter } from './reporter.ts'

/** What the items hold: courses and their checks, texts, drawings, templates, coaching outlines. */
export function checkBodies(loaded: Loaded, report: Reporter): void {
  const { pack, sources, unread } = loaded
  const templates = new Set([
    ...pack.items.filter(({ id }) => pack.bodies[id]?.kind === 'template').map(({ id }) => id),
    ...[...unread.bodies, ...unread.items],
  ])
  for (const item of pack.items) {
    const body = pack.bodies[item.id]
    const files = sources.bodies.get(item.id)
    if (body === undefined || files === undefined) continue
    const place = { source: files.yaml, item, report }
    if (body.kind === 'course') checkCourse(body, templates, place)
    if (body.kind === 'guideline') checkGuideline(body, templates, place)
    if (body.kind === 'template') checkTemplate(body, files.yaml, report)
    if (body.kind === 'coaching') checkCoaching(body, place)
    if (body.kind === 'course' || body.kind === 'guideline') {
      checkMarkdown(loaded, files, new Set(Object.keys(body.figures)), report)
      for (const figure of files.figures) checkFigure(figure, report)
      reportUnused(files, report)
    }
  }
}

type Place = { source: SourceFile; item: Item; report: Reporter }

function checkGuideline({ templates: named }: GuidelineBody, templates: ReadonlySet<string>, place: Place): void {
  const { source, report } = place
  report.repeated(source, named, (i) => ['templates', i])
  named.forEach((id, i) => {
    report.reference(source, ['templates', i], id, templates)
  })
}

/** Field ids name what was filled in, so that they are unique over all sections. */
function checkTemplate({ sections }: TemplateBody, source: SourceFile, report: Reporter): void {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  report.repeated(source, ids(sections), (i) => ['sections', i, 'id'])
  const fields = sections.flatMap((section, s) =>
    section.fields.map((field, f) => ({ field, at: ['sections', s, 'fields', f] as Path })),
  )
  report.repeated(
    source,
    fields.map(({ field }) => field.id),
    (i) => [...(fields[i]?.at ?? []), 'id'],
  )
  for (const { field, at } of fields) {
    if ('options' in field) report.repeated(source, ids(field.options), (i) => [...at, 'options', i, 'id'])
    if (field.kind !== 'rows') continue
    report.repeated(source, ids(field.columns), (i) => [...at, 'columns', i, 'id'])
    field.columns.forEach(({ kind, options }, c) => {
      const column = [...at, 'columns', c]
      if (kind === 'choice' && (options?.length ?? 0) < 2) {
        report.error(source, column, report.t.columnWithoutOptions, report.t.atLeast('2'))
      }
      if (kind !== 'choice' && options)
        report.error(source, [...column, 'options'], report.t.optionsOfOtherKind, 'choice')
      report.repeated(source, ids(options ?? []), (i) => [...column, 'options', i, 'id'])
    })
  }
}

function checkCoaching({ blocks }: CoachingBody, place: Place): void {
  place.report.repeated(
    place.source,
    blocks.map(({ id }) => id),
    (i) => ['blocks', i, 'id'],
  )
  compareTime(
    blocks.reduce((sum, { minutes }) => sum + minutes, 0),
    ['blocks'],
    place,
  )
}

/** A drawing that no text shows is probably a slip of its name. */
function reportUnused({ texts, figures }: BodySources, report: Reporter): void {
  for (const { name, source } of figures) {
    const shown = texts.some((text) => String(text.source.value).includes(`](figure:${name}`))
    if (!shown) report.note(source, [1], report.t.figureNotShown(name))
  }
}
