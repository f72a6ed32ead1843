// A process that was started by another must not outlive it: a killed run would keep its port.
// Loaded into the processes of a run, it ends the process when the one above it is gone, or, where
// that one is the shell in which npm runs its scripts, when npm is. (npm passes the signal that
// stops it on to that shell alone.)
import { readFileSync } from 'node:fs'

const above = [process.ppid, npmAbove(process.ppid)].filter(id => id > 1)

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

/** The process above `id` where `id` is a shell of npm's; else, and where there is no /proc, 0. */
function npmAbove(id) {
  const { name, parent } = processOf(id)
  const isShell = ['sh', 'bash', 'dash', 'zsh', 'ash'].includes(name)
  return isShell && /^(npm|node)/.test(processOf(parent).name) ? parent : 0
}

/** A process's name and the one above it: the second field of /proc/ID/stat, which may hold spaces, and the fourth. */
function processOf(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(stat.slice(end + 2).split(' ')[1]),
    }
  } catch {
    return { name: '', parent: 0 }
  }
}
