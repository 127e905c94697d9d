export class ChatRoom {
  constructor(state, env) {
    this.state = state;
    this.env = env;
  }

  async fetch(request) {
    const history = (await this.state.storage.get('history')) || [];
    const message = await request.json();
    history.push(message);
    await this.state.storage.put('history', history.slice(-100)); // RACE
    return new Response('ok');
  }
}
