// safe: the name is reserved first and freed when it is refused
import { WebSocketServer } from 'ws'
import { isProfane } from './words.js'

const names = new Set()

export function serve(server) {
  const wss = new WebSocketServer({ server })

  wss.on('connection', (ws) => {
    ws.once('message', async (raw) => {
      const wanted = String(raw).trim()
      if (names.has(wanted)) return ws.send('taken')
      names.add(wanted)
      ws.on('close', () => names.delete(wanted))
      if (await isProfane(wanted)) {
        names.delete(wanted)
        return ws.send('refused')
      }
      ws.send('welcome')
    })
  })
}
