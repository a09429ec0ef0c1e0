// A drawn picture as a file of its own: with its colours written in, on white, and with the words that must stand beside it.

const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'opacity',
]
const space = 'http://www.w3.org/2000/svg'
const [above, below, line] = [34, 12, 16]

/** `words`: title first, then unit, time, source; long ones are broken. */
export function svgFile(picture: SVGSVGElement, words: readonly string[]): string {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const drawn = [picture, ...picture.querySelectorAll('*')]
  for (const [n, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(drawn[n]!)
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look))
    element.removeAttribute('class')
  }
  const [width, height] = [picture.width.baseVal.value, picture.height.baseVal.value]
  const [title = '', ...rest] = words
  const lines = rest.flatMap((text) => broken(text, Math.floor(width / 6.4)))
  const whole = height + above + below + lines.length * line
  const inner = document.createElementNS(space, 'g')
  inner.setAttribute('transform', `translate(0 ${above})`)
  inner.append(...copy.childNodes)
  const white = document.createElementNS(space, 'rect')
  for (const [name, value] of [
    ['width', width],
    ['height', whole],
    ['fill', '#fff'],
  ] as const)
    white.setAttribute(name, String(value))
  copy.append(
    white,
    text(title, 20, 15, '600'),
    inner,
    ...lines.map((one, n) => text(one, above + height + below + n * line, 12, '400')),
  )
  copy.setAttribute('xmlns', space)
  copy.setAttribute('height', String(whole))
  copy.setAttribute('viewBox', `0 0 ${width} ${whole}`)
  copy.removeAttribute('aria-hidden')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

function text(words: string, y: number, size: number, weight: string): SVGTextElement {
  const element = document.createElementNS(space, 'text')
  for (const [name, value] of Object.entries({
    x: 8,
    y,
    'font-size': size,
    'font-weight': weight,
    'font-family': 'sans-serif',
    fill: '#222',
  }))
    element.setAttribute(name, String(value))
  element.textContent = words
  return element
}

function broken(words: string, longest: number): string[] {
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > longest && lines.at(-1)) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

export function saveSvg(picture: SVGSVGElement, words: readonly string[], name: string): void {
  const address = URL.createObjectURL(new Blob([svgFile(picture, words)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
