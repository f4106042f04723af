// Passages that came out of each other by splitting and joining, so that their words are looked for in all of them.

/** Two passages whose words were once in one. */
export interface Related {
  readonly passage: string
  readonly other: string
}

/** For each id the name of its group; an id that nothing is related to is a group of its own. */
export class PassageGroups {
  readonly #above = new Map<string, string>()

  constructor(related: Iterable<Related>) {
    for (const { passage, other } of related) {
      const one = this.of(passage)
      const two = this.of(other)
      if (one !== two) this.#above.set(two, one)
    }
  }

  of(id: string): string {
    let group = id
    for (let above = this.#above.get(group); above !== undefined; above = this.#above.get(group)) group = above
    if (group !== id) this.#above.set(id, group)
    return group
  }
}
