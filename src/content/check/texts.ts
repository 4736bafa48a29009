import type { Loaded, Sources } from '../load.ts'
import type { Text } from '../schema.ts'
import type { SourceFile } from '../yaml.ts'

/** One text of the pack and where it stands. */
export type PlacedText = { source: SourceFile; path: PropertyKey[]; text: Text }

/** Every text of the pack's YAML files, in file order. */
export function allTexts({ sources }: Loaded): PlacedText[] {
  return allSources(sources).flatMap((source) => textsIn(source, source.value, []))
}

function allSources(sources: Sources): SourceFile[] {
  const { components, items, bodies, guides, ...single } = sources
  const yaml = [...bodies.values()].map((body) => body.yaml)
  return [...Object.values(single), ...components.values(), ...items.values(), ...yaml, ...guides.values()]
}

function textsIn(source: SourceFile, value: unknown, path: PropertyKey[]): PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [{ source, path, text: value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(source, inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function isText(value: object): value is Text {
  return 'en' in value && 'fr' in value && typeof value.en === 'string' && typeof value.fr === 'string'
}
