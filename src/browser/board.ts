// Lets items of a pathway be dragged to another week, or moved with Alt and the arrow keys. The buttons do the same without it.

const board = document.querySelector<HTMLElement>('[data-board]')
if (board) {
  const hint = document.querySelector<HTMLElement>('[data-drag-hint]')
  if (hint) hint.hidden = false
  for (const item of board.querySelectorAll<HTMLElement>('[data-item]')) movable(item)
  for (const week of board.querySelectorAll<HTMLElement>('[data-week]')) takes(week)
}

let dragged: HTMLElement | undefined

function movable(item: HTMLElement) {
  item.draggable = true
  item.addEventListener('dragstart', (event) => {
    dragged = item
    item.classList.add('dragged')
    event.dataTransfer?.setData('text/plain', item.dataset.item ?? '')
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  })
  item.addEventListener('dragend', () => {
    dragged = undefined
    item.classList.remove('dragged')
  })
  item.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    const button = item.querySelector<HTMLButtonElement>(event.key === 'ArrowUp' ? '[data-earlier]' : '[data-later]')
    if (!button) return
    event.preventDefault()
    button.click()
  })
}

function takes(week: HTMLElement) {
  week.addEventListener('dragover', (event) => {
    if (!dragged) return
    event.preventDefault()
    week.classList.add('over')
  })
  week.addEventListener('dragleave', () => week.classList.remove('over'))
  week.addEventListener('drop', (event) => {
    event.preventDefault()
    week.classList.remove('over')
    const form = dragged?.querySelector<HTMLFormElement>('[data-move]')
    const to = week.dataset.week
    if (!form || !to || dragged?.closest('[data-week]') === week) return
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'week'
    field.value = to
    form.append(field)
    form.submit()
  })
}
