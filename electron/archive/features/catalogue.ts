// A list of what is here, made from what each narrator allows, and written down before it leaves.
import type { catalogue as contract } from '../../../shared/contract/catalogue.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import {
  catalogueOf,
  opensTo,
  type Catalogue,
  type CatalogueReach,
  type Listable,
  type ListableStory,
} from '../../../shared/domain/given-out/catalogue.ts'
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
import { readUses } from '../store/cards.ts'
import { insertCatalogue, listCatalogues } from '../store/handed-over.ts'
import { whatCounts } from '../store/ledger.ts'
import { readMarks } from '../store/marks.ts'
import { readNarrator, readStory } from '../store/stories.ts'
import { historyOf, timesUsed } from './consent/index.ts'
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
  const asks = testimonies.map((id) => sayable(session, id, reach))
  const maySay = (words: string) => asks.every((ask) => ask(words))
  return {
    narrator: readNarrator(database, narrator),
    mayBeNamed: maySay,
    stories: testimonies.map((id): ListableStory => {
      const { title, titleBy, language } = readStory(database, id).testimony
      const isHers = titleBy === 'narrator' && title.trim() !== ''
      return { title: isHers && maySay(title) ? title : null, language, isOpen: isOpen(session, id, reach) }
    }),
  }
}

function listFor(session: Session, reach: CatalogueReach, wanted: string): Catalogue {
  // NOTE: who is not even counted is not even read.
  const narrators = session.database.all<{ id: string }>("SELECT id FROM narrators WHERE existence <> 'notCounted'")
  const { language } = catalogueWordsFor(wanted)
  return catalogueOf(
    narrators.map(({ id }) => listable(session, id, reach)),
    reach,
    language,
  )
}

/** Whether a folder's name says a name or a refused word of any narrator: it is seen without being opened. */
function nameTells({ database }: Session, folderName: string): boolean {
  const names = database.all<{ name: string }>("SELECT name FROM narrators WHERE trim(name) <> ''")
  const refused = database.all<RefusedWord>('SELECT word, instead FROM refused_words')
  return (
    names.some(({ name }) => findAgain(folderName, name).length > 0) || refusedWordsIn(folderName, refused).length > 0
  )
}

export function catalogueHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    preview({ reach, language }) {
      const list = listFor(open(), reach, language)
      return { paper: shownPaper(cataloguePaper(list, language)), languages: catalogueLanguages }
    },
    async save({ reach, language, parentFolder, folderName }) {
      const session = open()
      const name = safeName(folderName, 'list', '')
      if (nameTells(session, name)) throw new Failure('folderNameTells')
      const files = catalogueFiles(listFor(session, reach, language), reach, language)
      const folder = await leaveInFolder(session, parentFolder, name, files, (archive, kept) =>
        insertCatalogue(archive, {
          id: session.newId(),
          reach,
          language: catalogueWordsFor(language).language,
          files: kept,
          at: session.moment(),
          by: session.actor.name,
        }),
      )
      return { folder }
    },
    before() {
      const rows = listCatalogues(open().database)
      return { catalogues: rows.map(({ id: _id, files, ...row }) => ({ ...row, files: [...files] })) }
    },
  }
}
