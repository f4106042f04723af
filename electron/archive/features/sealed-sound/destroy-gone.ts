// Files among the media whose rows are gone.
import { destroyMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { Gone } from '../../store/erase/gone.ts'

/** NOTE: their keys went with their rows; what cannot be destroyed now is swept at the next opening. */
export async function destroyFilesOf(session: Session, gone: Pick<Gone, 'media'>): Promise<void> {
  for (const name of gone.media) {
    await session.closeReader(name)
    await destroyMedia(session.folder, name)
  }
}
