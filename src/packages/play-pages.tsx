import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { Layout } from '../ui/layout.tsx'
import { Table } from '../ui/parts.tsx'
import { frameSandbox } from './content-headers.ts'
import type { Unit } from './manifest.ts'
import { packageMessages } from './messages.ts'
import type { PackageFile, PackageVersion } from './store.ts'

/** Where the reader stands in one part. */
export type PartState = {
  unit: Unit
  begun: boolean
  done: boolean
  success: string
  /** As a share, from -1 to 1. */
  score: number | undefined
  seconds: number
}

type Shared = { frame: Frame; version: PackageVersion; files: PackageFile[] }

/** The parts of a package, and where the reader is in each. */
export function PackagePage(props: Shared & { parts: PartState[]; news: 'older' | 'new' | undefined }) {
  const { frame, version, parts, news } = props
  const { language } = frame
  const t = packageMessages[language]
  const percent = new Intl.NumberFormat(`${language}-CA`, { style: 'percent', maximumFractionDigits: 0 })
  // Where the reader left off: the first part that is not done.
  const first = Math.max(
    0,
    parts.findIndex(({ done }) => !done),
  )
  const timed = parts.some(({ seconds }) => seconds >= 60)
  return (
    <Layout {...frame} title={version.title}>
      <h1 {...ownLanguage(version, frame)}>{version.title}</h1>
      <p class="lead">{t.lead}</p>
      {news && <p class="note">{news === 'older' ? t.olderVersion : t.newVersion}</p>}
      {parts.every(({ done }) => done) && <p class="note">{t.allDone}</p>}
      <p class="actions">
        <a class="button" href={paths.packagePlayer(language, version.packageId, 'parts', String(first + 1))}>
          {parts.every(({ done }) => done) ? t.again : parts.some(({ begun }) => begun) ? t.goOn : t.start}
        </a>
      </p>
      <h2>{t.parts}</h2>
      <Table
        caption={t.parts}
        hideCaption
        head={[t.part, t.state, t.score, ...(timed ? [t.time] : [])]}
        rows={parts.map(({ unit, begun, done, success, score, seconds }, index) => [
          <>
            {unit.under.length > 0 && <span class="quiet">{unit.under.join(' · ')} </span>}
            <a
              href={paths.packagePlayer(language, version.packageId, 'parts', String(index + 1))}
              {...ownLanguage(version, frame)}
            >
              {unit.title}
            </a>
          </>,
          stateOf({ begun, done, success }, t),
          score === undefined ? t.noFigure : percent.format(score),
          ...(timed ? [t.minutes(Math.round(seconds / 60))] : []),
        ])}
      />
      <p class="quiet">{t.yours}</p>
      <Files {...props} />
    </Layout>
  )
}

type Words = (typeof packageMessages)['en']

function stateOf(part: { begun: boolean; done: boolean; success: string }, t: Words): string {
  if (!part.begun) return t.notBegun
  if (part.success === 'failed') return part.done ? t.done : t.notPassedYet
  if (part.success === 'passed') return t.passed
  return part.done ? t.done : t.begun
}

/** One part in its frame. The frame is filled by the script, which listens first: nothing the part says is lost. */
export function PlayerPage(
  props: Shared & {
    unit: Unit
    number: number
    /** What the script needs: addresses, the opening's name, when the content's address ends. */
    player: { src: string; save: string; session: string; lasts: number; document: string | undefined }
  },
) {
  const { frame, version, unit, number, files, player } = props
  const { language } = frame
  const t = packageMessages[language]
  const at = (...rest: string[]) => paths.packagePlayer(language, version.packageId, ...rest)
  const [before, after] = [number - 1, number + 1].map((one) =>
    version.units[one - 1] ? at('parts', String(one)) : undefined,
  )
  return (
    <Layout {...frame} title={unit.title} scripts={player.document === undefined ? ['package-player.js'] : []} wide>
      <p class="crumb">
        <a href={at()} data-leave {...ownLanguage(version, frame)}>
          {version.title}
        </a>
      </p>
      <h1 {...ownLanguage(version, frame)}>{unit.title}</h1>
      {player.document !== undefined && (
        <form method="post" action={at('parts', String(number), 'done')}>
          <p>{t.openFile}</p>
          <p class="actions">
            <a class="button second" href={player.document}>
              {t.openTheFile}
            </a>
            <button type="submit">{t.sayDone}</button>
          </p>
        </form>
      )}
      {player.document === undefined && (
        <div data-without>
          <p class="note">
            {t.needsScripts} {files.length === 0 && t.noFiles}
          </p>
          <Files {...props} />
        </div>
      )}
      {player.document === undefined && (
        <div
          class="package-player"
          hidden
          data-player={unit.kind}
          data-src={player.src}
          data-save={player.save}
          data-session={player.session}
          data-lasts={player.lasts}
          data-before={before}
          data-after={after}
          data-saved={t.saved}
          data-saving={t.saving}
          data-offline={t.offline}
          data-elsewhere={t.elsewhere}
          data-signed-out={t.signedOut}
          data-too-much={t.tooMuch}
          data-time-up={t.timeUp}
        >
          <iframe
            title={t.content(unit.title)}
            sandbox={frameSandbox}
            allow="autoplay *; fullscreen *; unload *"
            referrerpolicy="no-referrer"
          />
          <p role="status" class="quiet" data-status />
          <p hidden data-again>
            <a href={frame.path}>{t.openAgain}</a>
          </p>
        </div>
      )}
      <p class="actions">
        {after && (
          <a class="button" href={after} data-leave>
            {t.next}
          </a>
        )}
        <a class="button second" href={at()} data-leave>
          {t.back}
        </a>
      </p>
    </Layout>
  )
}

/** Files that are of use without the package. */
function Files({ frame, version, files }: Shared) {
  const t = packageMessages[frame.language]
  if (files.length === 0) return null
  const megabytes = new Intl.NumberFormat(`${frame.language}-CA`, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return (
    <>
      <h2>{t.files}</h2>
      <p>{t.filesText}</p>
      <ul>
        {files.map(({ path, bytes }) => (
          <li>
            <a href={documentAddress(frame, version, path)}>{path.split('/').at(-1)}</a>{' '}
            <span class="quiet">{megabytes.format(Math.max(0.1, bytes / 1_000_000))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The address of a file of a package, as a download. */
export function documentAddress(frame: Pick<Frame, 'language'>, version: PackageVersion, path: string): string {
  const inside = path.split('/').map(encodeURIComponent).join('/')
  return paths.packagePlayer(frame.language, version.packageId, 'files', version.id, inside)
}

/** What the package calls things stands in its own language. */
function ownLanguage(version: PackageVersion, frame: Frame): { lang?: string } {
  return version.language === frame.language ? {} : { lang: version.language }
}
