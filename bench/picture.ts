import { type Figure, type Part, ratioOf } from './part.js'
import { captionOf, quantity } from './table.js'

/** What the picture shows: figures by their ids, in two groups, each with a scale of its own. */
const GROUPS = [
  {
    title: 'Size',
    bars: [
      { id: 'zip', label: 'zip' },
      { id: 'unpacked', label: 'unpacked' },
    ],
  },
  {
    title: 'Time of import psycopg2',
    bars: [
      { id: 'import-cold-wall', label: 'cold' },
      { id: 'import-cold-ssl-wall', label: 'cold, ssl imported before' },
      { id: 'import-warm-cpu', label: 'warm' },
      { id: 'import-warm-ssl-cpu', label: 'warm, ssl imported before' },
    ],
  },
  {
    title: 'CPU time of connecting',
    bars: [
      { id: 'connect-cpu', label: 'TLS 1.3 and SCRAM' },
      { id: 'scram-cpu', label: 'SCRAM alone' },
    ],
  },
]

const TITLE = 'Size, import and connection beside psycopg2-binary'
const WIDTH = 760
const MARGIN = 20
const LABELS = 190
/** The longest bar leaves place for its value and the ratio. */
const LONGEST = 370
const BAR = 13
const STEP = 40

// Both themes bring their own background, so that no page can make the text unreadable.
const STYLE = `
    text { font: 13px -apple-system, BlinkMacSystemFont, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
    .title { font-size: 16px; font-weight: 600 }
    .group { font-weight: 600 }
    .small { font-size: 11px; fill: #59636e }
    .page { fill: #ffffff; stroke: #d1d9e0 }
    .ours { fill: #0969da }
    .theirs { fill: #afb8c1 }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .small { fill: #9198a1 }
      .page { fill: #0d1117; stroke: #3d444d }
      .ours { fill: #4493f8 }
      .theirs { fill: #656c76 }
    }`

/** Sizes, import and connection of a part as an SVG for the README. Two calls give the same text. */
export function pictureOf(part: Part): string {
  const drawn: string[] = []
  let y = 78
  for (const { title, bars } of GROUPS) {
    drawn.push(text(MARGIN, y, title, 'group'))
    const figures = bars.map(({ id }) => find(part, id))
    const scale = LONGEST / Math.max(...figures.flatMap(({ ours, theirs }) => [ours.median, theirs.median]))
    bars.forEach(({ label }, at) => {
      const figure = figures[at] ?? find(part, '')
      drawn.push(...pair(figure, label, y + 12 + at * STEP, scale))
    })
    y += bars.length * STEP + 38
  }
  for (const line of linesOf(part)) {
    drawn.push(text(MARGIN, y - 12, line, 'small'))
    y += 16
  }
  const height = y - 8
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `  <title>${escaped(TITLE)}</title>`,
    `  <desc>${escaped(altOf(part))}</desc>`,
    `  <style>${STYLE}\n  </style>`,
    `  <rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`,
    `  ${text(MARGIN, 32, TITLE, 'title')}`,
    `  ${rect(MARGIN, 43, 11, 11, 'ours')}${text(MARGIN + 17, 53, part.ours)}`,
    `  ${rect(MARGIN + 90, 43, 11, 11, 'theirs')}${text(MARGIN + 107, 53, part.theirs)}`,
    `  <text x="${WIDTH - MARGIN}" y="53" text-anchor="end">ratio</text>`,
    ...drawn.map((element) => `  ${element}`),
    '</svg>',
    '',
  ].join('\n')
}

/** What the picture says, in words, for those who do not see it. */
export function altOf(part: Part): string {
  const groups = GROUPS.map(({ title, bars }) => {
    const ratios = bars.map(({ id, label }) => `${label} ${ratioOf(find(part, id)).toFixed(2)}`)
    return `${title}: ${ratios.join('; ')}.`
  })
  return `Bars of ${part.ours} beside ${part.theirs}, as ratios of the two. ${groups.join(' ')}`
}

function pair(figure: Figure, label: string, y: number, scale: number): string[] {
  const left = MARGIN + LABELS
  const sides = (['ours', 'theirs'] as const).map((side, at) => {
    const { median } = figure[side]
    const width = Math.round(median * scale * 10) / 10
    const top = y + at * (BAR + 2)
    return `${rect(left, top, width, BAR, side)}${text(left + width + 6, top + 11, quantity(median, figure.unit))}`
  })
  return [
    text(MARGIN, y + BAR + 5, label),
    ...sides,
    `<text x="${WIDTH - MARGIN}" y="${y + BAR + 5}" class="group" text-anchor="end">${ratioOf(figure).toFixed(2)}</text>`,
  ]
}

/** The caption in lines that fit, broken at its commas and spaces. */
function linesOf(part: Part): string[] {
  const lines = ['']
  const kinds = 'Cold: the package not in the page cache, time on the clock. Warm: CPU time. Medians.'
  for (const word of `${kinds} ${captionOf(part)}`.split(' ')) {
    const last = lines.length - 1
    const longer = `${lines[last]} ${word}`.trim()
    if (longer.length <= 125) lines[last] = longer
    else lines.push(word)
  }
  return lines
}

function find(part: Part, id: string): Figure {
  const figure = part.figures.find((one) => one.id === id)
  if (figure === undefined) throw new Error(`The results have no figure ${id}`)
  return figure
}

function rect(x: number, y: number, width: number, height: number, name: string): string {
  return `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>`
}

function text(x: number, y: number, content: string, name?: string): string {
  return `<text x="${x}" y="${y}"${name === undefined ? '' : ` class="${name}"`}>${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
