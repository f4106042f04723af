// A program that is started again and again to be killed is read and compiled once: half of its start is that.
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'firsthand-tests')

/** The environment of such a program. NOTE: not of one whose every write is watched: it writes what it compiled. */
export const compiledOnce = { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? folder }
