// Saves what is written in the guide while it is written, and finds components in long lists. The forms work without it.

/** How long after the last key a text is saved. */
const quiet = 1500

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
for (const set of document.querySelectorAll<HTMLElement>('[data-tags]')) find(set)

function autosave(form: HTMLFormElement) {
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

function find(set: HTMLElement) {
  const line = set.querySelector<HTMLElement>('[data-find]')
  const field = line?.querySelector('input')
  if (!line || !field) return
  line.hidden = false
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  field.addEventListener('input', () => {
    const wanted = plain(field.value.trim())
    for (const group of set.querySelectorAll<HTMLElement>('[data-group]')) {
      let some = false
      for (const choice of group.querySelectorAll<HTMLElement>('[data-choice]')) {
        const shown = plain(choice.textContent ?? '').includes(wanted)
        choice.hidden = !shown
        some ||= shown
      }
      group.hidden = !some
    }
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}
