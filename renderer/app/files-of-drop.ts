// The files of a drop, those inside dropped folders too, in the order of their names.

/** NOTE: must be called within the drop event: the browser empties `dropped` right after it. */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const loose = [...dropped.files]
  const entries = [...dropped.items]
    .map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
    .filter((entry) => entry !== null)
  if (entries.every((entry) => !entry.isDirectory)) return loose
  return (await Promise.all(entries.map(filesUnder))).flat()
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    // NOTE: a reader hands out at most 100 entries at a time, and an empty list at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    inside.push(...some)
  }
  inside.sort((one, other) => one.name.localeCompare(other.name))
  const visible = inside.filter(({ name }) => !name.startsWith('.'))
  return (await Promise.all(visible.map(filesUnder))).flat()
}
