// Where a room breaks while drawing, a plain sentence stands in its place; what broke is not shown: it could hold a story.
import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  instead: ReactNode
  /** Another value tries again. */
  place: unknown
}

export class CatchBroken extends Component<Props, { brokeAt: unknown; broke: boolean }> {
  override state = { brokeAt: null as unknown, broke: false }

  static getDerivedStateFromError() {
    return { broke: true }
  }

  static getDerivedStateFromProps(props: Props, state: { brokeAt: unknown; broke: boolean }) {
    if (!state.broke) return { brokeAt: props.place }
    return state.brokeAt === props.place ? null : { broke: false, brokeAt: props.place }
  }

  override render() {
    return this.state.broke ? this.props.instead : this.props.children
  }
}
