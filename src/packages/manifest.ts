import { packageLimits } from './limits.ts'
import { attributeOf, childrenOf, type Element, readManifestXml, textIn } from './manifest-xml.ts'
import { type PackageProblem, problem } from './problems.ts'
import { type SequencingNote, sequencingOf } from './sequencing.ts'

export type Standard = '1.2' | '2004'

/** One thing to play: an item of the manifest that launches something. */
export type Unit = {
  /** The item's identifier, which attempts are kept under. */
  id: string
  title: string
  /** Titles of the items it stands in, from the outside in. */
  under: string[]
  /** A SCO talks to the service; an asset only shows. */
  kind: 'sco' | 'asset'
  /** The file it launches. */
  path: string
  /** What follows the path: `?a=b#c`, or nothing. */
  query: string
  /** Handed to the unit as it is. */
  launchData: string
  /** Score from which it counts as passed: 0 to 100 in 1.2, 0 to 1 in 2004. */
  mastery: number | null
}

export type Manifest = {
  ok: true
  standard: Standard
  /** As the manifest names it: "2004 3rd Edition". */
  edition: string
  title: string
  language: string | undefined
  units: Unit[]
  notes: SequencingNote[]
}

/**
 * Reads `imsmanifest.xml`: the default organization, its items in order, and what each launches.
 *
 * @param paths every file of the package
 */
export function readManifest(content: Buffer, paths: ReadonlySet<string>): Manifest | PackageProblem {
  const xml = readManifestXml(content)
  if (!xml.ok) return xml
  const { root, text } = xml
  const version = standardOf(root, text)
  if (version === undefined) return problem('not-scorm')
  const all = childrenOf(root, 'organizations')[0]
  const organizations = childrenOf(all, 'organization')
  const wanted = attributeOf(all, 'default')
  const organization = organizations.find((one) => attributeOf(one, 'identifier') === wanted) ?? organizations[0]
  if (organization === undefined) return problem('no-organization')

  const resources = childrenOf(root, 'resources')[0]
  const bases = [attributeOf(root, 'base'), attributeOf(resources, 'base')]
  const byId = new Map(childrenOf(resources, 'resource').map((one) => [attributeOf(one, 'identifier') ?? '', one]))
  const found = collectUnits(organization, { byId, bases, paths })
  if ('reason' in found) return found
  if (found.length === 0) return problem('no-units')
  if (found.length > packageLimits.units) return problem('too-many-units')
  return {
    ok: true,
    ...version,
    title: (textIn(organization, 'title') ?? found[0]?.title ?? '').slice(0, 300) || 'SCORM',
    language: /\b(?:xml:lang|<language>)\s*=?\s*["']?([a-z]{2})\b/i.exec(text)?.[1]?.toLowerCase(),
    units: found,
    notes: sequencingOf(root, organization, version.standard),
  }
}

function standardOf(root: Element, text: string): Pick<Manifest, 'standard' | 'edition'> | undefined {
  const metadata = childrenOf(root, 'metadata')[0]
  const said = textIn(metadata, 'schemaversion') ?? ''
  if (/^1\.2/.test(said)) return { standard: '1.2', edition: '1.2' }
  const edition = /([234](?:nd|rd|th)) edition/i.exec(said)?.[1]
  if (edition !== undefined) return { standard: '2004', edition: `2004 ${edition.toLowerCase()} Edition` }
  if (/CAM 1\.3/i.test(said)) return { standard: '2004', edition: '2004 2nd Edition' }
  if (/adlcp_v1p3/i.test(text)) return { standard: '2004', edition: '2004' }
  if (/adlcp_rootv1p2/i.test(text)) return { standard: '1.2', edition: '1.2' }
  return undefined
}

type Surroundings = { byId: Map<string, Element>; bases: (string | undefined)[]; paths: ReadonlySet<string> }

/** Items in the order they stand in, without recursion: the manifest's depth was limited, and is not trusted twice. */
function collectUnits(organization: Element, around: Surroundings): Unit[] | PackageProblem {
  const units: Unit[] = []
  const ids = new Set<string>()
  const waiting = childrenOf(organization, 'item')
    .map((item) => ({ item, under: [] as string[] }))
    .reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, under } = next
    const title = (textIn(item, 'title') ?? attributeOf(item, 'identifier') ?? '').slice(0, 300)
    const inside = childrenOf(item, 'item').map((one) => ({ item: one, under: [...under, title] }))
    waiting.push(...inside.reverse())
    const reference = attributeOf(item, 'identifierref')
    if (reference === undefined) continue
    const given = attributeOf(item, 'identifier')?.slice(0, 200) ?? `unit-${units.length + 1}`
    const id = ids.has(given) ? `${given}-${units.length + 1}` : given
    ids.add(id)
    const launch = launchOf(item, reference, title, around)
    if ('reason' in launch) return launch
    units.push({ id, title: title || id, under, ...launch })
  }
  return units
}

