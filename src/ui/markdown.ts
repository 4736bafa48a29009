import MarkdownIt from 'markdown-it'

/** Raw HTML in a text is shown as text, never run. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

/**
 * Turns a long text of the pack into HTML.
 *
 * @param source Markdown; its top heading should be level 2, since the page has its own level 1
 */
export function renderMarkdown(source: string): string {
  return markdown.render(source)
}
