// Recall: what is owed for what was given out, what is sent for it, and what is heard back.
import type { recall as contract } from '../../../../shared/contract/recall.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenSession, Session } from '../../session.ts'
import { insertStep } from '../../store/recalls.ts'
import { listDisclosures } from '../../store/register.ts'
import { keepDecision } from '../consent/index.ts'
import { closedInAll } from './closed.ts'
import { lookHere } from './held-here.ts'
import { lift, shownListed } from './listed.ts'
import { tellingOf } from './own-words.ts'
import { letterFor, printLetter, replacementFor, savePapers } from './papers.ts'
import { chosenReplacement, details, shownSteps } from './shown.ts'
import { begun, firstDay, readStanding, standingOf, stepNow, today } from './state.ts'
import { callBackAfterAll, takeBack } from './take-back.ts'

/** The register's rows; in her session those that are hers. */
function rowsFor({ actor, database }: Session) {
  const rows = listDisclosures(database)
  if (actor.role === 'archivist') return rows
  // NOTE: a story that was erased is nobody's any more.
  const hers = database.all<{ id: string }>('SELECT id FROM testimonies WHERE narrator = ?', [actor.narrator])
  const own = new Set(hers.map(({ id }) => id))
  return rows.filter(({ testimony }) => own.has(testimony))
}

export function recallHandlers(open: OpenSession): Handlers<typeof contract> {
  const shown = (session: Session, disclosure: string) => details(session, readStanding(session, disclosure))
  return {
    list() {
      const session = open()
      const rows = rowsFor(session)
      const closedIn = closedInAll(session, rows)
      return {
        recalls: rows.flatMap((row) => {
          const closed = closedIn.get(row.id)
          if (closed === undefined) return []
          const standing = standingOf(session, row, closed)
          return {
            disclosure: row.id,
            state: standing.state,
            closed: standing.closed.length,
            ended: standing.ended.length,
            last: shownSteps(standing).findLast(({ kind }) => kind === standing.state) ?? null,
          }
        }),
      }
    },
    read: ({ disclosure }) => shown(open(), disclosure),
    takeBack: (asked) => ({ owed: takeBack(open(), asked) }),
    chooseReplacement({ testimony, evidence, says, words, language }) {
      const session = open()
      const said = says === 'words' ? words.trim() : ''
      if (says === 'words' && said === '') throw new Failure('badInput')
      // The page may be put where anybody reads it.
      if (tellingOf(session, testimony, 'website')(said)) throw new Failure('wordsTell')
      keepDecision(session, { kind: 'replacement', testimony, says, words: said, language }, evidence)
      return { replacement: chosenReplacement(session, testimony) ?? { says, words: said, language } }
    },
    replacementPage({ disclosure, chosen }) {
      const session = open()
      return replacementFor(session, readStanding(session, disclosure), chosen)
    },
    begin({ disclosure, evidence }) {
      const session = open()
      if (evidence !== undefined) {
        callBackAfterAll(session, disclosure, evidence)
        return shown(session, disclosure)
      }
      const standing = readStanding(session, disclosure)
      session.save(['givenOut'], (archive) => begun(session, archive, standing, session.actor.name))
      return shown(session, disclosure)
    },
    letter({ disclosure, ...words }) {
      const session = open()
      const { blocks, ...letter } = letterFor(session, readStanding(session, disclosure), words)
      return {
        ...letter,
        blocks: blocks.map((block) => {
          if (block.kind === 'list') return { ...block, items: [...block.items] }
          if (block.kind === 'words') return block
          return { ...block, facts: block.facts.map(([name, value]): [string, string] => [name, value]) }
        }),
      }
    },
    printed(words) {
      const session = open()
      printLetter(session, words)
      return shown(session, words.disclosure)
    },
    async save({ parts, parentFolder, folderName, ...words }) {
      const session = open()
      const folder = await savePapers(session, words, parts, parentFolder, folderName)
      return { folder, details: shown(session, words.disclosure) }
    },
    step({ disclosure, kind, on, note }) {
      const session = open()
      // NOTE: by the clock on the wall it may be tomorrow already.
      const tomorrow = new Date(Date.parse(today(session)) + 86_400_000).toISOString().slice(0, 10)
      if (on > tomorrow) throw new Failure('badInput')
      const standing = readStanding(session, disclosure)
      const by = session.actor.name
      session.save(['givenOut'], (archive) => {
        const { id } = begun(session, archive, standing, by)
        if (on < firstDay(session, standing)) throw new Failure('beforeTakenBack')
        insertStep(archive, stepNow(session, id, { kind, on, note: note.trim(), by }))
      })
      return shown(session, disclosure)
    },
    listed: () => ({ listed: shownListed(open()) }),
    lookHere: ({ listed }, signal) => lookHere(open(), listed, signal),
    lift({ what, lifted, note }) {
      lift(open(), what, lifted, note)
      return {}
    },
  }
}
