// safe: votes are awaited first and counted in one step; an old term is dropped
type Peer = { id: string; requestVote(term: number): Promise<boolean> };

export class RaftNode {
  private term = 0;
  role: 'follower' | 'candidate' | 'leader' = 'follower';

  constructor(private readonly peers: Peer[]) {}

  async campaign(): Promise<void> {
    const term = ++this.term;
    this.role = 'candidate';
    let votes = 1;
    await Promise.all(
      this.peers.map(async (peer) => {
        const granted = await peer.requestVote(term);
        if (granted) votes++;
      }),
    );
    if (term !== this.term) return;
    if (votes * 2 > this.peers.length) this.role = 'leader';
  }
}
