// The helpers wait for the object's storage only
export class Todo {
  constructor(state) {
    this.state = state;
  }

  async load() {
    const items = await this.state.storage.get('items');
    return items ?? [];
  }

  async save(items) {
    await this.state.storage.put('items', items);
    await this.state.storage.put('updated', Date.now());
  }

  async fetch(request) {
    const { text } = await request.json();
    const items = await this.load();
    items.push(text);
    await this.save(items);
    return Response.json(items);
  }
}
