/** What the page does beyond reading: choosing measures by class, sorting provisions, and telling what a tapped entity is. The page is whole without it. */
export const SCRIPT = `
(() => {
  const one = selector => document.querySelector(selector)
  const all = selector => [...document.querySelectorAll(selector)]
  const picks = one('.picks'), note = one('#note'), count = one('#count')
  picks.hidden = false
  const chosen = () => ['instrument', 'domain'].map(axis => [axis, one('#pick-' + axis).value]).filter(([, leaf]) => leaf)
  const fits = (element, wanted) => wanted.every(([axis, leaf]) => (element.dataset[axis] || '').split(' ').includes(leaf))
  const apply = () => {
    const wanted = chosen()
    const measures = all('.measure')
    for (const element of [...measures, ...all('tr[data-row]')]) element.hidden = !fits(element, wanted)
    one('#provisions').hidden = wanted.length > 0 && !one('tr[data-row]:not([hidden])')
    for (const article of all('article')) article.hidden = wanted.length > 0 && !article.querySelector('.measure:not([hidden])')
    count.textContent = wanted.length ? measures.filter(each => !each.hidden).length + ' / ' + measures.length + ' 条措施' : ''
  }
  const keyOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent
  const compare = (a, b) => (a - b || a.localeCompare(b, 'zh'))
  const sort = (table, column, way) => {
    for (const body of table.tBodies) {
      const rows = [...body.querySelectorAll('tr[data-row]')]
      const empty = row => keyOf(row, column) === ''
      rows.sort((a, b) => empty(a) - empty(b) || way * compare(keyOf(a, column), keyOf(b, column)))
      body.append(...rows)
    }
  }
  for (const head of all('#provisions thead th')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const rising = head.getAttribute('aria-sort') !== 'ascending'
      for (const other of head.parentNode.cells) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', rising ? 'ascending' : 'descending')
      sort(head.closest('table'), head.cellIndex, rising ? 1 : -1)
    })
  }
  picks.addEventListener('change', apply)
  addEventListener('click', event => {
    const mark = event.target.closest('main mark')
    note.hidden = !mark
    note.textContent = mark ? mark.textContent + '：' + mark.title : ''
  })
  apply()
})()
`
