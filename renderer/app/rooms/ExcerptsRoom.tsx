export default function ExcerptsRoom() {
  return null
}
