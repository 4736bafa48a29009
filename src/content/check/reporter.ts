import type { ContentMessages } from '../messages.ts'
import type { Problem } from '../problems.ts'
import type { Path, SourceFile } from '../yaml.ts'

/** Collects problems at places of source files. */
export class Reporter {
  readonly problems: Problem[] = []
  readonly t: ContentMessages

  constructor(t: ContentMessages) {
    this.t = t
  }

  error(source: SourceFile, path: Path, what: string, allowed?: string): void {
    this.#add('error', source, path, what, allowed)
  }

  /** For a person to look at; does not stop the pack. */
  note(source: SourceFile, path: Path, what: string, allowed?: string): void {
    this.#add('note', source, path, what, allowed)
  }

  /** Reports each id that comes a second time. `pathOf` says where the id at an index stands. */
  repeated(source: SourceFile, ids: readonly string[], pathOf: (index: number) => Path): void {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) this.error(source, pathOf(index), this.t.repeated(id), this.t.once)
    })
  }

  /** Reports an id that does not lead anywhere. */
  reference(source: SourceFile, path: Path, id: string, known: ReadonlySet<string>): void {
    if (!known.has(id))
      this.error(source, path, this.t.noneHasId(id), known.size === 0 ? this.t.noneDefined : [...known].join(', '))
  }

  #add(severity: Problem['severity'], source: SourceFile, path: Path, what: string, allowed?: string): void {
    const id = source.id(path)
    this.problems.push({
      severity,
      file: source.file,
      line: source.line(path),
      ...(id === undefined ? {} : { id }),
      what,
      ...(allowed === undefined ? {} : { allowed }),
    })
  }
}
