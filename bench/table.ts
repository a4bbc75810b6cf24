import { type Figure, isMet, type Part, placesOf, ratioOf, type Spread } from './part.js'

/** A part as Markdown: a line for each figure, then what was measured, where and when. */
export function tableOf(part: Part): string {
  return [
    `| what | ${part.ours} | ${part.theirs} | ratio | target | |`,
    '|---|--:|--:|--:|--:|---|',
    ...part.figures.map(row),
    '',
    captionOf(part),
    ...part.notes.flatMap((note) => ['', note]),
  ].join('\n')
}

/** When, where and with which versions a part was measured. */
export function captionOf({ date, machine, versions }: Part): string {
  return `${date}, ${machine}; ${versions}.`
}

/** A quantity for people: `1.92 MB`, `12.3 ms`, `19 687`. */
export function quantity(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'B':
      return `${(value / 1e6).toFixed(2)} MB`
    case '':
      return Math.round(value)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ' ')
    default:
      return `${digits(value)} ${unit}`
  }
}

function row(figure: Figure): string {
  const { name, unit, ours, theirs, target } = figure
  const met = isMet(figure)
  const cells = [
    name,
    cell(ours, unit),
    cell(theirs, unit),
    ratioOf(figure).toFixed(placesOf(figure)),
    target === undefined ? '' : `≤ ${target.toFixed(placesOf(figure))}`,
    met === undefined ? '' : met ? 'met' : '**missed**',
  ]
  return `| ${cells.join(' | ')} |`
}

function cell({ median, low, high, runs }: Spread, unit: Figure['unit']): string {
  const text = quantity(median, unit)
  const bare = (value: number) => quantity(value, unit).replace(/ [^ ]*$/, '')
  return runs === 1 ? text : `${text} (${bare(low)}–${bare(high)})`
}

/** Three significant digits, but no digit before the point is lost. */
function digits(value: number): string {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toFixed(places)
}
