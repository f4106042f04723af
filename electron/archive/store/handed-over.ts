// Receipts and lists of what is here that left, as rows. Triggers in the database itself keep them append-only.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import type { GivenFile } from './register.ts'

export interface HandedReceipt {
  readonly id: string
  readonly narrator: string
  readonly way: 'saved' | 'printed'
  readonly language: string
  readonly number: string
  readonly files: readonly GivenFile[]
  readonly at: string
  readonly by: string
}

export function insertReceipt(archive: WritableArchive, receipt: HandedReceipt): void {
  const { id, narrator, way, language, number, files, at, by } = receipt
  archive.run(
    'INSERT INTO receipts (id, narrator, way, language, number, files, at, by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [id, narrator, way, language, number, JSON.stringify(files), at, by],
  )
}

/** Oldest first. */
export function receiptsOf(
  archive: ReadableArchive,
  narrator: string,
): { at: string; way: 'saved' | 'printed'; number: string }[] {
  return archive.all('SELECT at, way, number FROM receipts WHERE narrator = ? ORDER BY at, id', [narrator])
}

export interface HandedCatalogue {
  readonly id: string
  readonly reach: 'readers' | 'anyone'
  readonly language: string
  readonly files: readonly GivenFile[]
  readonly at: string
  readonly by: string
}

/** Whose name stands in a list, and which. */
export interface NamedPerson {
  readonly narrator: string
  readonly name: string
}

export function insertCatalogue(
  archive: WritableArchive,
  { id, reach, language, files, at, by, people }: HandedCatalogue & { readonly people: readonly NamedPerson[] },
): void {
  archive.run('INSERT INTO catalogues (id, reach, language, files, at, by_whom) VALUES (?, ?, ?, ?, ?, ?)', [
    id,
    reach,
    language,
    JSON.stringify(files),
    at,
    by,
  ])
  for (const { narrator, name } of people)
    archive.run('INSERT INTO catalogue_people (catalogue, narrator, name) VALUES (?, ?, ?)', [id, narrator, name])
}

/** Newest first. */
export function listCatalogues(archive: ReadableArchive): HandedCatalogue[] {
  return archive
    .all<Omit<HandedCatalogue, 'files' | 'by'> & { files: string; by_whom: string }>(
      'SELECT id, reach, language, files, at, by_whom FROM catalogues ORDER BY at DESC, id',
    )
    .map(({ files, by_whom, ...row }) => ({ ...row, by: by_whom, files: JSON.parse(files) as GivenFile[] }))
}

/** Who is named in a list that left; nobody in those from before this was written down. */
export function namedIn(archive: ReadableArchive, catalogue: string): NamedPerson[] {
  return archive.all('SELECT narrator, name FROM catalogue_people WHERE catalogue = ? ORDER BY name, narrator', [
    catalogue,
  ])
}
