// The page around a package: fills the frame, hears what the package says there, and saves it.
import { saver } from './packages/saving.ts'
import type { Call, FromFrame, Named, ToFrame } from './packages/signals.ts'

const player = document.querySelector<HTMLElement>('[data-player]')
const frame = player?.querySelector('iframe')
if (player && frame) play(player, frame)

/** Milliseconds that a unit gets to say its last words when its learner leaves. */
const lastWords = 1500

function play(player: HTMLElement, frame: HTMLIFrameElement): void {
  const { session = '', src = '', before, after } = player.dataset
  const saving = saver(player)
  /** Windows of the package that have said hello. */
  const frames = new Set<MessageEventSource>()
  /** What has changed since the outermost page came up: one entry for each name, in the order they were first set. */
  const begun = { yes: false, values: new Map<string, string>() }

  /** The frame itself, or one inside it. A window that is gone by now is known by the opening's name alone. */
  const isOurs = (source: MessageEventSource | null) => {
    let window_ = source as Window | null
    while (window_ !== null && window_ !== window.top) {
      if (window_ === frame.contentWindow) return true
      window_ = window_.parent === window_ ? null : window_.parent
    }
    return source === null
  }

  window.addEventListener('message', (event: MessageEvent<Named<FromFrame>>) => {
    const { data, source } = event
    if (event.origin !== 'null' || data?.waymark !== session || !isOurs(source)) return
    if (data.kind === 'hello') {
      if (data.root) {
        frames.clear()
        begun.yes = false
        begun.values.clear()
      }
      if (source === null) return
      frames.add(source)
      const sets = [...begun.values].map(([name, value]): Call => ({ call: 'set', name, value }))
      const calls: Call[] = begun.yes ? [{ call: 'begin' }, ...sets] : []
      send(source, { kind: 'sync', calls, data: saving.latest()?.data })
    } else if (data.kind === 'record') {
      saving.keep(data.record, data.at !== 'change')
    } else if (data.kind === 'call') {
      follow(data)
      for (const other of frames) if (other !== source) send(other, { ...data, kind: 'call' })
    }
  })

  function send(to: MessageEventSource, message: ToFrame) {
    // A frame without an origin has no address to name; only the package itself can be in it (frame-src).
    ;(to as Window).postMessage({ ...message, waymark: session }, '*')
  }

  let wanted: string | undefined
  function follow(call: Call) {
    if (call.call === 'begin') {
      begun.yes = true
      saving.begin()
    } else if (call.call === 'set') {
      begun.values.set(String(call.name), String(call.value))
      if (call.name === 'adl.nav.request') wanted = String(call.value)
    } else {
      begun.yes = false
      begun.values.clear()
      const to = wanted === 'continue' ? after : wanted === 'previous' ? before : undefined
      if (to !== undefined) void leave(to)
    }
  }

  let leaving = false
  async function leave(to: string) {
    if (leaving) return
    leaving = true
    // Its pages hear that they are left, and say what they still have to say.
    const gone = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    frame.src = 'about:blank'
    await Promise.race([gone, pause(lastWords)])
    await pause(150)
    await saving.finish(lastWords)
    location.assign(to)
  }

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]')) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      void leave(link.href)
    })
  }
  // A part that only shows is done once it has been shown.
  if (player.dataset.player === 'asset') {
    frame.addEventListener(
      'load',
      () => {
        saving.begin()
        saving.keep({ completion: 'completed', success: 'unknown', seconds: 0, data: {} }, true)
      },
      { once: true },
    )
  }
  setTimeout(() => saving.say('timeUp'), Number(player.dataset.lasts) - 300_000)
  for (const instead of document.querySelectorAll<HTMLElement>('[data-without]')) instead.hidden = true
  player.hidden = false
  frame.src = src
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