type Launch = Pick<Unit, 'kind' | 'path' | 'query' | 'launchData' | 'mastery'>

function launchOf(item: Element, reference: string, title: string, around: Surroundings): Launch | PackageProblem {
  const resource = around.byId.get(reference)
  const href = attributeOf(resource, 'href')
  if (resource === undefined || href === undefined) return problem('missing-resource', `${title} (${reference})`)
  const target = resolve([...around.bases, attributeOf(resource, 'base')], href)
  if (target === 'elsewhere') return problem('launch-elsewhere', href.slice(0, 200))
  if (target === 'outside') return problem('launch-outside', href.slice(0, 200))
  if (!around.paths.has(target.path)) {
    const other = [...around.paths].find((path) => path.toLowerCase() === target.path.toLowerCase())
    if (other !== undefined) return problem('launch-other-case', `${target.path} (${other})`)
    return problem('launch-missing', target.path)
  }
  const mastery = Number(textIn(item, 'masteryscore') ?? textIn(item, 'minNormalizedMeasure') ?? Number.NaN)
  return {
    kind: attributeOf(resource, 'scormtype')?.toLowerCase() === 'sco' ? 'sco' : 'asset',
    path: target.path,
    query: withParameters(target.query, attributeOf(item, 'parameters')),
    launchData: (textIn(item, 'dataFromLMS') ?? textIn(item, 'datafromlms') ?? '').slice(0, 4000),
    mastery: Number.isFinite(mastery) ? mastery : null,
  }
}

/** A file's place in the package, resolved as a browser would. Nothing leads out of it, or to another site. */
function resolve(
  bases: (string | undefined)[],
  href: string,
): { path: string; query: string } | 'elsewhere' | 'outside' {
  // A folder deep enough to see whether a path climbs out of it.
  const root = 'https://package.invalid/inside/'
  let at = root
  for (const part of [...bases, href]) {
    if (part === undefined) continue
    if (/^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(part)) return 'elsewhere'
    if (/^[/\\]/.test(part) || !URL.canParse(part, at)) return 'outside'
    at = new URL(part, at).href
  }
  const { origin, pathname, search, hash } = new URL(at)
  if (origin !== 'https://package.invalid') return 'elsewhere'
  if (!pathname.startsWith('/inside/')) return 'outside'
  try {
    const path = decodeURIComponent(pathname.slice('/inside/'.length)).normalize('NFC')
    return path.split(/[/\\]/).includes('..') ? 'outside' : { path, query: search + hash }
  } catch {
    return 'outside'
  }
}

/** Appends an item's parameters as the standard says: a leading `?` or `&` counts as one, `#` begins a fragment. */
function withParameters(query: string, parameters: string | undefined): string {
  const rest = parameters?.replace(/^[?&]+/, '').slice(0, 1000)
  if (rest === undefined || rest === '') return query
  if (rest.startsWith('#')) return query.includes('#') ? query : query + rest
  const [before = '', fragment] = query.split('#')
  return `${before}${before === '' ? '?' : '&'}${rest}${fragment === undefined ? '' : `#${fragment}`}`
}
