// What a page may ask the machine for. One table, and it is empty.
// NOTE: when recording comes, its one row is the microphone, and only for as long as a recording runs;
// the Permissions-Policy header in answer-headers.ts denies it too and must then say so.

export const grantedPermissions: readonly string[] = []

export function isGranted(permission: string): boolean {
  return grantedPermissions.includes(permission)
}
