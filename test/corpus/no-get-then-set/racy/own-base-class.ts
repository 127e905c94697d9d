abstract class SessionStore {
  abstract get(id: string): Promise<Record<string, unknown> | undefined>;
  abstract set(id: string, session: Record<string, unknown>): Promise<void>;

  async touch(id: string): Promise<void> {
    const session = await this.get(id);
    if (!session) return;
    await this.set(id, { ...session, seenAt: Date.now(), views: Number(session['views']) + 1 }); // RACE
  }
}

export { SessionStore };
