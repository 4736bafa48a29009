import type { Loaded } from '../load.ts'
import type { Component, Facet } from '../schema.ts'
import type { Path, SourceFile } from '../yaml.ts'
import type { Reporter } from './reporter.ts'

/** Every part that follows the scale has exactly what the scale asks for. */
export function checkScale({ pack, sources, unread }: Loaded, report: Reporter): void {
  const top = pack.facets[0] ? topLevel(pack.facets[0]) : 0
  pack.facets.forEach((facet, f) => {
    const at = ['facets', f, 'levels']
    inOrder(
      report,
      sources.pack,
      at,
      facet.levels.map(({ level }) => level),
      upTo(0, facet.levels.length - 1),
    )
    if (topLevel(facet) !== top) {
      report.error(
        sources.pack,
        at,
        report.t.otherLevelCount(facet.id, topLevel(facet) + 1),
        report.t.likeFirstFacet(top + 1),
      )
    }
  })
  for (const component of pack.components) {
    const source = sources.components.get(component.id)
    if (!source) continue
    checkRubrics(report, source, ['rubrics'], component.rubrics, pack.facets, true)
    for (const [id, variant] of Object.entries(component.variants)) {
      checkRubrics(report, source, ['variants', id, 'rubrics'], variant.rubrics, pack.facets, false)
    }
    inOrder(
      report,
      source,
      ['steps'],
      component.steps.map(({ to }) => to),
      upTo(1, top),
    )
  }
  for (const item of pack.items) {
    const source = sources.items.get(item.id)
    if (!source) continue
    item.lifts.forEach(({ lift, ceiling }, i) => {
      if (ceiling > top)
        report.error(source, ['lifts', i, 'ceiling'], report.t.ceilingAboveScale(ceiling), report.t.upTo(top))
      if (lift > ceiling)
        report.error(source, ['lifts', i, 'lift'], report.t.liftAboveCeiling(lift), report.t.upTo(ceiling))
    })
    item.objectives.forEach(({ component, facet, level }, i) => {
      const at = ['objectives', i, 'level']
      if (level > top) report.error(source, at, report.t.levelAboveScale(level), report.t.range(1, top))
      const lift = item.lifts.find((other) => other.component === component && other.facet === facet)
      if (lift && level > lift.ceiling)
        report.note(source, at, report.t.levelAboveCeiling(level), report.t.upTo(lift.ceiling))
    })
  }
  checkReportTexts({ pack, sources, unread }, report)
  checkCourses({ pack, sources, unread }, report)
}

function checkRubrics(
  report: Reporter,
  source: SourceFile,
  at: Path,
  rubrics: Component['rubrics'],
  facets: readonly Facet[],
  complete: boolean,
): void {
  const facetIds = facets.map(({ id }) => id)
  for (const [id, descriptors] of Object.entries(rubrics)) {
    const facet = facets.find((other) => other.id === id)
    if (!facet) report.error(source, [...at, id], report.t.noneHasId(id), facetIds.join(', '))
    else
      inOrder(
        report,
        source,
        [...at, id],
        descriptors.map(({ level }) => level),
        upTo(0, topLevel(facet)),
      )
  }
  for (const id of facetIds) {
    if (complete && rubrics[id] === undefined) report.error(source, at, report.t.facetMissing(id))
  }
}

function checkReportTexts({ pack, sources }: Loaded, report: Reporter): void {
  const source = sources.reportTexts
  const { levels, changes } = pack.reportTexts
  const wanted = pack.facets.flatMap((facet) => upTo(0, topLevel(facet)).map((level) => `${facet.id} ${level}`))
  exactly(
    report,
    source,
    'levels',
    levels.map((text) => `${text.facet} ${text.level}`),
    wanted,
  )
  const steps = pack.facets.flatMap((facet) => upTo(1, topLevel(facet)).map((to) => `${facet.id} ${to - 1} to ${to}`))
  exactly(
    report,
    source,
    'changes',
    changes.map((text) => `${text.facet} ${text.from} to ${text.to}`),
    steps,
  )
}

/** Method 2.4: each component has a basic course, and an advanced course or a guideline. */
function checkCourses({ pack, sources, unread }: Loaded, report: Reporter): void {
  if (unread.items.size > 0) return
  for (const component of pack.components) {
    const source = sources.components.get(component.id)
    if (!source) continue
    const kinds = pack.items
      .filter((item) => item.lifts.some((lift) => lift.component === component.id))
      .map(({ kind }) => kind)
    if (!kinds.includes('course-basic')) report.error(source, ['id'], report.t.noBasicCourse)
    if (!kinds.includes('course-advanced') && !kinds.includes('guideline')) {
      report.error(source, ['id'], report.t.noFurtherItem)
    }
  }
}

function exactly(
  report: Reporter,
  source: SourceFile,
  key: string,
  found: readonly string[],
  wanted: readonly string[],
): void {
  report.repeated(source, found, (i) => [key, i])
  found.forEach((name, i) => {
    if (!wanted.includes(name)) report.error(source, [key, i], report.t.notOnScale(name), wanted.join(', '))
  })
  for (const name of wanted) {
    if (!found.includes(name)) report.error(source, [key], report.t.reportTextMissing(key, name))
  }
}

function inOrder(
  report: Reporter,
  source: SourceFile,
  at: Path,
  found: readonly number[],
  wanted: readonly number[],
): void {
  if (found.length === wanted.length && found.every((level, i) => level === wanted[i])) return
  const there = found.length === 0 ? report.t.nothing : found.join(', ')
  report.error(source, at, report.t.levelsInOrder(at.map(String).join('.'), there), wanted.join(', '))
}

function topLevel(facet: Facet): number {
  return facet.levels.length - 1
}

function upTo(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
