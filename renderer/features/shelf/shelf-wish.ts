// What somebody wants to see on the shelf. Kept while the archive is open, so that coming back from a story finds it.
import type { z } from 'zod'
import type { shelf, shelfCard } from '../../../shared/contract/shelf.ts'

export type ShelfCardData = z.output<typeof shelfCard>
type Asked = z.input<typeof shelf.list.input>

export type ShelfWish = Pick<Asked, 'words' | 'language' | 'label' | 'state' | 'order'>
export type ShelfLook = 'cards' | 'list'

export const wholeShelf: ShelfWish = { words: '', language: '', label: '', state: 'all', order: 'newest' }

/** True where something is left out; the order leaves nothing out. */
export function isFiltered(wish: ShelfWish): boolean {
  return wish.words.trim() !== '' || wish.language !== '' || wish.label !== '' || wish.state !== 'all'
}
