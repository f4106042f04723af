// Secrets that are not the right ones, chance and all but right, tried on a keyring: none opens it.
import { openKeyring } from '../../electron/archive/vault/keyring.ts'
import { systemRandom as random } from '../../electron/archive/vault/random.ts'

/** How many of `count` secrets, each tried as a paper key and as sheets, opened the keyring in `folder`: none may. */
export async function openedByWrong(folder: string, paperKey: Buffer, count: number): Promise<number> {
  let opened = 0
  for (let tried = 0; tried < count; tried += 1) {
    const bytes = random(32)
    if (tried % 2 === 0) bytes.set(paperKey.subarray(0, 31))
    if (bytes.equals(paperKey)) continue
    for (const kind of ['paper', 'shares'] as const)
      opened += await openKeyring(folder, { kind, bytes }).then(
        () => 1,
        () => 0,
      )
  }
  return opened
}
