// Whether a folder lies inside a drive that copies itself to somebody else's machine.
import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

const byName: ReadonlyArray<readonly [name: string, folder: RegExp]> = [
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['OneDrive', /^onedrive( ?- ?.+)?$/i],
  ['Google Drive', /^(google ?drive( - .+)?|googledrive-.+|my ?drive)$/i],
  ['iCloud Drive', /^(icloud ?drive(\b.*)?|mobile documents|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*$/i],
  ['Syncthing', /^syncthing$/i],
  ['pCloud', /^(pcloud ?drive|pcloud|pclouddrive)$/i],
  ['MEGA', /^(mega|megasync|mega sync.*)$/i],
  ['Box', /^(box|box sync|box-box)$/i],
  ['Yandex.Disk', /^yandex\.?disk(\.localized)?$/i],
  ['Seafile', /^(seafile|seadrive.*)$/i],
  ['Proton Drive', /^proton ?drive.*$/i],
  // Where macOS keeps any of them: ~/Library/CloudStorage/<name>-<account>.
  ['CloudStorage', /^cloudstorage$/i],
]

const byMarker: ReadonlyArray<readonly [name: string, marker: string]> = [
  ['Dropbox', '.dropbox'],
  ['Dropbox', '.dropbox.cache'],
  ['Syncthing', '.stfolder'],
  ['ownCloud', '.owncloudsync.log'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['Google Drive', '.tmp.drivedownload'],
  ['Google Drive', '.tmp.driveupload'],
  ['OneDrive', '.849C9593-D756-4E56-8D6E-42412F2A707B'],
  ['MEGA', '.megaignore'],
  ['Seafile', '.seafile-data'],
  ['Yandex.Disk', '.yandex'],
  ['pCloud', '.pcloud'],
]

/**
 * The name of the service whose drive holds `folder`, told by the names on the way and by marker files, or null.
 * Links are followed, so that a link into such a drive is noticed too.
 */
export function syncedDrive(folder: string): string | null {
  const whole = path.resolve(folder)
  return serviceOf(whole) ?? serviceOf(followed(whole))
}

function serviceOf(whole: string): string | null {
  for (const segment of whole.split(/[\\/]+/).toReversed()) {
    const named = byName.find(([, shape]) => shape.test(segment))
    if (named !== undefined) return named[0]
  }
  for (let at = whole; ; at = path.dirname(at)) {
    const marked = byMarker.find(([, marker]) => marks(path.join(at, marker)))
    if (marked !== undefined) return marked[0]
    if (path.dirname(at) === at) return null
  }
}

/** NOTE: a *folder* `.dropbox` in a home folder holds the program's settings; in the drive itself it is a file. */
function marks(marker: string): boolean {
  const isSettingsName = ['.dropbox', '.pcloud', '.yandex'].includes(path.basename(marker))
  return existsSync(marker) && !(isSettingsName && statSync(marker).isDirectory())
}

/** The path with links followed as far as it exists. */
function followed(place: string): string {
  try {
    return realpathSync(place)
  } catch {
    const parent = path.dirname(place)
    return parent === place ? place : path.join(followed(parent), path.basename(place))
  }
}
