// Bringing in: files handed over piece by piece, a preview to correct, then kept or forgotten.
import type { bringIn as contract } from '../../../../shared/contract/bring-in.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { matchByName } from '../../importers/match-by-name.ts'
import type { OpenSession, Session } from '../../session.ts'
import { isSourceKept } from '../../store/stories.ts'
import { Batch, HandedFile } from './batch.ts'
import { correctPassage, failureOf, itemOf, wordsOf, type Item } from './item.ts'
import { keepBatch } from './keep.ts'
import { recallOf } from './called-back.ts'
import { shownListed } from '../recall/listed.ts'
import { unhurried } from '../../unhurried.ts'

/**
 * Files that are not in an item yet get one, paired by name where nobody has paired them by hand. Gives those items.
 * NOTE: at one go: two that arrange in turns would make two items of a file.
 */
function arrange(session: Session, batch: Batch): Item[] {
  const items = [...batch.items.values()]
  const placed = new Set(items.flatMap(({ transcript, sound }) => [transcript, sound]))
  const fresh = [...batch.files.values()].filter(
    ({ id, closed, listed }) => closed && listed === null && !placed.has(id),
  )
  const made: Item[] = []
  if (fresh.length === 0) return made
  const alone = items.filter(({ transcript, sound }) => (transcript === null) !== (sound === null))
  const free = alone
    .flatMap(({ transcript, sound }) => batch.file(transcript ?? sound) ?? [])
    .filter(({ id }) => !batch.pairedByHand.has(id))
  const candidates = [...fresh, ...free]
  const unread = fresh.filter(({ failure }) => failure !== null)
  const pairs = matchByName(
    candidates.filter(({ failure }) => failure === null).map(({ id, name, kind }) => ({ id, name, kind })),
  )
  for (const { id, kind } of unread)
    pairs.push(kind === 'sound' ? { transcript: null, sound: id } : { transcript: id, sound: null })
  for (const { transcript, sound } of pairs) {
    const withText = alone.find((item) => transcript !== null && item.transcript === transcript)
    const withSound = alone.find((item) => sound !== null && item.sound === sound)
    if (withText !== undefined) withText.sound = sound
    if (withSound !== undefined && transcript !== null) batch.items.delete(withSound.id)
    if (withText !== undefined || (withSound !== undefined && transcript === null)) continue
    const item = itemOf(session.newId(), batch.file(transcript), batch.file(sound))
    item.keep &&= !isHere(session, batch, item)
    batch.items.set(item.id, item)
    made.push(item)
  }
  return made
}

/** One of its files has been kept before. */
function isHere(session: Session, batch: Batch, { transcript, sound }: Item): boolean {
  return [transcript, sound].some((id) => {
    const hash = batch.file(id)?.sha256 ?? ''
    return hash !== '' && isSourceKept(session.database, hash)
  })
}

function* preview(session: Session, batch: Batch, item: Item) {
  const transcript = batch.file(item.transcript)
  const sound = batch.file(item.sound)
  const recalledBy = yield* recallOf(session, batch, item)
  const words = item.speakers.map(() => 0)
  for (const turn of item.turns) words[turn.speaker] = (words[turn.speaker] ?? 0) + wordsOf(turn)
  return {
    item: item.id,
    transcriptName: transcript?.name ?? null,
    soundName: sound?.name ?? null,
    title: item.title,
    narratorName: item.narratorName,
    language: item.language,
    speakers: item.speakers.map((speaker, at) => ({
      ...speaker,
      words: words[at] ?? 0,
    })),
    turns: item.turns.length,
    passages: item.turns.reduce((sum, { passages }) => sum + passages.length, 0),
    words: item.turns.reduce((sum, turn) => sum + wordsOf(turn), 0),
    // A length that its file does not tell is 0.
    durationMs: sound?.sound?.durationMs || null,
    notices: [...(transcript?.transcript?.notices ?? []), ...(sound?.sound?.notices ?? [])],
    soundSays: [...(sound?.says ?? [])],
    failure: failureOf(transcript, sound) ?? (recalledBy === null ? null : 'calledBack'),
    recalledBy,
    alreadyHere: isHere(session, batch, item),
    keep: item.keep,
  }
}

