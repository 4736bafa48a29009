import { z } from 'zod'
import { type BodySources, readBody } from './load-bodies.ts'
import type { ContentMessages } from './messages.ts'
import { PackFolder } from './pack-folder.ts'
import { type Problem, wholeFolder } from './problems.ts'
import {
  CharacteristicSchema,
  ComponentSchema,
  DomainSchema,
  DutySchema,
  GuideSchema,
  type Item,
  ItemSchema,
  type Pack,
  PackFileSchema,
  ProfileQuestionSchema,
  ReportTextsSchema,
  type Text,
} from './schema.ts'
import type { SourceFile } from './yaml.ts'

/** Where each part of a pack was read from, so that a problem can name file and line. */
export type Sources = {
  pack: SourceFile
  characteristics: SourceFile
  domains: SourceFile
  profile: SourceFile
  reportTexts: SourceFile
  duties: SourceFile
  components: Map<string, SourceFile>
  items: Map<string, SourceFile>
  /** Of the items that hold more than their line in the catalogue. */
  bodies: Map<string, BodySources>
  guides: Map<string, SourceFile>
}

/** What could be read of a pack. Components, items and bodies that could not be read are missing from `pack` and named in `unread`. */
export type Loaded = {
  pack: Pack
  sources: Sources
  unread: { components: Set<string>; items: Set<string>; bodies: Set<string> }
}

const knownEntries = [
  'pack.yaml',
  'characteristics.yaml',
  'domains.yaml',
  'profile.yaml',
  'report-texts.yaml',
  'duties.yaml',
  'diagnostic',
  'catalogue',
  'guides',
  'pages',
  'README.md',
]

/** Pages and guides that every pack has. */
const requiredPages = ['about', 'method']
const requiredGuides = ['interview', 'validation']

/**
 * Reads every file of a pack's folder and parses it by the schema. References between files are not looked at here.
 * `loaded` is missing when a file that the others rest on (`pack.yaml`, `domains.yaml` and the like) cannot be used.
 */
export async function loadPack(
  directory: string,
  t: ContentMessages,
): Promise<{ loaded?: Loaded; problems: Problem[] }> {
  const folder = new PackFolder(directory, t)
  const top = await folder.list(wholeFolder)
  if (top === undefined) return { problems: folder.problems }
  for (const name of top) {
    if (!knownEntries.includes(name)) folder.report(name, t.notAPart, knownEntries.join(', '))
  }
  const file = await folder.read('pack.yaml', PackFileSchema)
  const characteristics = await folder.read('characteristics.yaml', z.array(CharacteristicSchema).min(1))
  const domains = await folder.read('domains.yaml', z.array(DomainSchema).min(1))
  const profile = await folder.read('profile.yaml', z.array(ProfileQuestionSchema).min(1))
  const reportTexts = await folder.read('report-texts.yaml', ReportTextsSchema)
  const duties = await folder.read('duties.yaml', z.array(DutySchema))

  const components = await readComponents(folder, domains?.value ?? [])
  const items = await readItems(folder)
  const bodies = await readBodies(
    folder,
    items.read.map(({ value }) => value),
    file?.value.languages ?? ['en', 'fr'],
  )
  const guides = await readGuides(folder)
  const pages = await readPages(folder, file?.value.languages)
  if (!file || !characteristics || !domains || !profile || !reportTexts || !duties) return { problems: folder.problems }

  const pack: Pack = {
    ...file.value,
    characteristics: characteristics.value,
    domains: domains.value,
    components: components.map(({ value, domain }) => ({ ...value, domain })),
    items: items.read.map(({ value }) => value),
    bodies: bodies.bodies,
    profile: profile.value,
    guides: guides.map(({ value }) => value),
    reportTexts: reportTexts.value,
    duties: duties.value,
    pages,
  }
  const listed = domains.value.flatMap((domain) => domain.components)
  const loaded: Loaded = {
    pack,
    sources: {
      pack: file.source,
      characteristics: characteristics.source,
      domains: domains.source,
      profile: profile.source,
      reportTexts: reportTexts.source,
      duties: duties.source,
      components: new Map(components.map(({ value, source }) => [value.id, source])),
      items: new Map(items.read.map(({ value, source }) => [value.id, source])),
      bodies: bodies.sources,
      guides: new Map(guides.map(({ value, source }) => [value.id, source])),
    },
    unread: {
      components: new Set(listed.filter((id) => !components.some(({ value }) => value.id === id))),
      items: items.unread,
      bodies: bodies.unread,
    },
  }
  return { loaded, problems: folder.problems }
}

