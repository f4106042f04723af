// Which program this is. The date is put in by the build; run from its sources it has none.
import about from '../../package.json' with { type: 'json' }

export const version = about.version
export const builtAt = process.env['FIRSTHAND_BUILT_AT'] ?? ''
