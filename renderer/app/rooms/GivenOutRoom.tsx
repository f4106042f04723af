export default function GivenOutRoom() {
  return null
}
