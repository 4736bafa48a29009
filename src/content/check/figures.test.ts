import { expect, test } from 'vitest'
import { contentMessages } from '../messages.ts'
import { checkFigure } from './figures.ts'
import { Reporter } from './reporter.ts'

function problemsOf(svg: string, language = 'en') {
  const report = new Reporter(contentMessages.en)
  checkFigure(
    { name: 'box', language, source: { file: 'box.svg', value: svg, line: () => 1, id: () => 'item' } },
    report,
  )
  return report.problems.map(({ what }) => what)
}

const drawing = (inside: string, attributes = 'viewBox="0 0 640 360"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><title>A box</title>${inside}</svg>`

test('a plain drawing is accepted, with its own gradients, symbols and styles', () => {
  const svg = drawing(`
    <style>.line { stroke: #1f5a4a; fill: url(#wash) }</style>
    <defs><linearGradient id="wash"><stop offset="0" stop-color="#fff"/></linearGradient><symbol id="dot"><circle r="2"/></symbol></defs>
    <use href="#dot" x="3"/><rect width="10" height="10" fill="url(#wash)"/><text font-family="system-ui, sans-serif">Box</text>`)
  expect(problemsOf(svg)).toEqual([])
  expect(problemsOf(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`)).toEqual([])
})

test.each<[string, string, string]>([
  ['a script', drawing('<script>alert(1)</script>'), 'a drawing may not hold <script>'],
  ['an event handler', drawing('<rect onload="alert(1)"/>'), 'a drawing may not run anything: onload'],
  ['an event handler in capitals', drawing('<rect onClick="alert(1)"/>'), 'a drawing may not run anything: onClick'],
  ['a page inside', drawing('<foreignObject><p>x</p></foreignObject>'), 'a drawing may not hold <foreignObject>'],
  ['a picture', drawing('<image href="data:image/png;base64,AA"/>'), 'a drawing may not hold <image>'],
  ['a link', drawing('<a href="https://example.org"><rect/></a>'), 'a drawing may not hold <a>'],
  ['an animation', drawing('<set attributeName="href" to="javascript:alert(1)"/>'), 'a drawing may not hold <set>'],
  [
    'a part from elsewhere',
    drawing('<use href="https://example.org/a.svg#b"/>'),
    'a drawing may not reach outside itself',
  ],
  [
    'a part from elsewhere, old spelling',
    drawing('<use xlink:href="//example.org/a.svg#b"/>'),
    'a drawing may not reach outside itself',
  ],
  ['a hidden scheme', drawing('<use href=" java&#10;script:alert(1)"/>'), 'a drawing may not reach outside itself'],
  [
    'a fill from elsewhere',
    drawing('<rect fill="url(https://example.org/a.svg#b)"/>'),
    'a drawing may not reach outside itself',
  ],
  [
    'a style attribute that loads',
    drawing('<rect style="background: url(//example.org/x)"/>'),
    'a drawing may not reach outside itself',
  ],
  ['an imported style sheet', drawing('<style>@import "a.css";</style>'), 'a drawing may not reach outside itself'],
  [
    'an import in a marked section',
    drawing('<style><![CDATA[@import "a.css";]]></style>'),
    'a drawing may not reach outside itself',
  ],
  [
    'a script under another name',
    drawing('<svg:script xmlns:svg="http://www.w3.org/2000/svg">1</svg:script>'),
    'a drawing may not hold <svg:script>',
  ],
  ['a style in escapes', drawing('<style>.a { fill: \\75rl(x) }</style>'), 'a drawing may not reach outside itself'],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('')}`, 'the drawing declares a document type'],
  ['a style sheet beside', `<?xml-stylesheet href="a.css"?>${drawing('')}`, 'the drawing declares a document type'],
  ['no view box', drawing('', 'width="10"'), 'the drawing has no view box'],
  ['no title', '<svg viewBox="0 0 1 1"><rect/></svg>', 'the drawing has no title'],
  ['an empty title', '<svg viewBox="0 0 1 1"><title> </title></svg>', 'the drawing has no title'],
  ['a broken drawing', '<svg viewBox="0 0 1 1"><title>A</title><g></svg>', 'cannot be read as SVG'],
  ['something else', '<html><title>A</title></html>', 'is not one SVG drawing'],
  ['no drawing at all', 'four signs', 'cannot be read as SVG'],
  ['a straight apostrophe', drawing("<text>the book's spine</text>"), 'a straight apostrophe'],
])('%s is found', (_, svg, what) => {
  expect(problemsOf(svg)).toContainEqual(expect.stringContaining(what))
})

test('French words in a drawing keep French typography', () => {
  expect(problemsOf(drawing('<text>Prêts ?</text>'), 'fr')).toEqual(['French has no space before ? ! ;'])
})

test('a very long drawing is a note', () => {
  expect(problemsOf(drawing('<rect/>'.repeat(9000)))).toEqual([
    expect.stringMatching(/^the drawing has \d+ characters$/),
  ])
})
