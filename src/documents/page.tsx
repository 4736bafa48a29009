import { Figure } from '../ui/parts.tsx'
import { type Block, type Cell, cellLines, type DocumentModel, type Rich, type TableBlock } from './model.ts'

/** A document as part of a page: the page's own title stands above it as the one heading of the first level. */
export function DocumentBlocks({ document }: { document: DocumentModel }) {
  const { overline, community, status, facts, blocks } = document
  return (
    <>
      <header class="document-head">
        <p class="quiet">{overline}</p>
        {community !== undefined && <p class="lead">{community}</p>}
        <p class="quiet">{[...(status === undefined ? [] : [status]), ...facts].join(' · ')}</p>
      </header>
      {blocks.map((block) => (
        <BlockPart block={block} document={document} />
      ))}
    </>
  )
}

function BlockPart({ block, document }: { block: Block; document: DocumentModel }) {
  switch (block.kind) {
    case 'heading': {
      if (block.level === 1) return <h2>{block.text}</h2>
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    }
    case 'paragraph':
      return (
        <p class={block.tone}>
          <Words text={block.text} />
        </p>
      )
    case 'bullets':
      return (
        <ul class={block.tone}>
          <Items items={block.items} />
        </ul>
      )
    case 'numbered':
      return (
        <ol>
          <Items items={block.items} />
        </ol>
      )
    case 'table':
      return <TablePart table={block} />
    case 'figure':
      return <Figure chart={block.chart} language={document.language} caption={block.caption} />
    case 'callout':
      return (
        <div class={block.tone === 'finding' ? 'note amber' : 'note'}>
          {block.title !== undefined && (
            <p>
              <strong>{block.title}</strong>
            </p>
          )}
          {block.lines.map((line) => (
            <p>
              <Words text={line} />
            </p>
          ))}
        </div>
      )
    case 'keyFigures':
      return (
        <ul class="key-figures">
          {block.figures.map(({ value, label }) => (
            <li>
              <strong>{value}</strong> {label}
            </li>
          ))}
        </ul>
      )
    case 'choices':
      return (
        <>
          {block.prompt !== undefined && (
            <p>
              <Words text={block.prompt} />
            </p>
          )}
          <ul>
            <Items items={block.options} />
          </ul>
        </>
      )
    case 'writing':
      return <p class="to-fill">{block.label}</p>
    case 'signatures':
      return (
        <ul class="signatures">
          {block.labels.map((label) => (
            <li>{label}</li>
          ))}
        </ul>
      )
    case 'pageBreak':
      return null
    case 'together':
      return (
        <>
          {block.blocks.map((inner) => (
            <BlockPart block={inner} document={document} />
          ))}
        </>
      )
  }
}

function Items({ items }: { items: readonly Rich[] }) {
  return (
    <>
      {items.map((item) => (
        <li>
          <Words text={item} />
        </li>
      ))}
    </>
  )
}

function Words({ text }: { text: Rich }) {
  if (typeof text === 'string') return <>{text}</>
  return (
    <>
      {text.map((run) => {
        if (typeof run === 'string') return run
        const said = run.language === undefined ? run.text : <span lang={run.language}>{run.text}</span>
        if (run.bold) return <strong>{said}</strong>
        return run.italic ? <em>{said}</em> : said
      })}
    </>
  )
}

function CellPart({ cell }: { cell: Cell }) {
  const lines = cellLines(cell)
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <Words text={line} />
        </>
      ))}
    </>
  )
}

/** Like a table of a page, with rows that head the rows below them. */
function TablePart({ table }: { table: TableBlock }) {
  const { caption, head, rows, figures = [] } = table
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th scope="col" class={figures.includes(column) ? 'figure' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [first = '', ...rest] = row
            if (rest.length === 0 && head.length > 1) {
              return (
                <tr>
                  <th scope="rowgroup" colspan={head.length} class="group">
                    <CellPart cell={first} />
                  </th>
                </tr>
              )
            }
            return (
              <tr>
                <th scope="row">
                  <CellPart cell={first} />
                </th>
                {rest.map((cell, index) => (
                  <td class={figures.includes(index + 1) ? 'figure' : undefined}>
                    <CellPart cell={cell} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
