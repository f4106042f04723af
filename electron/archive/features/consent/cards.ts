// The uses she is asked about and the words she is asked in: added to, reworded, put in order, put away; nothing ever changed.
import type { cards as contract } from '../../../../shared/contract/cards.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { ownUseName, useOf, type UseName } from '../../../../shared/domain/consent/uses.ts'
import type { OpenSession, Session } from '../../session.ts'
import type { CardWords } from '../../starters.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import {
  insertCard,
  insertUse,
  isUseHere,
  nearestCard,
  newestCards,
  orderUses,
  readCard,
  readUses,
  retireUse,
  shownCard,
} from '../../store/cards.ts'
import { canonicalLanguage } from '../../../../shared/domain/languages/nearest-language.ts'

const concepts = ['consent', 'excerpts'] as const

/** Without spaces around. Throws Failure worstCaseMissing, cardUnfinished. */
function whole(words: CardWords): CardWords {
  const trimmed = {
    title: words.title.trim(),
    says: words.says.trim(),
    whoCouldSee: words.whoCouldSee.trim(),
    worstCase: words.worstCase.trim(),
  }
  // NOTE: dots and dashes are no words.
  const isSaid = (text: string) => /[\p{L}\p{N}]/u.test(text)
  if (!isSaid(trimmed.worstCase)) throw new Failure('worstCaseMissing')
  if (!Object.values(trimmed).every(isSaid)) throw new Failure('cardUnfinished')
  return trimmed
}

function newestIn(archive: ReadableArchive, use: UseName, tag: string) {
  const language = canonicalLanguage(tag)
  return newestCards(archive, use).find((card) => card.language === language)
}

/** Every use in order, named in this language or the nearest. */
export function usesNamed({ database }: Session, language: string) {
  return readUses(database).map(({ use, retiredAt }) => ({
    use,
    ...useOf(use),
    name: nearestCard(database, use, language)?.title ?? '',
    retired: retiredAt !== null,
  }))
}

/** The card of every use, in this language or the nearest. */
export function cardsIn({ database }: Session, language: string) {
  return readUses(database).flatMap(({ use }) => {
    const card = nearestCard(database, use, language)
    return card === null ? [] : [shownCard(card)]
  })
}

/** Every language that there is any card in, by its tag. */
export function cardLanguages({ database }: Session): string[] {
  const tags = readUses(database).flatMap(({ use }) => newestCards(database, use).map(({ language }) => language))
  return [...new Set(tags)].toSorted()
}

/** What was read has to be known, for ever. Throws Failure notFound. */
export function requireCard({ database }: Session, use: UseName, language: string, version: number): void {
  if (readCard(database, use, language, version) === null) throw new Failure('notFound')
}

export function cardsHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    list() {
      const { database } = open()
      return {
        uses: readUses(database).map(({ use, retiredAt }) => ({
          use,
          retiredAt,
          cards: newestCards(database, use).map(shownCard),
        })),
      }
    },
    addUse({ reach, namedRecipientOnly, language, words }) {
      const session = open()
      const use = ownUseName({ reach, namedRecipientOnly }, session.newId())
      const said = whole(words)
      return session.save(concepts, (archive) => {
        insertUse(archive, use)
        return insertCard(archive, { use, language, ...said, by: session.actor.name, at: session.moment() })
      })
    },
    reword({ use, language, after, words }) {
      const session = open()
      const said = whole(words)
      return session.save(concepts, (archive) => {
        if (!isUseHere(archive, use)) throw new Failure('notFound')
        if ((newestIn(archive, use, language)?.version ?? 0) !== after) throw new Failure('changedMeanwhile')
        return insertCard(archive, { use, language, ...said, by: session.actor.name, at: session.moment() })
      })
    },
    check({ use, language, after }) {
      const session = open()
      return session.save(concepts, (archive) => {
        const card = newestIn(archive, use, language)
        if (card === undefined) throw new Failure('notFound')
        if (card.version !== after) throw new Failure('changedMeanwhile')
        return insertCard(archive, { ...card, by: session.actor.name, at: session.moment() })
      })
    },
    retire({ use, on }) {
      const session = open()
      session.save(concepts, (archive) => {
        if (!isUseHere(archive, use)) throw new Failure('notFound')
        retireUse(archive, use, on ? session.moment() : null)
      })
      return {}
    },
    order({ uses }) {
      const session = open()
      session.save(concepts, (archive) => {
        const here = new Set(readUses(archive).map(({ use }) => use))
        if (uses.length !== here.size || new Set(uses).size !== here.size || !uses.every((use) => here.has(use)))
          throw new Failure('changedMeanwhile')
        orderUses(archive, uses)
      })
      return {}
    },
    version({ use, language, version }) {
      const card = readCard(open().database, use, language, version)
      return { card: card === null ? null : shownCard(card) }
    },
  }
}
