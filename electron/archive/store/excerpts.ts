// Excerpts on their way out, and recipients.
import type { Caption, Excerpt, Recipient } from '../../../shared/domain/excerpts/excerpt.ts'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { plainSound, type SoundAs } from '../../../shared/domain/sound/sound-as.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface KeptExcerpt extends Excerpt {
  readonly testimonyTitle: string
  readonly createdAt: string
  readonly givenOutAt: string | null
}

interface ExcerptRow {
  id: string
  testimony: string
  testimony_title: string
  use_name: UseName
  recipient: string
  recipient_name: string
  recipient_language: string
  with_sound: 0 | 1
  title: string
  introduction: string
  keywords: string
  captions: string
  about: string
  author: string
  passages: string
  sound_as: string
  created_at: string
  given_out_at: string | null
}

const select = `SELECT e.id, e.testimony, t.title AS testimony_title, e.use_name, e.recipient, r.name AS recipient_name,
  r.language AS recipient_language, e.with_sound, e.title, e.introduction, e.keywords, e.captions, e.author, e.passages, e.sound_as, e.created_at,
  (SELECT json_group_array(j.value) FROM json_each(e.about) j JOIN words_about w ON w.id = j.value AND w.testimony = e.testimony) AS about,
  (SELECT max(at) FROM disclosures d WHERE d.excerpt = e.id) AS given_out_at
  FROM excerpts e JOIN recipients r ON r.id = e.recipient JOIN testimonies t ON t.id = e.testimony`

function excerptOf(row: ExcerptRow): KeptExcerpt {
  return {
    id: row.id,
    testimony: row.testimony,
    testimonyTitle: row.testimony_title,
    use: row.use_name,
    recipient: { id: row.recipient, name: row.recipient_name, language: row.recipient_language },
    passages: JSON.parse(row.passages) as string[],
    withSound: row.with_sound === 1,
    soundAs: JSON.parse(row.sound_as) as SoundAs,
    framing: {
      title: row.title,
      introduction: row.introduction,
      keywords: JSON.parse(row.keywords) as string[],
      captions: JSON.parse(row.captions) as Caption[],
      about: JSON.parse(row.about) as string[],
      author: row.author,
    },
    createdAt: row.created_at,
    givenOutAt: row.given_out_at,
  }
}

export function listExcerpts(archive: ReadableArchive): KeptExcerpt[] {
  return archive.all<ExcerptRow>(`${select} ORDER BY e.created_at DESC, e.id`).map(excerptOf)
}

/** Those of her stories. */
export function excerptsOf(archive: ReadableArchive, narrator: string): KeptExcerpt[] {
  return archive
    .all<ExcerptRow>(`${select} WHERE t.narrator = ? ORDER BY e.created_at DESC, e.id`, [narrator])
    .map(excerptOf)
}

/** Throws Failure notFound. */
export function readExcerpt(archive: ReadableArchive, id: string): KeptExcerpt {
  const row = archive.get<ExcerptRow>(`${select} WHERE e.id = ?`, [id])
  if (row === undefined) throw new Failure('notFound')
  return excerptOf(row)
}

export function putExcerpt(archive: WritableArchive, excerpt: Excerpt, createdAt: string): void {
  archive.run(
    `INSERT INTO excerpts (id, testimony, use_name, recipient, with_sound, title, introduction, keywords, captions, about, author, passages, sound_as, created_at)
     VALUES (:id, :testimony, :use, :recipient, :withSound, :title, :introduction, :keywords, :captions, :about, :author, :passages, :soundAs, :createdAt)
     ON CONFLICT (id) DO UPDATE SET use_name = :use, recipient = :recipient, with_sound = :withSound, title = :title,
       introduction = :introduction, keywords = :keywords, captions = :captions, about = :about, author = :author, passages = :passages,
       sound_as = :soundAs`,
    {
      id: excerpt.id,
      testimony: excerpt.testimony,
      use: excerpt.use,
      recipient: excerpt.recipient.id,
      withSound: excerpt.withSound ? 1 : 0,
      title: excerpt.framing.title,
      introduction: excerpt.framing.introduction,
      keywords: JSON.stringify(excerpt.framing.keywords),
      captions: JSON.stringify(excerpt.framing.captions),
      about: JSON.stringify(excerpt.framing.about),
      author: excerpt.framing.author,
      passages: JSON.stringify(excerpt.passages),
      soundAs: JSON.stringify(excerpt.soundAs ?? plainSound),
      createdAt,
    },
  )
}

export function deleteExcerpt(archive: WritableArchive, id: string): void {
  archive.run('DELETE FROM excerpts WHERE id = ?', [id])
}

export function listRecipients(archive: ReadableArchive): Recipient[] {
  return archive.all('SELECT id, name, language FROM recipients ORDER BY name, id')
}

/** Those whom she named in an answer, whatever became of it. */
export function recipientsNamedBy(archive: ReadableArchive, narrator: string): Recipient[] {
  return archive.all(
    `SELECT id, name, language FROM recipients WHERE id IN (
       SELECT j.value FROM ledger l, json_each(l.body, '$.conditions.recipients') j WHERE l.narrator = :narrator)
     ORDER BY name, id`,
    { narrator },
  )
}

/** Throws Failure notFound. */
export function readRecipient(archive: ReadableArchive, id: string): Recipient {
  const row = archive.get<Recipient>('SELECT id, name, language FROM recipients WHERE id = ?', [id])
  if (row === undefined) throw new Failure('notFound')
  return row
}

export function insertRecipient(archive: WritableArchive, recipient: Recipient): void {
  archive.run('INSERT INTO recipients (id, name, language) VALUES (?, ?, ?)', [
    recipient.id,
    recipient.name,
    recipient.language,
  ])
}
