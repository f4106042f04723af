// A paper as it crosses to the window.
import type { Paper } from '../../exporters/receipt/paper.ts'

export function shownPaper({ blocks, ...paper }: Paper) {
  return {
    ...paper,
    blocks: blocks.map((block) => {
      if (block.kind === 'list') return { ...block, items: [...block.items] }
      if (block.kind !== 'table') return block
      return { ...block, columns: [...block.columns], rows: block.rows.map((row) => [...row]) }
    }),
  }
}