/** One file for each component that a domain lists, in that order; a file that no domain lists is a problem. */
async function readComponents(folder: PackFolder, domains: Pack['domains']) {
  const read = []
  const seen = new Set<string>()
  const folders = (await folder.list('diagnostic')) ?? []
  for (const name of folders) {
    if (!domains.some((domain) => domain.id === name)) {
      folder.report(`diagnostic/${name}`, folder.t.noSuchDomainFolder, domains.map((domain) => domain.id).join(', '))
    }
  }
  for (const domain of domains) {
    const place = `diagnostic/${domain.id}`
    const names = folders.includes(domain.id) ? ((await folder.list(place)) ?? []) : []
    for (const name of names) {
      if (!name.endsWith('.yaml') || !domain.components.includes(name.slice(0, -'.yaml'.length))) {
        folder.report(`${place}/${name}`, folder.t.notListed(domain.id), domain.components.join(', '))
      }
    }
    for (const id of domain.components) {
      // A component listed twice is reported by the check; its file is read once.
      if (seen.has(id)) continue
      seen.add(id)
      const file = `${place}/${id}.yaml`
      const component = await folder.read(file, ComponentSchema)
      if (!component) continue
      if (component.value.id !== id) folder.report(file, folder.t.holdsOtherId(component.value.id), id)
      else read.push({ ...component, domain: domain.id })
    }
  }
  return read
}

/** One folder for each item of `catalogue/`; an item that cannot be used is named in `unread`. */
export async function readItems(folder: PackFolder) {
  const read = []
  const unread = new Set<string>()
  for (const name of (await folder.list('catalogue')) ?? []) {
    const file = `catalogue/${name}/item.yaml`
    const item = await folder.read(file, ItemSchema)
    if (item && item.value.id !== name) folder.report(file, folder.t.holdsOtherId(item.value.id), name)
    if (item?.value.id === name) read.push(item)
    else unread.add(name)
  }
  return { read, unread }
}

/** What the items hold beside their line in the catalogue. */
export async function readBodies(folder: PackFolder, items: readonly Item[], languages: readonly string[]) {
  const bodies: Pack['bodies'] = {}
  const sources = new Map<string, BodySources>()
  const unread = new Set<string>()
  for (const item of items) {
    const read = await readBody(folder, item, languages)
    if (read === 'unread') unread.add(item.id)
    else if (read !== 'none') {
      bodies[item.id] = read.body
      sources.set(item.id, read.sources)
    }
  }
  return { bodies, sources, unread }
}

async function readGuides(folder: PackFolder) {
  const read = []
  const names = (await folder.list('guides')) ?? []
  for (const id of requiredGuides) {
    if (!names.includes(`${id}.yaml`))
      folder.report(`guides/${id}.yaml`, folder.t.fileMissing, requiredGuides.join(', '))
  }
  for (const name of names) {
    const file = `guides/${name}`
    const guide = await folder.read(file, GuideSchema)
    if (!guide) continue
    if (`${guide.value.id}.yaml` !== name)
      folder.report(file, folder.t.holdsOtherId(guide.value.id), name.replace(/\.yaml$/, ''))
    else read.push(guide)
  }
  return read
}

/** `pages/<id>.<language>.md`: English and French of each page, further languages where they exist. */
async function readPages(folder: PackFolder, languages: readonly string[] | undefined): Promise<Record<string, Text>> {
  const found = new Map<string, Map<string, string>>()
  for (const name of (await folder.list('pages')) ?? []) {
    const [, id, language] = /^([a-z][a-z0-9-]*)\.([A-Za-z-]+)\.md$/.exec(name) ?? []
    if (id === undefined || language === undefined || !(languages ?? [language]).includes(language)) {
      folder.report(`pages/${name}`, folder.t.pageName, folder.t.pageForm)
      continue
    }
    const text = (await folder.text(`pages/${name}`))?.trim()
    if (text === '') folder.report(`pages/${name}`, folder.t.empty)
    if (text) found.set(id, (found.get(id) ?? new Map<string, string>()).set(language, text))
  }
  const pages: Record<string, Text> = {}
  for (const id of new Set([...requiredPages, ...found.keys()])) {
    const texts = found.get(id)
    const { en, fr, ...others } = Object.fromEntries(texts ?? [])
    if (en === undefined) folder.report(`pages/${id}.en.md`, folder.t.pageMissing.en)
    if (fr === undefined) folder.report(`pages/${id}.fr.md`, folder.t.pageMissing.fr)
    if (en !== undefined && fr !== undefined) pages[id] = { en, fr, ...(others as Record<string, string>) }
  }
  return pages
}
