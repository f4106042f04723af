// The disclosure register as rows, and the exports that are on their way.
import type { Recipient } from '../../../shared/domain/excerpts/excerpt.ts'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface GivenFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

export interface Disclosure {
  readonly id: string
  readonly sequence: number
  readonly at: string
  readonly by: string
  readonly excerpt: string
  readonly testimony: string
  readonly title: string
  readonly use: UseName
  readonly recipient: Recipient
  readonly revision: number
  readonly contentHash: string
  readonly signOff: string
  readonly folderName: string
  readonly passages: readonly string[]
  readonly redactions: readonly string[]
  readonly consentEntries: readonly string[]
  readonly files: readonly GivenFile[]
}

interface DisclosureRow {
  id: string
  sequence: number
  at: string
  by_whom: string
  excerpt: string
  testimony: string
  title: string
  use_name: UseName
  recipient: string
  recipient_name: string
  recipient_language: string
  revision: number
  content_sha256: string
  sign_off: string
  folder_name: string
  details: string
}

type Details = Pick<Disclosure, 'passages' | 'redactions' | 'consentEntries' | 'files'>

const columns =
  'id, sequence, at, by_whom, excerpt, testimony, title, use_name, recipient, recipient_name, recipient_language, revision, content_sha256, sign_off, folder_name, details'

function disclosureOf(row: DisclosureRow): Disclosure {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at,
    by: row.by_whom,
    excerpt: row.excerpt,
    testimony: row.testimony,
    title: row.title,
    use: row.use_name,
    recipient: { id: row.recipient, name: row.recipient_name, language: row.recipient_language },
    revision: row.revision,
    contentHash: row.content_sha256,
    signOff: row.sign_off,
    folderName: row.folder_name,
    ...(JSON.parse(row.details) as Details),
  }
}

export function listDisclosures(archive: ReadableArchive): Disclosure[] {
  return archive.all<DisclosureRow>(`SELECT ${columns} FROM disclosures ORDER BY sequence DESC`).map(disclosureOf)
}

export function disclosuresOf(archive: ReadableArchive, testimony: string): Disclosure[] {
  return archive
    .all<DisclosureRow>(`SELECT ${columns} FROM disclosures WHERE testimony = ? ORDER BY sequence`, [testimony])
    .map(disclosureOf)
}

export function nextDisclosureSequence(archive: ReadableArchive): number {
  return archive.get<{ next: number }>('SELECT coalesce(max(sequence), 0) + 1 AS next FROM disclosures')?.next ?? 1
}

export function insertDisclosure(archive: WritableArchive, disclosure: Disclosure): void {
  const { passages, redactions, consentEntries, files } = disclosure
  archive.run(`INSERT INTO disclosures (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    disclosure.id,
    disclosure.sequence,
    disclosure.at,
    disclosure.by,
    disclosure.excerpt,
    disclosure.testimony,
    disclosure.title,
    disclosure.use,
    disclosure.recipient.id,
    disclosure.recipient.name,
    disclosure.recipient.language,
    disclosure.revision,
    disclosure.contentHash,
    disclosure.signOff,
    disclosure.folderName,
    JSON.stringify({ passages, redactions, consentEntries, files }),
  ])
}
