import type { Engine } from './engine'
import { ours } from './ours'
import { position } from './position'

/** Every engine of the bench; ours first. */
export const roster: Engine[] = [ours, position]
