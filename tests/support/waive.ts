// She does without the cooling-off, as only she can: in her own session, on the archivist's machine.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { passphrase } from './archive.ts'

/** Hands the window over to her without her passphrase and takes it back; the archivist is at it before and after. */
export async function waiveCoolingOff(client: ArchiveClient, testimony: string): Promise<void> {
  const { story } = await client.story.read({ testimony })
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.consent.waiveCoolingOff({ testimony, evidence: { kind: 'inPerson', note: '' } })
  await client.herSession.leave({ passphrase })
}
