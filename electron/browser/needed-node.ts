// Which Node the app runs on: the database and the keys are built for one, and another ends with no word of why.

const neededMajor = 24

/** One line for whoever started it with another Node; null where it is the right one. `version` as "24.21.0". */
export function wrongNode(version: string): string | null {
  if (Number.parseInt(version, 10) === neededMajor) return null
  return `Firsthand needs Node ${neededMajor}, and this is Node ${version}. "npm start" starts it with its own.`
}
