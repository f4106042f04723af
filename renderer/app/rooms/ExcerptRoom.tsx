export default function ExcerptRoom() {
  return null
}
