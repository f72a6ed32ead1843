// A process that was started by another must not outlive it: a killed run would keep its port.
// Loaded into every process of a run, it ends the process when the one above it, or the one above
// that (npm runs scripts through a shell), is gone.
import { readFileSync } from 'node:fs'

const above = [process.ppid, parentOf(process.ppid)].filter(id => id > 1)

setInterval(() => {
  if (above.some(id => !isAlive(id))) process.kill(process.pid, 'SIGTERM')
}, 1000).unref()

function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The fourth field of /proc/ID/stat, after a name that may hold spaces; 0 where there is no /proc. */
function parentOf(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
