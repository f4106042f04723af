// The few calls of sodium-native that the archive makes; it brings no types. Ordinary Buffers only: its
// `sodium_malloc` hands out external memory, which Electron forbids (holepunchto/sodium-native#185).
declare module 'sodium-native' {
  interface Sodium {
    readonly crypto_pwhash_ALG_ARGON2ID13: number
    crypto_pwhash_async(
      output: Buffer,
      password: Buffer,
      salt: Buffer,
      opslimit: number,
      memlimit: number,
      algorithm: number,
    ): Promise<void>
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      c: Buffer,
      m: Buffer,
      additional: Buffer | null,
      nsec: null,
      nonce: Buffer,
      key: Buffer,
    ): number
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      m: Buffer,
      nsec: null,
      c: Buffer,
      additional: Buffer | null,
      nonce: Buffer,
      key: Buffer,
    ): number
    crypto_aead_chacha20poly1305_ietf_encrypt(
      c: Buffer,
      m: Buffer,
      additional: Buffer | null,
      nsec: null,
      nonce: Buffer,
      key: Buffer,
    ): number
    crypto_aead_chacha20poly1305_ietf_decrypt(
      m: Buffer,
      nsec: null,
      c: Buffer,
      additional: Buffer | null,
      nonce: Buffer,
      key: Buffer,
    ): number
    readonly crypto_onetimeauth_STATEBYTES: number
    crypto_onetimeauth_init(state: Buffer, key: Buffer): void
    crypto_onetimeauth_update(state: Buffer, input: Buffer): void
    crypto_onetimeauth_final(state: Buffer, output: Buffer): void
    crypto_stream_chacha20_ietf(output: Buffer, nonce: Buffer, key: Buffer): void
    crypto_stream_chacha20_ietf_xor_ic(output: Buffer, input: Buffer, nonce: Buffer, block: number, key: Buffer): void
    crypto_sign_seed_keypair(publicKey: Buffer, secretKey: Buffer, seed: Buffer): void
    crypto_sign_detached(signature: Buffer, message: Buffer, secretKey: Buffer): void
    crypto_sign_verify_detached(signature: Buffer, message: Buffer, publicKey: Buffer): boolean
    crypto_box_keypair(publicKey: Buffer, secretKey: Buffer): void
    crypto_box_seed_keypair(publicKey: Buffer, secretKey: Buffer, seed: Buffer): void
    crypto_box_seal(sealed: Buffer, message: Buffer, publicKey: Buffer): void
    crypto_box_seal_open(message: Buffer, sealed: Buffer, publicKey: Buffer, secretKey: Buffer): boolean
    sodium_memzero(buffer: Buffer): void
  }
  const sodium: Sodium
  export default sodium
}
