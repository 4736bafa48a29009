import type { Loaded } from '../load.ts'
import type { Reporter } from './reporter.ts'

/** Ids are unique, and every id that points somewhere arrives. */
export function checkReferences(
  { pack, sources, unread }: Loaded,
  report: Reporter,
  reservedIds: readonly string[],
): void {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  report.repeated(sources.pack, ids(pack.variants), (i) => ['variants', i, 'id'])
  report.repeated(sources.pack, ids(pack.facets), (i) => ['facets', i, 'id'])
  report.repeated(sources.pack, pack.languages, (i) => ['languages', i])
  report.repeated(sources.characteristics, ids(pack.characteristics), (i) => [i, 'id'])
  report.repeated(sources.domains, ids(pack.domains), (i) => [i, 'id'])
  report.repeated(sources.duties, ids(pack.duties), (i) => [i, 'id'])
  report.repeated(sources.profile, ids(pack.profile), (i) => [i, 'id'])
  const places = pack.domains.flatMap((domain, d) =>
    domain.components.map((id, c) => ({ id, at: [d, 'components', c] })),
  )
  report.repeated(sources.domains, ids(places), (i) => places[i]?.at ?? [])
  for (const { id, at } of places) {
    if (reservedIds.includes(id)) report.error(sources.domains, at, report.t.reserved(id), report.t.anotherId)
  }

  for (const language of ['en', 'fr']) {
    if (!pack.languages.includes(language)) {
      report.error(sources.pack, ['languages'], report.t.languageOfPackMissing(language), report.t.languagesOfPack)
    }
  }
  const known = {
    components: new Set([...ids(pack.components), ...unread.components]),
    characteristics: new Set(ids(pack.characteristics)),
    facets: new Set(ids(pack.facets)),
  }
  pack.domains.forEach((domain, d) => {
    domain.serves.forEach((id, s) => {
      report.reference(sources.domains, [d, 'serves', s], id, known.characteristics)
    })
  })
  for (const component of pack.components) {
    const source = sources.components.get(component.id)
    if (!source) continue
    component.serves.forEach((id, i) => {
      report.reference(source, ['serves', i], id, known.characteristics)
    })
    component.enables.forEach((id, i) => {
      report.reference(source, ['enables', i], id, known.components)
    })
    report.repeated(source, component.enables, (i) => ['enables', i])
    const variants = new Set(ids(pack.variants.slice(1)))
    for (const id of Object.keys(component.variants)) {
      report.reference(source, ['variants', id], id, variants)
    }
  }
  pack.guides.forEach((guide) => {
    const source = sources.guides.get(guide.id)
    if (!source) return
    report.repeated(source, ids(guide.blocks), (i) => ['blocks', i, 'id'])
    guide.blocks.forEach((block, b) => {
      block.tags.forEach((id, t) => {
        report.reference(source, ['blocks', b, 'tags', t], id, known.components)
      })
    })
  })
  checkItems({ pack, sources, unread }, known, report)
  checkProfile({ pack, sources, unread }, report)
  checkDuties({ pack, sources, unread }, known.components, report)
}

function checkItems(
  { pack, sources, unread }: Loaded,
  known: { components: ReadonlySet<string>; facets: ReadonlySet<string> },
  report: Reporter,
): void {
  const items = new Map(pack.items.map((item) => [item.id, item]))
  const itemIds = new Set([...items.keys(), ...unread.items])
  const languages = new Set([...pack.languages, ...profileLanguages(pack.profile)])
  for (const item of pack.items) {
    const source = sources.items.get(item.id)
    if (!source) continue
    item.lifts.forEach((lift, i) => {
      report.reference(source, ['lifts', i, 'component'], lift.component, known.components)
      report.reference(source, ['lifts', i, 'facet'], lift.facet, known.facets)
    })
    const cells = item.lifts.map((lift) => `${lift.component} ${lift.facet}`)
    report.repeated(source, cells, (i) => ['lifts', i])
    item.objectives.forEach((objective, i) => {
      report.reference(source, ['objectives', i, 'component'], objective.component, known.components)
      report.reference(source, ['objectives', i, 'facet'], objective.facet, known.facets)
      if (!cells.includes(`${objective.component} ${objective.facet}`)) {
        report.note(source, ['objectives', i], report.t.objectiveWithoutLift)
      }
    })
    item.languages.forEach((language, i) => {
      report.reference(source, ['languages', i], language, languages)
    })
    report.repeated(source, item.languages, (i) => ['languages', i])
    report.repeated(source, item.prerequisites, (i) => ['prerequisites', i])
    item.prerequisites.forEach((id, i) => {
      report.reference(source, ['prerequisites', i], id, itemIds)
      const prerequisite = items.get(id)
      if (!prerequisite) return
      const group = prerequisite.variantGroup
      if (group !== undefined && group === item.variantGroup && id !== item.id) {
        report.error(source, ['prerequisites', i], report.t.sameVariantGroup(id))
      }
      const alternatives = pack.items.filter(
        (other) => other.id === id || (group !== undefined && other.variantGroup === group),
      )
      for (const language of item.languages) {
        if (!alternatives.some((other) => other.languages.includes(language))) {
          report.error(source, ['prerequisites', i], report.t.prerequisiteLanguage(id, language))
        }
      }
      if (item.offline && !alternatives.some((other) => other.offline)) {
        report.note(source, ['prerequisites', i], report.t.prerequisiteOnline(id))
      }
    })
    const group = item.variantGroup
    if (
      group !== undefined &&
      unread.items.size === 0 &&
      !pack.items.some((o) => o !== item && o.variantGroup === group)
    ) {
      report.error(source, ['variantGroup'], report.t.loneVariantGroup(group), report.t.twoOrMore)
    }
  }
}

function checkProfile({ pack, sources }: Loaded, report: Reporter): void {
  const variants = new Set(pack.variants.map(({ id }) => id))
  pack.profile.forEach((question, q) => {
    const optionIds = question.options.map(({ id }) => id)
    report.repeated(sources.profile, optionIds, (i) => [q, 'options', i, 'id'])
    question.options.forEach((option, o) => {
      const { variant, respondents } = option.sets
      const at = [q, 'options', o, 'sets']
      if (variant !== undefined) report.reference(sources.profile, [...at, 'variant'], variant, variants)
      if (respondents && respondents[0] > respondents[1]) {
        report.error(sources.profile, [...at, 'respondents'], report.t.firstAboveSecond, report.t.fromTo)
      }
    })
  })
}

function checkDuties({ pack, sources }: Loaded, components: ReadonlySet<string>, report: Reporter): void {
  const options = (id: string) =>
    new Set(pack.profile.find((question) => question.id === id)?.options.map((option) => option.id))
  const jurisdictions = options('jurisdiction')
  const communityTypes = options('communityType')
  pack.duties.forEach((duty, d) => {
    report.reference(sources.duties, [d, 'component'], duty.component, components)
    duty.jurisdictions.forEach((id, i) => {
      report.reference(sources.duties, [d, 'jurisdictions', i], id, jurisdictions)
    })
    duty.communityTypes?.forEach((id, i) => {
      report.reference(sources.duties, [d, 'communityTypes', i], id, communityTypes)
    })
  })
}

function profileLanguages(profile: Loaded['pack']['profile']): string[] {
  return profile.flatMap((question) => question.options.flatMap((option) => option.sets.languages ?? []))
}
