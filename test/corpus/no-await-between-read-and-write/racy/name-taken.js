import { WebSocketServer } from 'ws'
import { isProfane } from './words.js'

const names = new Set()

export function serve(server) {
  const wss = new WebSocketServer({ server })

  wss.on('connection', (ws) => {
    let mine

    ws.on('message', async (raw) => {
      const wanted = String(raw).trim()
      if (names.has(wanted)) {
        ws.send('taken')
        return
      }
      if (await isProfane(wanted)) {
        ws.send('refused')
        return
      }
      names.add(wanted) // RACE
      mine = wanted
      ws.send('welcome')
    })

    ws.on('close', () => names.delete(mine))
  })
}
