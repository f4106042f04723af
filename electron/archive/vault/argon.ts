// Argon2id: how a passphrase becomes 32 bytes, and how much work that may and must be.
import { totalmem } from 'node:os'
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import type { RandomSource } from './random.ts'
import { emptySecret } from './secret-bytes.ts'

/** `passes` over `memory` KiB; one lane, as libsodium has it. */
export interface ArgonParameters {
  readonly passes: number
  readonly memory: number
}

/** 64 MiB and 3 passes: the second recommended option of RFC 9106, section 4, at one lane. */
export const argonFloor: ArgonParameters = { passes: 3, memory: 64 * 1024 }
/** 1 GiB; and a number of passes that bounds what a forged keyring can make a machine do (about a minute). */
export const argonCeiling: ArgonParameters = { passes: 32, memory: 1024 * 1024 }

const targetMilliseconds = 1000

/** Throws Failure('keyringRefused') when the work is outside floor and ceiling, before a byte is allocated. */
export function requireLawful({ passes, memory }: ArgonParameters): void {
  const lawful =
    Number.isInteger(passes) &&
    Number.isInteger(memory) &&
    passes >= argonFloor.passes &&
    passes <= argonCeiling.passes &&
    memory >= argonFloor.memory &&
    memory <= argonCeiling.memory
  if (!lawful) throw new Failure('keyringRefused', { passes, memory })
}

/** 32 bytes from a passphrase, on another thread. The caller zeroes both. RFC 9106, version 1.3. */
export async function stretch(passphrase: Buffer, salt: Buffer, parameters: ArgonParameters): Promise<Buffer> {
  requireLawful(parameters)
  const output = emptySecret(32)
  const { passes, memory } = parameters
  await sodium.crypto_pwhash_async(output, passphrase, salt, passes, memory * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13)
  return output
}

/** Milliseconds that one stretching takes on this machine. */
export async function measureArgon(parameters: ArgonParameters, random: RandomSource): Promise<number> {
  const started = performance.now()
  await stretch(random(16), random(16), parameters)
  return performance.now() - started
}

/**
 * The parameters that take about one second here: as much memory as that buys, up to 1 GiB and a quarter of the
 * machine's memory (in bytes), and only then more passes. Never under the floor, however slow the machine.
 */
export async function calibrate(
  measure: (parameters: ArgonParameters) => Promise<number>,
  machineMemory: number = totalmem(),
): Promise<ArgonParameters> {
  const step = 16 * 1024
  const most = Math.max(argonFloor.memory, Math.min(argonCeiling.memory, Math.floor(machineMemory / 4096)))
  const floorTime = Math.max(1, await measure(argonFloor))
  const affordable = Math.floor((argonFloor.memory * targetMilliseconds) / floorTime / step) * step
  const memory = Math.min(most, Math.max(argonFloor.memory, affordable))
  if (affordable <= most) return { passes: argonFloor.passes, memory }
  const time = Math.max(1, await measure({ passes: argonFloor.passes, memory }))
  const passes = Math.floor((argonFloor.passes * targetMilliseconds) / time)
  return { passes: Math.min(argonCeiling.passes, Math.max(argonFloor.passes, passes)), memory }
}
