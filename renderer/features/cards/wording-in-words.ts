// Which wording of a card it is, whose, and since when.
import type { Say } from '../../words/say.tsx'
import type { WordedCard } from './card-shapes.ts'

export function wordingInWords(say: Say, { version, by, at }: WordedCard): string {
  return at === null
    ? say('cards.wording.program', { version })
    : say('cards.wording.by', { version, by, date: say.date(at) })
}
