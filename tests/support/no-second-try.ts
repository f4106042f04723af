/** For a test that counts what was lost: `npm test` tries others that stumble once more. */
export const noSecondTry = { retry: 0 } as const
