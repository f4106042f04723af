// The kinds of file in which Chromium plays sound, and no other: what cannot be heard here is not looked into either.
import { ADTS, FLAC, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM, type InputFormat } from 'mediabunny'

// NOTE: a playlist (HLS) names other addresses to read from, so it must never be one of them.
export const readableFormats: InputFormat[] = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, FLAC, MP3, ADTS]
