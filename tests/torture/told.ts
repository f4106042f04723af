// What a group of torture says: how much was tried, how much was lost, and whether its control failed as it must.

export interface Tortured {
  readonly name: string
  readonly tried: number
  /** How many times something was lost, half there or left behind. */
  readonly lost: number
  /** `failed, as it must` or what the control did not notice. */
  readonly control: string
  readonly controlFailed: boolean
  /** What was wrong, a line each. */
  readonly wrong: readonly string[]
}

export interface Try {
  readonly name: string
  readonly wrong: readonly string[]
}

export function told(name: string, tries: readonly Try[], missed: readonly string[]): Tortured {
  const bad = tries.filter(({ wrong }) => wrong.length > 0)
  return {
    name,
    tried: tries.length,
    lost: bad.length,
    control: missed.length === 0 ? 'failed, as it must' : `not noticed: ${missed.join('; ')}`,
    controlFailed: missed.length === 0,
    wrong: bad.map((one) => `${one.name}: ${one.wrong.join('; ')}`),
  }
}
