export default function ShelfRoom() {
  return null
}
