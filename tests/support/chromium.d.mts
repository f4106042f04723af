/** The path of a Chromium, or null after saying what to do. */
export function findChromium(): Promise<string | null>
