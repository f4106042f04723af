export default function FindRoom() {
  return null
}
