export default function StoryRoom() {
  return null
}
