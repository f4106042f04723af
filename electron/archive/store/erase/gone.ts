// What has to go from the disk once its rows are gone.
export interface Gone {
  /** Names of files among the media. */
  readonly media: Set<string>
  /** Names of files of takes, without their endings. */
  readonly takes: Set<string>
}

export const nothingGone = (): Gone => ({ media: new Set(), takes: new Set() })
