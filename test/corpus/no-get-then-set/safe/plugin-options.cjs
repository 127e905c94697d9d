// safe: options of one process, read at start
class Options {
  #map = new Map()

  get(name) {
    return this.#map.get(name)
  }

  set(name, value) {
    this.#map.set(name, value)
    return this
  }
}

exports.loadOptions = function loadOptions(argv) {
  const client = new Options()
  client.set('verbosity', 0).set('include', [])
  for (const arg of argv) {
    if (arg === '-v') client.set('verbosity', client.get('verbosity') + 1)
    else if (arg.startsWith('-I')) client.set('include', client.get('include').concat(arg.slice(2)))
  }
  return client
}
