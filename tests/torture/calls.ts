// What strace saw: which process asked the system for what. The lines of `strace -f -o`, calls that were interrupted too.

export interface Call {
  /** The process, whichever of its threads asked. */
  readonly pid: number
  readonly name: string
  /** As strace writes it. */
  readonly said: string
}

/** @param report needs `clone` and its kin, so that threads are known by their process */
export function callsOf(report: string): Call[] {
  const processOf = new Map<number, number>()
  const begun = new Map<number, string>()
  return report.split('\n').flatMap((line) => {
    const [, thread = '', name = '', said = ''] = /^(\d+)\s+(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)$/.exec(line) ?? []
    if (name === '') return []
    const id = Number(thread)
    const pid = processOf.get(id) ?? id
    if (!/^clone|^v?fork/.test(name)) return line.includes('<... ') ? [] : [{ pid, name, said }]
    const whole = `${begun.get(id) ?? ''}${said}`
    if (said.includes('<unfinished')) begun.set(id, said)
    else begun.delete(id)
    const made = / = (\d+)$/.exec(said)?.[1]
    if (made !== undefined && whole.includes('CLONE_THREAD')) processOf.set(Number(made), pid)
    return []
  })
}

/** The calls that open a way to a network or use one. Local sockets, and those between processes of one machine, are none. */
export function networkCalls(calls: readonly Call[]): Call[] {
  return calls.filter(({ said }) => /\bAF_(?!UNIX|LOCAL|UNSPEC)[A-Z0-9]+/.test(said))
}

/** Whether it goes to an address that is not of this machine. */
export function leaves({ name, said }: Call): boolean {
  if (!/^(?:connect|sendto|sendmsg|sendmmsg|bind)$/.test(name)) return false
  const addresses = [...said.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  return addresses.some((address) => !/^127\.|^::1$|^::ffff:127\./.test(address))
}

/** Every place that was opened to be written, made, or given another name. */
export function placesWritten(calls: readonly Call[]): string[] {
  const places = calls.flatMap(({ name, said }) => {
    const named = [...said.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
    if (name.startsWith('open')) return /O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE/.test(said) ? named.slice(0, 1) : []
    return /^(?:creat|rename|link|symlink)/.test(name) ? named : []
  })
  return [...new Set(places)]
}
