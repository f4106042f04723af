// What is sent: the letter, the signed file, the page. Each is written down, with its hash, before it is anywhere else.
import { Failure } from '../../../../shared/contract/failure.ts'
import { recallFileEnding } from '../../../../shared/formats/recall.ts'
import { letterPage, letterText, recallLetter, type Letter } from '../../exporters/recall-letter.ts'
import { replacementLines, replacementPage, type ReplacementWords } from '../../exporters/replacement-page.ts'
import { requireFolderPath } from '../../files/places.ts'
import { safeName, within, type SafePath } from '../../files/safe-path.ts'
import type { Session } from '../../session.ts'
import { printsGiven } from '../../store/prints.ts'
import { insertStep, type KeptStep, type Recall } from '../../store/recalls.ts'
import { givenFile, leaveInFolder } from '../leave-in-folder.ts'
import { tellingOf } from './own-words.ts'
import { makeRecallFile } from './recall-file.ts'
import { chosenReplacement } from './shown.ts'
import { askedBack, begun, readStanding, stepNow, type Standing } from './state.ts'

export interface LetterWords {
  readonly disclosure: string
  readonly from: string
  readonly why: string
}

export interface Written extends Letter {
  readonly leftOut: ('title' | 'recipient')[]
  readonly tells: ('from' | 'why')[]
}

/** The letter as it would be. What it may not say of its own is left out; what somebody wrote into it is told of. */
export function letterFor(
  session: Session,
  standing: Standing,
  { from, why }: Omit<LetterWords, 'disclosure'>,
): Written {
  const { disclosure, passages, steps } = standing
  const { recipient, title, use, testimony } = disclosure
  const tellsOf = tellingOf(session, testimony, use)
  const asked = new Set(askedBack(standing))
  const leftOut = (['title', 'recipient'] as const).filter((part) => tellsOf(part === 'title' ? title : recipient.name))
  const letter = recallLetter({
    language: recipient.language,
    recipient: leftOut.includes('recipient') ? null : recipient.name,
    title: leftOut.includes('title') || title.trim() === '' ? null : title,
    reference: disclosure.excerpt,
    givenAt: disclosure.at,
    writtenAt: steps.findLast(({ kind }) => kind === 'begun')?.at ?? session.moment(),
    passages: disclosure.passages.length,
    asked: passages.filter(({ passage }) => asked.has(passage)),
    why: why.trim(),
    from: from.trim(),
  })
  const written = { from, why }
  return { ...letter, leftOut, tells: (['from', 'why'] as const).filter((part) => tellsOf(written[part])) }
}

/** Throws Failure wordsTell. */
function sayable(letter: Written): Written {
  if (letter.tells.length > 0) throw new Failure('wordsTell')
  return letter
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Writes down that the letter is printed, before it is. Throws Failure nothingOwed, wordsTell. */
export function printLetter(session: Session, words: LetterWords): void {
  const standing = readStanding(session, words.disclosure)
  session.save(['givenOut'], (archive) => {
    const { id } = begun(session, archive, standing, session.actor.name)
    const letter = bytesOf(letterText(sayable(letterFor(session, standing, words))))
    const files = [givenFile({ path: 'letter.txt', bytes: letter })]
    insertStep(archive, stepNow(session, id, { kind: 'letterPrinted', by: session.actor.name, files }))
  })
}

export type PaperPart = 'letter' | 'file' | 'replacement'

interface Paper {
  readonly kind: KeptStep['kind']
  readonly path: SafePath
  readonly bytes: Uint8Array
}

function papers(session: Session, standing: Standing, recall: Recall, words: LetterWords, parts: readonly PaperPart[]) {
  const { disclosure } = standing
  const made: Paper[] = []
  if (parts.includes('letter')) {
    const letter = sayable(letterFor(session, standing, words))
    made.push(
      { kind: 'letterSaved', path: safeName('letter', 'letter', '.txt'), bytes: bytesOf(letterText(letter)) },
      { kind: 'letterSaved', path: safeName('letter', 'letter', '.html'), bytes: bytesOf(letterPage(letter)) },
    )
  }
  if (parts.includes('file')) {
    const asked = new Set(askedBack(standing))
    const spans = printsGiven(session.database, disclosure.id).filter(({ passage }) => asked.has(passage))
    const text = makeRecallFile(session, disclosure, spans, recall.salt, recall.at)
    const name = safeName(disclosure.excerpt, 'recall', recallFileEnding)
    made.push({ kind: 'fileSaved', path: name, bytes: bytesOf(text) })
  }
  if (parts.includes('replacement')) {
    const { html: page } = replacementFor(session, standing)
    const name = within(safeName('page', 'page', ''), safeName('index', 'index', '.html'))
    made.push({ kind: 'replacementSaved', path: name, bytes: bytesOf(page) })
  }
  return made
}

/** The page that is put where hers was, and what stands on it; `wouldSay`: as it would be. Until she chooses, it is silent. Throws Failure wordsTell. */
export function replacementFor(session: Session, { disclosure }: Standing, wouldSay?: ReplacementWords) {
  const kept = chosenReplacement(session, disclosure.testimony)
  const chosen = wouldSay ?? kept ?? { says: 'silence', words: '', language: 'en' }
  // NOTE: asked again, since more may be taken out by now than when she wrote it.
  if (chosen.says === 'words' && tellingOf(session, disclosure.testimony, disclosure.use)(chosen.words))
    throw new Failure('wordsTell')
  const { language } = disclosure.recipient
  return { html: replacementPage(chosen, language), ...replacementLines(chosen, language) }
}

/**
 * Writes the parts into a new folder and gives its path. Its steps are kept before it has its name: killed at any point,
 * nothing lies there that is not written down.
 */
export async function savePapers(
  session: Session,
  words: LetterWords,
  parts: readonly PaperPart[],
  parentFolder: string,
  folderName: string,
): Promise<string> {
  const standing = readStanding(session, words.disclosure)
  const { disclosure } = standing
  const name = safeName(folderName, `recall-${disclosure.excerpt.slice(0, 8)}`, '')
  if (tellingOf(session, disclosure.testimony, disclosure.use)(name)) throw new Failure('folderNameTells')
  requireFolderPath(parentFolder)
  const by = session.actor.name
  const recall = session.save(['givenOut'], (archive) => begun(session, archive, standing, by))
  const made = papers(session, readStanding(session, words.disclosure), recall, words, parts)
  return leaveInFolder(session, parentFolder, name, made, (archive) => {
    for (const [kind, own] of Map.groupBy(made, (paper) => paper.kind))
      insertStep(archive, stepNow(session, recall.id, { kind, by, files: own.map(givenFile) }))
  })
}
