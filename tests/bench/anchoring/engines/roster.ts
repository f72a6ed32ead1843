import { apacheAnnotator } from './apache-annotator'
import { diffMatchPatch } from './diff-match-patch'
import type { Engine } from './engine'
import { hypothesis } from './hypothesis'
import { jsdiff } from './jsdiff'
import { ours } from './ours'
import { oursSelector } from './ours-selector'
import { position } from './position'

/** Every engine of the bench: those that see the whole old text first, and of each sort ours first. */
export const roster: Engine[] = [
  ours,
  diffMatchPatch,
  jsdiff,
  oursSelector,
  hypothesis,
  apacheAnnotator,
  position,
]
