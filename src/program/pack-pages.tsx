import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { packMessages } from './pack-messages.ts'

export type ReleaseLine = { hash: string; packId: string; version: string; publishedAt: Date }

export type PacksPageProps = {
  frame: Frame
  standing: Standing
  timeZone: string
  releases: ReleaseLine[]
  /** The release that new journeys begin with. */
  used: string
  /** Whether this person may choose that release. */
  mayChoose: boolean
  problem?: string | undefined
  checked?:
    | { kind: 'problems'; errors: string[]; notes: string[] }
    | {
        kind: 'good'
        name: string
        version: string
        hash: string
        components: number
        items: number
        notes: string[]
        otherPack: boolean
        /** Under which the checked pack waits to be published. */
        ticket: string
        already: boolean
      }
    | undefined
}

/** Upload, check, publish; and every release that was. */
export function PacksPage(props: PacksPageProps) {
  const { frame, standing, releases, used, checked, timeZone } = props
  const { language } = frame
  const t = packMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="packs" title={t.title}>
      <p>{t.lead}</p>
      {checked?.kind === 'problems' && (
        <section class="error-summary" role="alert">
          <h2>{t.problems(checked.errors.length)}</h2>
          <ul>
            {checked.errors.slice(0, 200).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {checked?.kind === 'good' && (
        <section class="note">
          <h2>
            {checked.name} {checked.version}
          </h2>
          <p>
            {t.good} {t.contains(checked.components, checked.items)}
          </p>
          {checked.otherPack && <p>{t.otherPack}</p>}
          {checked.notes.length > 0 && (
            <details>
              <summary>{t.notes}</summary>
              <ul>
                {checked.notes.slice(0, 200).map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </details>
          )}
          {checked.already ? (
            <p>{t.already}</p>
          ) : (
            <form method="post" action={paths.program(language, 'packs', 'publish')}>
              <input type="hidden" name="ticket" value={checked.ticket} />
              <p class="hint">{t.publishHint}</p>
              <button type="submit">{t.publish}</button>
            </form>
          )}
        </section>
      )}
      <h2>{t.upload}</h2>
      <form method="post" action={`${paths.program(language, 'packs')}/files`} enctype="multipart/form-data">
        <div class={props.problem ? 'field has-error' : 'field'}>
          <label class="label" for="file">
            {t.file}
          </label>
          <p class="hint" id="file-hint">
            {t.fileHint}
          </p>
          {props.problem && (
            <p class="field-error" id="file-error">
              {props.problem}
            </p>
          )}
          <input
            type="file"
            id="file"
            name="file"
            accept=".zip"
            aria-describedby={props.problem ? 'file-hint file-error' : 'file-hint'}
          />
        </div>
        <p class="actions">
          <button type="submit" class="second">
            {t.check}
          </button>
        </p>
      </form>
      <h2>{t.published}</h2>
      <Table
        caption={t.published}
        hideCaption
        head={[t.name, t.version, t.when, t.release, t.use]}
        rows={releases.map((release) => [
          release.packId,
          release.version,
          longDate(dayIn(release.publishedAt, timeZone), language),
          <code>{release.hash.slice(0, 12)}</code>,
          release.hash === used ? (
            t.used
          ) : props.mayChoose ? (
            <form method="post" action={paths.program(language, 'packs', 'use')}>
              <input type="hidden" name="release" value={release.hash} />
              <button type="submit" class="plain">
                {t.useThis}
                <span class="visually-hidden">
                  {' '}
                  {release.packId} {release.version}
                </span>
              </button>
            </form>
          ) : (
            ''
          ),
        ])}
      />
    </ProgramFrame>
  )
}
