import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

const places = {
  figure: (name: string) => (name === 'box' ? '/en/catalogue/course/figures/box.svg' : undefined),
  item: (id: string) => `/en/catalogue/${id}`,
  component: (domain: string, component: string) => `/en/framework/${domain}/${component}`,
}

describe('what a text shows', () => {
  test('headings have ids of their words, numbered when they repeat, and move with the page', () => {
    expect(renderMarkdown('## Où sont-elles?\n\n## Où sont-elles?\n')).toBe(
      '<h2 id="text-ou-sont-elles">Où sont-elles?</h2>\n<h2 id="text-ou-sont-elles-2">Où sont-elles?</h2>\n',
    )
    expect(renderMarkdown('## A\n\n### B\n', { headingLevel: 3, idPrefix: 'one-' })).toBe(
      '<h3 id="one-a">A</h3>\n<h4 id="one-b">B</h4>\n',
    )
    expect(renderMarkdown('# A\n\n###### B', { headingLevel: 5 })).toContain('<h4 id="text-a">A</h4>\n<h6 id="text-b">')
  })

  test('a drawing alone in its paragraph is a figure with its words and caption', () => {
    expect(renderMarkdown('![A *box*](figure:box "Cap & tion")', places)).toMatch(
      /^<figure><img src="\/en\/catalogue\/course\/figures\/box\.svg" alt="A box" loading="lazy" decoding="async" \/><figcaption>\s*Cap &amp; tion<\/figcaption>\s*<\/figure>\s*$/,
    )
    expect(renderMarkdown('See ![A box](figure:box) here', places)).toMatch(/^<p>See <img [^>]+> here<\/p>\n$/)
  })

  test('a drawing may come as a data address of SVG, of nothing else', () => {
    const as = (address: string) => renderMarkdown('![A box](figure:box)', { figure: () => address })
    expect(as('data:image/svg+xml;base64,PHN2Zy8+')).toContain('src="data:image/svg+xml;base64,PHN2Zy8+"')
    expect(as('data:text/html,<script>alert(1)</script>')).not.toContain('data:')
    expect(as('https://example.org/a.svg')).not.toContain('example.org')
  })

  test('a drawing that is not there, or comes from elsewhere, is its words', () => {
    expect(renderMarkdown('![A box](figure:other)', places)).toBe('<p>A box</p>\n')
    expect(renderMarkdown('![A shelf](https://example.org/a.png)', places)).toBe('<p>A shelf</p>\n')
    expect(renderMarkdown('![A box](figure:box)')).toBe('<p>A box</p>\n')
  })

  test('a table stands in its own named region, with headers', () => {
    const html = renderMarkdown('| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| A | B |\n| --- | --- |\n| 3 | 4 |\n')
    expect(html).toContain('<section class="scroll" tabindex="0" aria-label="A, B">\n<table>')
    expect(html).toContain('aria-label="A, B 2"')
    expect(html).toContain('<th scope="col">A</th>')
    expect(html).toContain('</table>\n</section>')
  })

  test('own links lead where the page says, outside links tell nothing of the page', () => {
    expect(renderMarkdown('[a](item:guide)', places)).toBe('<p><a href="/en/catalogue/guide">a</a></p>\n')
    expect(renderMarkdown('[a](component:shelves/care)', places)).toContain('href="/en/framework/shelves/care"')
    expect(renderMarkdown('[a](https://example.org)')).toContain(
      '<a href="https://example.org" rel="noopener noreferrer">a</a>',
    )
    expect(renderMarkdown('[a](item:guide)')).toBe('<p><span>a</span></p>\n')
    expect(renderMarkdown('[a](#part) [b](mailto:a@example.org)')).toBe(
      '<p><a href="#part">a</a> <a href="mailto:a@example.org">b</a></p>\n',
    )
  })
})

describe('hostile texts', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    'a <b onclick="alert(1)">b</b>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#115;cript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:msgbox)',
    '[a](file:///etc/passwd)',
    '[a](//example.org)',
    '[a](/en/sign-out)',
    '![a](javascript:alert(1))',
    '![a](data:image/svg+xml,<svg onload=alert(1)>)',
    '![a" onerror="alert(1)](figure:box)',
    '![a](figure:box "c\\" onload=\\"alert(1)")',
    '[a](item:x"onclick="alert(1))',
    '<https://example.org/"onclick="alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '```html\n<script>alert(1)</script>\n```',
    '| <script> |\n| --- |\n| <img src=x onerror=alert(1)> |',
    '## <script>alert(1)</script>',
    '<style>body { display: none }</style>',
    '<form action="https://example.org"><input name="a"></form>',
    '<a href="https://example.org" target="_blank">a</a>',
  ])('%s runs nothing and reaches nothing', (source) => {
    const html = renderMarkdown(source, places)
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<\/?(script|style|iframe|svg|form|input|object|embed|b)\b/i)
      // What stands between quotation marks is a value, never an attribute.
      expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=|\sstyle=|\starget=/i)
      expect(tag).not.toMatch(/(href|src)="\s*(javascript|vbscript|file|data):/i)
      expect(tag).not.toMatch(/href="\/(\/|en\/sign-out)/)
    }
  })

  test('a name that carries an attribute cannot leave its place', () => {
    const html = renderMarkdown('![a](figure:box)', { figure: () => '/x" onload="alert(1)' })
    expect(html).toContain('src="/x&quot; onload=&quot;alert(1)"')
  })
})
