/** Whether everything is tried, at all of its counts (`npm run torture -- --full`), and not a part spread over it. */
export const isFull = process.argv.includes('--full')
