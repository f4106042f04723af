// While the window's pages are built: of each family of @fontsource only the faces of its own script, as woff2.
// What Noto Serif and Noto Sans draw already is left out, and so is the older format beside each file.

/** Subsets that the two Latin families have, and those that no story is written in. */
const notItsOwn = /-(?:latin|latin-ext|cyrillic|cyrillic-ext|greek|greek-ext|vietnamese|math|symbols)-\d+-\w+$/
const hanFamilies = /@fontsource\/noto-(?:sans|serif)-(?:sc|jp)\//
/** Signs below the ideographs that are as wide as these in Chinese and Japanese: dashes, curled quotes, ellipsis, circles. */
const wideSigns: readonly (readonly [number, number])[] = [
  [0x2014, 0x2015],
  [0x2018, 0x201d],
  [0x2025, 0x2026],
  [0x203b, 0x203b],
  [0x2460, 0x25ff],
]
const firstIdeograph = 0x2e80

function isOfHan(range: string): boolean {
  const first = Number.parseInt(range.replace(/^U\+/i, ''), 16)
  return first >= firstIdeograph || wideSigns.some(([from, until]) => first >= from && first <= until)
}

/** @param css a style sheet of @fontsource: `/* name *\/` before each `@font-face` */
export function trimFaces(css: string, isHan: boolean): string {
  const kept: string[] = []
  for (const [, name = '', body = ''] of css.matchAll(/\/\* (\S+) \*\/\s*@font-face\s*\{([^}]*)\}/g)) {
    if (notItsOwn.test(name)) continue
    const ranges =
      /unicode-range:([^;]*);/
        .exec(body)?.[1]
        ?.split(',')
        .map((range) => range.trim()) ?? []
    const own = isHan ? ranges.filter(isOfHan) : ranges
    if (own.length === 0) continue
    const woff2 = body.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/, '')
    kept.push(`@font-face {${woff2.replace(/unicode-range:[^;]*;/, `unicode-range: ${own.join(',')};`)}}`)
  }
  if (kept.length === 0) throw new Error('no face is left of a family')
  return `${kept.join('\n')}\n`
}

/** A plugin for Vite. */
export function facesOfEachScript() {
  return {
    name: 'faces-of-each-script',
    enforce: 'pre' as const,
    transform(css: string, id: string): { code: string; map: null } | null {
      if (!/@fontsource\/[^/]+\/\d+\.css$/.test(id)) return null
      return { code: trimFaces(css, hanFamilies.test(id)), map: null }
    },
  }
}
