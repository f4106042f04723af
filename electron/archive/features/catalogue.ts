// A list of what is here, made from what each narrator allows, and written down before it leaves.
import type { catalogue as contract } from '../../../shared/contract/catalogue.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import {
  catalogueOf,
  nameIn,
  opensTo,
  type Catalogue,
  type CatalogueReach,
  type Listable,
  type ListableStory,
} from '../../../shared/domain/given-out/catalogue.ts'
import { listedAs } from '../../../shared/domain/given-out/existence.ts'
import { answersIn } from '../../../shared/domain/consent/lineage.ts'
import type { Excerpt } from '../../../shared/domain/excerpts/excerpt.ts'
import { mayBeNamed } from '../../../shared/domain/gate/gate.ts'
import { tellsWhatIsHidden } from '../../../shared/domain/gate/framing.ts'
import { nameFor } from '../../../shared/domain/names/names.ts'
import { refusedWordsIn } from '../../../shared/domain/words/refused-words.ts'
import { findAgain } from '../../../shared/domain/words/same-words.ts'
import type { RefusedWord } from '../../../shared/domain/story.ts'
import { catalogueFiles, cataloguePaper } from '../exporters/catalogue.ts'
import { catalogueLanguages, catalogueWordsFor } from '../exporters/catalogue/catalogue-words.ts'
import { safeName } from '../files/safe-path.ts'
import type { OpenSession, Session } from '../session.ts'
import { existenceSaid } from '../store/existence-said.ts'
import { readUses } from '../store/cards.ts'
import { insertCatalogue, listCatalogues, namedIn, type NamedPerson } from '../store/handed-over.ts'
import { whatCounts } from '../store/ledger.ts'
import { readMarks } from '../store/marks.ts'
import { readNarrator } from '../store/narrators.ts'
import { readStory } from '../store/stories.ts'
import { historyOf, reviewState, timesUsed } from './consent/index.ts'
import { leaveInFolder } from './leave-in-folder.ts'
import { shownPaper } from './receipt/shown-paper.ts'

/** A use that reaches exactly these people, so that what is hidden from them is asked about. */
const usesOf = { readers: 'readingRoom', anyone: 'website' } as const

/** How to ask whether words may be said to these people of the narrator of a testimony. */
function sayable(session: Session, testimony: string, reach: CatalogueReach): (words: string) => boolean {
  const story = readStory(session.database, testimony)
  const marks = readMarks(session.database, testimony)
  const excerpt: Excerpt = {
    id: '',
    testimony,
    use: usesOf[reach],
    recipient: { id: '', name: '', language: 'en' },
    passages: [],
    withSound: false,
    framing: { title: '', introduction: '', keywords: [], author: '', captions: [], about: [] },
  }
  const shown = { excerpt, story, marks }
  const nameAs = nameFor(story.narrator, reach)
  return (words) => mayBeNamed(words, shown) && !tellsWhatIsHidden(words, shown, nameAs)
}

/** NOTE: the whole of it: a yes to some passages is none to being listed with the story. */
function isOpen(session: Session, testimony: string, reach: CatalogueReach): boolean {
  const { database } = session
  const answer = answersIn(
    whatCounts(database, testimony),
    timesUsed(session, testimony),
    historyOf(session, testimony),
  )
  const moment = session.moment()
  return readUses(database).some(
    ({ use }) => opensTo(use, reach) && answer({ passage: '', use, recipient: '', moment }).open,
  )
}

/** Her stories; a title must be sayable of all of them, since the list may stand beside any. */
function listable(session: Session, narrator: string, reach: CatalogueReach): Listable {
  const { database } = session
  const testimonies = database
    .all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ? ORDER BY number', [narrator])
    .map(({ id }) => id)
  const her = readNarrator(database, narrator)
  const asks = testimonies.map((id) => sayable(session, id, reach))
  const maySay = (words: string) => asks.every((ask) => ask(words))
  return {
    narrator: { ...her, existence: listedAs(her.existence, existenceSaid(database, narrator)) },
    mayBeNamed: maySay,
    stories: testimonies.map((id): ListableStory => {
      const { title, titleBy, language } = readStory(database, id).testimony
      const { reviewedAt, coolingOffUntil } = reviewState(session, id)
      const isReady = reviewedAt !== null && (coolingOffUntil === null || coolingOffUntil <= session.moment())
      const isHers = titleBy === 'narrator' && title.trim() !== ''
      return { title: isHers && maySay(title) ? title : null, language, isOpen: isOpen(session, id, reach), isReady }
    }),
  }
}

