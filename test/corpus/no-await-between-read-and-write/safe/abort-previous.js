// safe: the previous run is aborted, and an aborted run writes nothing
export class Preview {
  #controller = null
  html = ''

  async render(source, renderer) {
    this.#controller?.abort()
    const controller = (this.#controller = new AbortController())
    const html = await renderer(source, this.html, controller.signal)
    if (controller.signal.aborted) return
    this.html = html
  }
}
