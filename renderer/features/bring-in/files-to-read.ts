// A folder holds more than stories: what systems leave in it is passed over without a word.

const leftBySystems = new Set(['thumbs.db', 'desktop.ini', '__macosx'])

/** True for a file that a person meant; hidden files and folders and what systems leave behind are not. */
export function meantByPerson(file: File): boolean {
  const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath
  return path.split('/').every((part) => !part.startsWith('.') && !leftBySystems.has(part.toLowerCase()))
}
