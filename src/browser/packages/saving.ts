import type { UnitRecord } from '../../packages/run-time.ts'

/** Milliseconds before a change that the unit has not asked to save is saved all the same, and before a failed save is tried again. */
const quiet = 3000
const again = 10_000

/** A request that outlives its page carries this many bytes at most. */
const outlives = 60_000

type Said = 'saved' | 'saving' | 'offline' | 'elsewhere' | 'signedOut' | 'tooMuch' | 'timeUp'

export type Saver = {
  /** This opening takes the unit over; others that are still open stop saving. */
  begin(): void
  /** Keeps what the unit said last. @param now the unit asked for it to be saved */
  keep(record: UnitRecord, now: boolean): void
  latest(): UnitRecord | undefined
  /** Waits until all is saved, at most that many milliseconds. */
  finish(most: number): Promise<void>
  say(what: Said): void
}

/** Saves what a unit says, one request after the other, the newest state alone; the line under the frame says how it goes. */
export function saver(player: HTMLElement): Saver {
  const { save = '', session = '' } = player.dataset
  const line = player.querySelector<HTMLElement>('[data-status]')
  const openAgain = player.querySelector<HTMLElement>('[data-again]')
  let begins = false
  let record: UnitRecord | undefined
  let changed = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const say = (what: Said) => {
    if (line) line.textContent = player.dataset[what] ?? ''
    if (openAgain && (what === 'elsewhere' || what === 'timeUp' || what === 'signedOut')) openAgain.hidden = false
  }

  const bodyOf = () => JSON.stringify({ session, begin: begins, ...(changed && record ? { record } : {}) })

  async function post() {
    clearTimeout(timer)
    timer = undefined
    if (stopped || (!begins && !changed)) return
    const body = bodyOf()
    const sent = { begins, record: changed ? record : undefined }
    begins = false
    changed = false
    say('saving')
    const status = await fetch(save, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < outlives,
      redirect: 'manual',
    }).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return say('saved')
    if (status === 409 || status === 401 || status === 413) {
      stopped = status !== 413
      return say(status === 409 ? 'elsewhere' : status === 401 ? 'signedOut' : 'tooMuch')
    }
    // Not heard: the same again, unless there is something newer by then.
    begins ||= sent.begins
    changed ||= sent.record !== undefined
    say('offline')
    timer = setTimeout(run, again)
  }

  const run = () => {
    running = running.then(post)
    return running
  }

  const sendAsTheLastThing = () => {
    if (stopped || (!begins && !changed)) return
    const body = bodyOf()
    if (body.length < outlives && navigator.sendBeacon(save, new Blob([body], { type: 'application/json' }))) {
      begins = false
      changed = false
    }
  }
  window.addEventListener('pagehide', sendAsTheLastThing)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void run()
  })

  return {
    begin: () => {
      begins = true
      void run()
    },
    keep: (given, now) => {
      record = given
      changed = true
      if (now) void run()
      else timer ??= setTimeout(run, quiet)
    },
    latest: () => record,
    finish: (most) => Promise.race([run(), new Promise<void>((resolve) => setTimeout(resolve, most))]),
    say,
  }
}