/** `named`: whose names stand in it, for the register; never in what leaves. */
function listFor(session: Session, reach: CatalogueReach, wanted: string): Catalogue & { named: NamedPerson[] } {
  // NOTE: who is not even counted is not even read.
  const narrators = session.database.all<{ id: string }>("SELECT id FROM narrators WHERE existence <> 'notCounted'")
  const { language } = catalogueWordsFor(wanted)
  const people = narrators.map(({ id }) => listable(session, id, reach))
  const named = people.flatMap((person) => {
    const name = nameIn(person, reach)
    return name === null ? [] : [{ narrator: person.narrator.id, name }]
  })
  return { ...catalogueOf(people, reach, language), named }
}

/** Whether a folder's name says a name or a refused word of any narrator: it is seen without being opened. */
function nameTells({ database }: Session, folderName: string): boolean {
  const names = database.all<{ name: string }>("SELECT name FROM narrators WHERE trim(name) <> ''")
  const refused = database.all<RefusedWord>('SELECT word, instead FROM refused_words')
  return (
    names.some(({ name }) => findAgain(folderName, name).length > 0) || refusedWordsIn(folderName, refused).length > 0
  )
}

/** How to ask whether somebody would be named so in a list for these people now. */
function standingNow(session: Session): (reach: CatalogueReach, person: NamedPerson) => boolean {
  const lists = new Map<CatalogueReach, readonly NamedPerson[]>()
  return (reach, { narrator, name }) => {
    const named = lists.get(reach) ?? listFor(session, reach, 'en').named
    lists.set(reach, named)
    return named.some((one) => one.narrator === narrator && one.name === name)
  }
}

/** The lists that left and name her, newest first. */
export function listsNaming(session: Session, narrator: string) {
  const stands = standingNow(session)
  return listCatalogues(session.database).flatMap(({ id, reach, at }) =>
    namedIn(session.database, id)
      .filter((person) => person.narrator === narrator)
      .map((person) => ({ reach, at, name: person.name, stands: stands(reach, person) })),
  )
}

interface Waiting {
  readonly testimony: string
  readonly title: string
  readonly because: 'herWord' | 'review' | 'coolingOff'
  readonly until: string | null
}

/** Why a story is not in the list yet with a name, though what is set would put it there. */
function waitingFor(session: Session, reach: CatalogueReach): Waiting[] {
  const { database } = session
  const rows = database.all<{ id: string; narrator: string; title: string }>(
    "SELECT t.id, t.narrator, t.title FROM testimonies t JOIN narrators n ON n.id = t.narrator WHERE n.existence IN ('byName', 'byPseudonym') ORDER BY t.number",
  )
  return rows.flatMap(({ id: testimony, narrator, title }): Waiting[] => {
    const her = readNarrator(database, narrator)
    if ((nameFor(her, reach)?.trim() ?? '') === '' || !isOpen(session, testimony, reach)) return []
    const { reviewedAt, coolingOffUntil } = reviewState(session, testimony)
    const about = { testimony, title, until: null }
    if (listedAs(her.existence, existenceSaid(database, narrator)) !== her.existence)
      return [{ ...about, because: 'herWord' }]
    if (reviewedAt === null) return [{ ...about, because: 'review' }]
    if (coolingOffUntil === null || coolingOffUntil <= session.moment()) return []
    return [{ ...about, because: 'coolingOff', until: coolingOffUntil }]
  })
}

export function catalogueHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    preview({ reach, language }) {
      const session = open()
      const list = listFor(session, reach, language)
      return {
        paper: shownPaper(cataloguePaper(list, language)),
        languages: catalogueLanguages,
        waiting: waitingFor(session, reach),
      }
    },
    async save({ reach, language, parentFolder, folderName }) {
      const session = open()
      const name = safeName(folderName, 'list', '')
      if (nameTells(session, name)) throw new Failure('folderNameTells')
      const list = listFor(session, reach, language)
      const files = catalogueFiles(list, reach, language)
      const folder = await leaveInFolder(session, parentFolder, name, files, (archive, kept) =>
        insertCatalogue(archive, {
          id: session.newId(),
          reach,
          language: catalogueWordsFor(language).language,
          files: kept,
          at: session.moment(),
          by: session.actor.name,
          people: list.named,
        }),
      )
      return { folder }
    },
    before() {
      const session = open()
      const stands = standingNow(session)
      const rows = listCatalogues(session.database)
      return {
        catalogues: rows.map(({ id, files, ...row }) => {
          const over = namedIn(session.database, id).filter((person) => !stands(row.reach, person))
          return { ...row, files: [...files], over: over.map(({ name }) => name) }
        }),
      }
    },
    naming: ({ narrator }) => ({ lists: listsNaming(open(), narrator) }),
  }
}
