import { keptData } from '../../packages/run-time.ts'
import type { ScormApi, ScormCommit, ScormSettings } from './scorm-again.ts'
import type { Call, FromFrame, Named, ToFrame } from './signals.ts'

/** What the service put beside the script: the opening's name, and the data that the unit finds. */
type Launch = { session: string; values: Record<string, string> }

/** Names of the standard's functions, which pages of a package look for. */
export type Names = Record<
  'begin' | 'end' | 'get' | 'set' | 'commit' | 'lastError' | 'errorString' | 'diagnostic',
  string
>

/** Milliseconds for which changes are gathered before they are told. */
const gathering = 300

/**
 * Speaks the standard to one page of a package. The page stands in a frame without an origin, so it can reach no other window: its
 * functions are here, answer at once, and what changes is told to the page around the frame. A page in a frame of the package cannot
 * reach the page that holds it either; each has its own functions, and hears of what the others change.
 */
export function serveUnit(given: {
  names: Names
  global: 'API' | 'API_1484_11'
  make(settings: ScormSettings): ScormApi
}): void {
  const { names, global, make } = given
  const element = document.currentScript
  const { session, values } = JSON.parse(element?.dataset.launch ?? '{"session":"","values":{}}') as Launch
  element?.remove()
  const player = window.top
  if (player === null || player === window) return
  const root = window.parent === player
  const tell = (message: FromFrame) => player.postMessage({ waymark: session, ...message }, '*')

  /** While another frame's calls are repeated, nothing is told again. */
  let repeating = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** A page inside may ask before it has heard whether the unit has begun; it is taken to have. */
  let heard = root
  let assumed = false
  /** What it has set by then, and whether its state is still to be told. */
  const early: [name: unknown, value: unknown][] = []
  let owed = false

  const api = make({
    lmsCommitUrl: 'told',
    dataCommitFormat: 'flattened',
    renderCommonCommitFields: true,
    autocommit: false,
    logLevel: 'NONE',
    onLogMessage: () => undefined,
    httpService: {
      processHttpRequest: (_url, params, _immediate, _log, _listeners, metadata) => {
        if (!repeating)
          tellRecord(metadata?.isTerminateCommit ? 'end' : 'commit', metadata?.isTerminateCommit ? params : undefined)
        return { result: 'true', errorCode: 0 }
      },
      updateSettings: () => undefined,
    },
  })
  api.loadFromFlattenedJSON({ ...values })
  const functions = api as unknown as Record<string, (...given: unknown[]) => string>
  const run = (name: keyof Names, ...rest: unknown[]): string => functions[names[name]]?.(...rest) ?? ''

  function tellRecord(at: 'change' | 'commit' | 'end', rendered?: ScormCommit) {
    clearTimeout(waiting)
    waiting = undefined
    if (!heard && at !== 'end') {
      owed = true
      return
    }
    const { completionStatus, successStatus, score, totalTimeSeconds, runtimeData } =
      rendered ?? api.renderCommitObject(false, true)
    tell({
      kind: 'record',
      at,
      record: {
        completion: completionStatus,
        success: successStatus,
        score: score && figuresOf(score),
        seconds: Math.max(0, Math.round(Number(totalTimeSeconds) || 0)),
        data: keptData(runtimeData),
      },
    })
  }

  function begin(): string {
    if (assumed && api.isInitialized()) {
      assumed = false
      return 'true'
    }
    const outcome = run('begin', '')
    if (outcome === 'true') tell({ kind: 'call', call: 'begin' })
    return outcome
  }

  function assumeBegun() {
    if (heard || api.isInitialized() || api.isTerminated()) return
    assumed = true
    run('begin', '')
  }

  const service: Record<string, (...given: unknown[]) => string> = {
    [names.begin]: begin,
    [names.get]: (name) => {
      assumeBegun()
      return run('get', name)
    },
    [names.set]: (name, value) => {
      assumeBegun()
      const outcome = run('set', name, value)
      if (outcome === 'true') {
        if (!heard) early.push([name, value])
        tell({ kind: 'call', call: 'set', name: String(name), value: String(value) })
        waiting ??= setTimeout(() => tellRecord('change'), gathering)
      }
      return outcome
    },
    [names.commit]: () => run('commit', ''),
    [names.end]: () => {
      const outcome = run('end', '')
      if (outcome === 'true') tell({ kind: 'call', call: 'end' })
      return outcome
    },
    [names.lastError]: () => run('lastError'),
    [names.errorString]: (code) => run('errorString', code),
    [names.diagnostic]: (code) => run('diagnostic', code),
  }

  function repeat(call: Call) {
    repeating = true
    try {
      if (call.call === 'begin' && api.isNotInitialized()) run('begin', '')
      if (call.call === 'set' && api.isInitialized()) run('set', call.name, call.value)
      if (call.call === 'end' && api.isInitialized()) run('end', '')
    } finally {
      repeating = false
    }
  }

  window.addEventListener('message', (event: MessageEvent<Named<ToFrame>>) => {
    if (event.source !== player || event.data?.waymark !== session) return
    // The page itself must not mistake it for a message of its own.
    event.stopImmediatePropagation()
    if (event.data.kind === 'call') return repeat(event.data)
    heard = true
    if (event.data.data && api.isNotInitialized()) api.loadFromFlattenedJSON({ ...values, ...event.data.data })
    for (const call of event.data.calls) repeat(call)
    // What this page set since it asked is newer.
    for (const [name, value] of early.splice(0)) run('set', name, value)
    if (owed) tellRecord('commit')
  })
  window.addEventListener('pagehide', () => {
    if (waiting !== undefined && api.isInitialized()) tellRecord('change')
  })
  Object.defineProperty(window, global, { value: service, writable: true, configurable: true, enumerable: true })
  tell({ kind: 'hello', root })
}

function figuresOf(score: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(score).filter((entry) => typeof entry[1] === 'number' && Number.isFinite(entry[1])),
  )
}
