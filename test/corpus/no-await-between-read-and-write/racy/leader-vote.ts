type Peer = { id: string; requestVote(term: number): Promise<boolean> };

export class RaftNode {
  private term = 0;
  private votes = 0;
  role: 'follower' | 'candidate' | 'leader' = 'follower';

  constructor(private readonly peers: Peer[]) {}

  async campaign(): Promise<void> {
    const term = ++this.term;
    this.role = 'candidate';
    this.votes = 1;
    await Promise.all(
      this.peers.map(async (peer) => {
        this.votes += (await peer.requestVote(term)) ? 1 : 0; // RACE
      }),
    );
    if (term === this.term && this.votes * 2 > this.peers.length) this.role = 'leader';
  }
}
