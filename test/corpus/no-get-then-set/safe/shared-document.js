// safe: Y.Map merges by itself and is changed synchronously in a transaction
import * as Y from 'yjs'

export function makeBoard() {
  const doc = new Y.Doc()
  const cards = doc.getMap('cards')

  return {
    doc,
    move(id, by) {
      doc.transact(() => {
        const card = cards.get(id) || { column: 0 }
        cards.set(id, { ...card, column: card.column + by })
      })
    },
    column: (n) => [...cards.entries()].filter(([, card]) => card.column === n).map(([id]) => id),
  }
}
