import { type AnnotationState, stateWords } from '@/lib/domain/review'
import './controls.css'

/** The state of a note as sign and word. */
export function StateMark({ state }: { state: AnnotationState }) {
  return <span className={`c-state s-${state.replace('_', '-')}`}>{stateWords[state]}</span>
}
