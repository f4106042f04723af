// A passphrase of hers, for tests.
export const herPassphrase = 'candle harbour twelve meadow violin stone'