export function bringInHandlers(open: OpenSession): Handlers<typeof contract> {
  const batches = new Map<string, Batch>()

  function begun(id: string): Batch {
    open()
    const batch = batches.get(id)
    if (batch === undefined) throw new Failure('notFound')
    return batch
  }
  function handed(batch: string, file: string): HandedFile {
    const found = begun(batch).files.get(file)
    if (found === undefined) throw new Failure('notFound')
    return found
  }
  function* everyItem(session: Session, batch: Batch) {
    const made = new Set(arrange(session, batch))
    const handed = new Set([...batch.files.values()].map(({ listed }) => listed))
    const lists = [...handed].some((listed) => listed !== null)
    const items = []
    for (const item of batch.items.values()) {
      if (made.has(item) && (yield* recallOf(session, batch, item)) !== null) item.keep = false
      items.push(yield* preview(session, batch, item))
      yield
    }
    return {
      items,
      recalls: lists ? shownListed(session).filter(({ id }) => handed.has(id)) : [],
    }
  }

  return {
    begin() {
      const session = open()
      const batch = new Batch(session.newId())
      batches.set(batch.id, batch)
      session.onClose(async () => {
        batches.delete(batch.id)
        await batch.forget(new Set())
      })
      return { batch: batch.id }
    },
    openFile({ batch, name }) {
      const file = new HandedFile(open(), name)
      begun(batch).files.set(file.id, file)
      return { file: file.id }
    },
    async append({ batch, file, bytes }) {
      await handed(batch, file).append(bytes)
      return {}
    },
    async closeFile({ batch, file }) {
      await handed(batch, file).close()
      return {}
    },
    async paste({ batch, text }) {
      const file = new HandedFile(open(), '')
      begun(batch).files.set(file.id, file)
      await file.append(new TextEncoder().encode(text))
      await file.close()
      return {}
    },
    preview: ({ batch }, signal) => unhurried(everyItem(open(), begun(batch)), signal),
    previewText: ({ batch, item }) => ({
      turns: begun(batch)
        .item(item)
        .turns.map(({ speaker, passages }) => ({
          speaker,
          passages: passages.map(({ text, startMs, endMs }) => ({ text, startMs, endMs })),
        })),
    }),
    correct({ batch: id, item: itemId, speakers, ...changes }, signal) {
      const batch = begun(id)
      const item = batch.item(itemId)
      if (speakers.length !== item.speakers.length) throw new Failure('badInput')
      Object.assign(item, {
        title: changes.title,
        narratorName: changes.narratorName,
        language: changes.language,
        keep: changes.keep,
        speakers,
      })
      return unhurried(preview(open(), batch, item), signal)
    },
    correctPassage({ batch: id, item: itemId, turn, passage, change }, signal) {
      const batch = begun(id)
      const item = batch.item(itemId)
      correctPassage(item, turn, passage, change)
      return unhurried(preview(open(), batch, item), signal)
    },
    match({ batch: id, transcript, sound }, signal) {
      const session = open()
      const batch = begun(id)
      const item = batch.item(transcript)
      if (item.transcript === null) throw new Failure('badInput')
      const own = item.sound
      const other = sound === null ? null : batch.item(sound)
      if (other !== null && (other.sound === null || other.transcript !== null)) throw new Failure('badInput')
      item.sound = other?.sound ?? null
      if (other !== null) batch.items.delete(other.id)
      if (own !== null && own !== item.sound) {
        const freed = itemOf(session.newId(), null, batch.file(own))
        batch.items.set(freed.id, freed)
      }
      for (const file of [item.transcript, item.sound, own]) if (file !== null) batch.pairedByHand.add(file)
      return unhurried(everyItem(session, batch), signal)
    },
    async *keep({ batch: id }, signal) {
      const session = open()
      const batch = begun(id)
      arrange(session, batch)
      yield* keepBatch(session, batch, signal, (file) => batch.files.delete(file))
    },
    async forget({ batch: id }) {
      const batch = begun(id)
      batches.delete(id)
      await batch.forget(new Set())
      return {}
    },
  }
}
