export default function BringInRoom() {
  return null
}
