// Who something can get to, from the inside out. A thing hidden from a reach is hidden from every wider one.

export const reaches = ['narrator', 'archive', 'circle', 'readers', 'anyone'] as const
export type Reach = (typeof reaches)[number]

/** True when `reach` is `from` or wider, so that what is hidden from `from` is hidden here too. */
export function isHiddenFrom(from: Reach, reach: Reach): boolean {
  return reaches.indexOf(reach) >= reaches.indexOf(from)
}
