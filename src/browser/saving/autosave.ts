// Saves a form while it is written in; its button works without this.

/** How long after the last key a text is saved. */
const quiet = 1500

/**
 * Saves a form as it says in its `data-` attributes what to show. The answer holds the version that each save made; when someone else
 * saved in between, nothing more goes out by itself.
 */
export function autosave(form: HTMLFormElement) {
  const status = form.querySelector<HTMLElement>('[data-status]')
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const say = (words: string | undefined) => {
    if (status) status.textContent = words ?? ''
  }

  const save = async () => {
    if (stopped) return
    say(form.dataset.saving)
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      })
      const answer = response.headers.get('content-type')?.includes('json')
        ? ((await response.json()) as { versions?: Record<string, number> })
        : undefined
      for (const [name, version] of Object.entries(answer?.versions ?? {})) {
        const field = form.elements.namedItem(name)
        if (field instanceof HTMLInputElement) field.value = String(version)
      }
      if (response.status === 409) {
        // Nothing more goes out by itself: the button shows both texts.
        stopped = true
        say(form.dataset.conflict)
      } else say(response.ok && answer ? form.dataset.saved : form.dataset.offline)
    } catch {
      say(form.dataset.offline)
    }
  }

  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
    clearTimeout(timer)
    timer = setTimeout(() => {
      // One after the other: each save needs the version that the one before it made.
      running = running.then(save)
    }, quiet)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    stopped = true
    if (form.dataset.leaving !== undefined) return
    event.preventDefault()
    const { submitter } = event
    // A form cannot be sent again while its event is still on the way: the next task can.
    const leave = () => {
      form.dataset.leaving = ''
      form.requestSubmit(submitter)
    }
    void running.then(() => setTimeout(leave))
  })
}
