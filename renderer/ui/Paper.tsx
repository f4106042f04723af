// One thing after another as on paper: headings, sentences, lists and tables; the same as the page that is saved.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { directionOf } from '../../shared/domain/languages/direction.ts'
import styles from './Paper.module.css'

export type PaperShape = Awaited<ReturnType<ArchiveClient['receipt']['read']>>['paper']
type PaperBlock = PaperShape['blocks'][number]

const inLanguage = (language: string | null) =>
  language === null ? ({ dir: 'auto' } as const) : { lang: language, dir: directionOf(language) }

interface PaperProps {
  readonly paper: PaperShape
  readonly name: string
  /** It is what is printed, alone. */
  readonly isPrinted: boolean
}

export function Paper({ paper, name, isPrinted }: PaperProps) {
  return (
    <article
      className={styles.paper}
      lang={paper.language}
      dir={paper.direction}
      aria-label={name}
      data-print-sheet={isPrinted ? '' : undefined}
      data-testid="paper"
    >
      <h3 className={styles.title}>{paper.title}</h3>
      {paper.blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </article>
  )
}

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === 'heading') {
    const Heading = block.level === 2 ? 'h4' : 'h5'
    return (
      <Heading className={block.level === 2 ? styles.story : styles.head} {...inLanguage(block.language)}>
        {block.text}
      </Heading>
    )
  }
  if (block.kind === 'words') return <p {...inLanguage(block.language)}>{block.text}</p>
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    )
  if (block.kind === 'number')
    return (
      <p className={styles.number}>
        {block.label} <code dir="ltr">{block.number}</code>
      </p>
    )
  return <Rows {...block} />
}

/** NOTE: roles are said, because a narrow window lays the rows out as blocks and some readers then forget the table. */
function Rows({ caption, columns, rows }: Extract<PaperBlock, { kind: 'table' }>) {
  return (
    <table className={styles.table} role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, at) => (
          <tr key={at} role="row">
            {row.map(({ text, language }, column) =>
              column === 0 ? (
                <th key={column} scope="row" role="rowheader" {...inLanguage(language)}>
                  {text}
                </th>
              ) : (
                <td key={column} role="cell" data-column={columns[column]} {...inLanguage(language)}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
