/**
 * Puts steps in order by moving them up and down. Without scripts each step has a list to choose its place from; the lists stay, out of
 * sight, and say what was moved.
 */
for (const list of document.querySelectorAll<HTMLElement>('[data-order-steps]')) setUp(list)

function setUp(list: HTMLElement): void {
  const said = document.createElement('p')
  said.className = 'visually-hidden'
  said.setAttribute('aria-live', 'polite')
  list.after(said)
  const steps = () => [...list.querySelectorAll<HTMLLIElement>(':scope > li')]
  placeChosen(list, steps())
  for (const step of steps()) {
    const select = step.querySelector('select')
    if (select === null) continue
    select.hidden = true
    const label = step.querySelector('label')
    if (label) label.removeAttribute('for')
    const move = document.createElement('span')
    move.className = 'move'
    move.append(
      button(list.dataset.up ?? '', step.dataset.up ?? '', () => shift(step, -1)),
      button(list.dataset.down ?? '', step.dataset.down ?? '', () => shift(step, 1)),
    )
    step.append(move)
  }

  /** Nothing counts as answered until the first move: then every step has its place. */
  function shift(step: HTMLLIElement, by: -1 | 1): void {
    const other = by < 0 ? step.previousElementSibling : step.nextElementSibling
    if (other === null) number(steps())
    else {
      if (by < 0) other.before(step)
      else other.after(step)
      number(steps())
    }
    const place = steps().indexOf(step) + 1
    said.textContent = (step.dataset.moved ?? '').replace('{place}', String(place))
    step.querySelector<HTMLButtonElement>(by < 0 ? 'button' : 'button:last-child')?.focus()
  }
}

/** Steps that have a place already, as after going back, stand in it. */
function placeChosen(list: HTMLElement, steps: HTMLLIElement[]): void {
  const placeOf = (step: HTMLLIElement) => Number(step.querySelector('select')?.value ?? 0)
  if (steps.every((step) => placeOf(step) > 0)) list.append(...steps.sort((a, b) => placeOf(a) - placeOf(b)))
}

function number(steps: HTMLLIElement[]): void {
  steps.forEach((step, index) => {
    const select = step.querySelector('select')
    if (select) select.value = String(index + 1)
  })
}

function button(word: string, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'second'
  made.textContent = word
  made.setAttribute('aria-label', label)
  made.addEventListener('click', act)
  return made
}
