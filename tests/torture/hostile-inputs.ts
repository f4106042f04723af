// Inputs that no window sends: values of every wrong kind, and right inputs with something wrong put into them.
import type { Dice } from '../support/dice.ts'

/** A value of chance that a port carries. `out`: a folder in which paths may lie. */
export function strangeValue(dice: Dice, out: string): unknown {
  const strange = [...strangeStrings(out), ...strangeNumbers, ...strangeThings]
  const at = dice(strange.length + makers.length)
  return at < strange.length ? strange[at] : makers[at - strange.length]?.(dice)
}

const strangeStrings = (out: string): readonly string[] => [
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066\u200f\ufeff',
  '__proto__',
  'constructor',
  'toString',
  '0123456789abcdef',
  '0123456789abcdefghjkmnpqrs',
  "'; DROP TABLE passages; --",
  '" OR 1=1 --',
  'NEAR("a" "b", 5) OR *',
  '"unclosed',
  '^a* AND NOT',
  '{"a":',
  '<script>x</script>',
  '%s%n%00',
  '2026-13-45T99:99:99.000Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00.000Z',
  'en-x-'.repeat(30),
  '../../x',
  'C:\\x',
  '\\\\host\\share',
  '/dev/null',
  '/dev/null/x',
  '/proc/self/fd',
  `${out}/`,
  `${out}/nothing/here`,
  `${out}/a\0b`,
  `${out}/${'a'.repeat(300)}`,
  `${out}/${'a/'.repeat(3_000)}`,
  `${out}/con`,
  `${out}/../${'x'.repeat(20)}`,
  'a'.repeat(10_000),
  '😀'.repeat(5_000),
  'a\u0301'.repeat(20_000),
]

const strangeNumbers: readonly unknown[] = [
  0,
  -0,
  -1,
  1,
  0.5,
  -0.5,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  8.64e7,
  8.64e15 + 1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MIN_VALUE,
  10n,
  -(2n ** 70n),
]

const strangeThings: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  new Uint8Array(0),
  new Uint8Array(5),
  new Float64Array(2),
  new ArrayBuffer(8),
  new Date(Number.NaN),
  /(a+)+$/,
  new Map([['testimony', '0']]),
  new Set([1]),
  new Error('no'),
  Object.defineProperty({}, '__proto__', {
    value: { isAdmin: true },
    enumerable: true,
    configurable: true,
    writable: true,
  }),
  JSON.parse('{"__proto__": {"testimony": "x"}, "constructor": {"prototype": 1}}'),
]

const makers: readonly ((dice: Dice) => unknown)[] = [
  (dice) => 'x'.repeat(1_000_000 + dice(1_000_000)),
  (dice) => Array.from({ length: 20_000 + dice(20_000) }, (_, at) => at),
  (dice) => Array.from({ length: 1_000 }, () => ({ id: '0123456789abcdef', passage: 'x', start: dice(9), end: 1 })),
  (dice) => nested(500 + dice(1_500)),
  () => {
    const round: Record<string, unknown> = {}
    round['self'] = round
    return round
  },
  (dice) => Uint8Array.from({ length: 100_000 }, () => dice(256)),
  (dice) => Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, dice(9)])),
  (dice) => String.fromCharCode(...Array.from({ length: 200 }, () => dice(65_536))),
]

function nested(depth: number): unknown {
  let inner: unknown = 'x'
  for (let at = 0; at < depth; at += 1)
    inner = at % 2 === 0 ? [inner] : { kind: inner, scope: inner === 'x' ? 1 : inner }
  return inner
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** The input with one to three things in it changed, left out, doubled or put where another was. */
export function bent(input: unknown, dice: Dice, out: string, others: readonly string[]): unknown {
  const copy: unknown = structuredClone(input)
  if (!isObject(copy) || dice(12) === 0) return strangeValue(dice, out)
  for (let times = 1 + dice(3); times > 0; times -= 1) bendOne(copy, dice, out, others)
  return copy
}

function bendOne(whole: Record<string, unknown>, dice: Dice, out: string, others: readonly string[]): void {
  let within = whole
  for (;;) {
    const keys = Object.keys(within)
    const key = keys[dice(Math.max(1, keys.length))]
    if (key === undefined) {
      within['more'] = strangeValue(dice, out)
      return
    }
    const value = within[key]
    if (isObject(value) && dice(3) > 0) {
      within = value
      continue
    }
    const put = (name: string, given: unknown): void =>
      void Object.defineProperty(within, name, { value: given, enumerable: true, configurable: true, writable: true })
    const way = dice(6)
    if (way === 0) Reflect.deleteProperty(within, key)
    else if (way === 1) put(strangeStrings(out)[dice(strangeStrings(out).length)] ?? '', value)
    else if (way === 2) put(key, others[dice(others.length)])
    else if (way === 3 && typeof value === 'string') put(key, value + strangeStrings(out)[dice(6)])
    else put(key, strangeValue(dice, out))
    return
  }
}
