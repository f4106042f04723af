// Excerpts on their way out: chosen, framed, checked, shown, signed off.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { excerpts as contract } from '../../../../shared/contract/excerpts.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { plainSound } from '../../../../shared/domain/sound/sound-as.ts'
import type { Caption, Excerpt } from '../../../../shared/domain/excerpts/excerpt.ts'
import { mirrorHash } from '../../../../shared/domain/mirror/mirror.ts'
import { sha256 } from '../../sha256.ts'
import type { OpenSession, Session } from '../../session.ts'
import {
  deleteExcerpt,
  excerptsOf,
  insertRecipient,
  listExcerpts,
  listRecipients,
  putExcerpt,
  readExcerpt,
  readRecipient,
  recipientsNamedBy,
  type KeptExcerpt,
} from '../../store/excerpts.ts'
import { narratorOf, readStory } from '../../store/stories.ts'
import { giveOut } from './give-out.ts'
import type { HeldFiles } from './held.ts'
import { signsHerself } from '../hers-to-decide.ts'
import { keepCompared } from '../mosaic/index.ts'
import { consider, fileList } from './prepared.ts'
import { signOffHandlers } from './sign-off.ts'

function shown({ framing: { author, captions, about, ...framing }, ...excerpt }: KeptExcerpt) {
  return { ...excerpt, framing: { ...framing, captions: [...captions], about: [...about], signed: author !== '' } }
}

/** Each by whoever wrote it: a caption that is as it was keeps its author. One for each passage, none without words. */
function captionsBy(author: string, before: readonly Caption[], captions: readonly Caption[]): Caption[] {
  const written = captions.filter(({ text }) => text.trim() !== '')
  return [...new Map(written.map((caption) => [caption.passage, caption])).values()].map(({ passage, text }) => {
    const same = before.find((old) => old.passage === passage && old.text === text)
    return same ?? { passage, text, author }
  })
}

/** In the order of the telling, each once; throws Failure notFound for a passage of another story. */
function inOrder(session: Session, testimony: string, passages: readonly string[]): string[] {
  const chosen = new Set(passages)
  const ordered = readStory(session.database, testimony)
    .passages.map(({ id }) => id)
    .filter((id) => chosen.has(id))
  if (ordered.length !== chosen.size) throw new Failure('notFound')
  return ordered
}

export function excerptsHandlers(open: OpenSession, held: HeldFiles): Handlers<typeof contract> {
  const keep = (session: Session, excerpt: Excerpt, createdAt: string) => {
    session.save(['excerpts'], (archive) => putExcerpt(archive, excerpt, createdAt))
    return shown(readExcerpt(session.database, excerpt.id))
  }
  return {
    recipients() {
      const { actor, database } = open()
      return {
        recipients: actor.role === 'narrator' ? recipientsNamedBy(database, actor.narrator) : listRecipients(database),
      }
    },
    addRecipient(words) {
      const session = open()
      const { actor } = session
      // NOTE: what she packs in her copy carries her answer, not the name of somebody whom nobody knows at home.
      if (actor.role === 'narrator' && actor.handedOverBy === null) throw new Failure('onlyArchivist')
      const recipient = { id: session.newId(), ...words }
      session.save(['excerpts'], (archive) => insertRecipient(archive, recipient))
      return recipient
    },
    list() {
      const { actor, database } = open()
      const excerpts = actor.role === 'narrator' ? excerptsOf(database, actor.narrator) : listExcerpts(database)
      return { excerpts: excerpts.map(shown) }
    },
    begin({ testimony, use, recipient, passages }) {
      const session = open()
      const excerpt: Excerpt = {
        id: session.newId(),
        testimony,
        use,
        recipient: readRecipient(session.database, recipient),
        passages: inOrder(session, testimony, passages),
        soundAs: plainSound,
        withSound: readStory(session.database, testimony).recordings.length > 0,
        framing: { title: '', introduction: '', keywords: [], captions: [], about: [], author: session.actor.name },
      }
      return keep(session, excerpt, session.moment())
    },
    read: ({ excerpt }) => shown(readExcerpt(open().database, excerpt)),
    change({ excerpt: id, recipient, passages, framing: { signed, ...framing }, ...changes }) {
      const session = open()
      const before = readExcerpt(session.database, id)
      // What has left stays as it was when it left; another excerpt is begun for another.
      if (before.givenOutAt !== null) throw new Failure('changedMeanwhile')
      const excerpt: Excerpt = {
        ...before,
        ...changes,
        recipient: readRecipient(session.database, recipient),
        passages: inOrder(session, before.testimony, passages),
        framing: {
          ...framing,
          captions: captionsBy(session.actor.name, before.framing.captions, framing.captions),
          author: signed ? session.actor.name : '',
        },
      }
      return keep(session, excerpt, before.createdAt)
    },
    remove({ excerpt }) {
      open().save(['excerpts'], (archive) => deleteExcerpt(archive, excerpt))
      return {}
    },
    check({ excerpt }) {
      const session = open()
      const { answer, prepared, soundWanted, line, excerpt: kept } = consider(session, excerpt)
      return {
        reasons: answer.open ? [] : [...answer.reasons],
        prepared: prepared?.contentHash ?? null,
        soundWanted,
        herLine: line,
        signsHerself: signsHerself(session, kept.testimony),
      }
    },
    async prepare({ excerpt }, signal) {
      await keepCompared(open, excerpt, signal)
      const session = open()
      const { prepared, soundWanted, mirror, excerpt: kept } = consider(session, excerpt)
      if (prepared === null) throw new Failure(soundWanted ? 'soundNotReady' : 'notReleasable')
      const { sections, labels, ...mirrored } = mirror()
      return {
        held: held.hold(prepared, narratorOf(session.database, kept.testimony)),
        contentHash: prepared.contentHash,
        files: fileList(prepared),
        mirror: { ...mirrored, sections: [...sections], labels: [...labels] },
        mirrorHash: mirrorHash(mirror(), sha256),
      }
    },
    ...signOffHandlers(open),
    giveOut: ({ excerpt, parentFolder, folderName }, signal) =>
      giveOut(open(), excerpt, parentFolder, folderName, signal),
  }
}
