// What is told of the room on a disk, while a take is recorded.
import { expect, test } from 'vitest'
import { bytesPerMs, freeBytes, roomFor } from '../../electron/archive/features/recording/room.ts'
import { RoomLeft } from '../../electron/archive/features/recording/room-left.ts'
import { temporaryFolder } from './temporary-folder.ts'

const shape = { codec: 'pcm', sampleRate: 48_000, channels: 1 } as const

test('is what the disk has, looked at every few seconds; a disk that says nothing takes nothing away', async () => {
  const [room, folder] = [new RoomLeft(), temporaryFolder()]
  const take = { take: { folder, shape }, keptBytes: 96_000, keptMs: 1_000 }
  room.begin()
  const atFirst = room.ms
  expect(await room.look({ ...take, take: { folder: `${folder}/gone`, shape } }, 0)).toBe(false)
  expect(room.ms).toBe(atFirst)
  expect(await room.look(take, 3_000)).toBe(true)
  const there = roomFor(await freeBytes(folder), 96_000, bytesPerMs(shape, 96_000, 1_000))
  expect(Math.abs(room.ms / there - 1)).toBeLessThan(0.1)
  room.saidFull()
  expect(await room.look(take, 5_999)).toBe(false)
  expect(room.ms).toBe(0)
  expect(await room.look(take, 6_000)).toBe(true)
  expect(room.ms).toBeGreaterThan(0)
})
