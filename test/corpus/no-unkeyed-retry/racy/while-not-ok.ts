export async function sendInvite(email: string, team: string): Promise<void> {
  let response: Response | undefined;
  let attempts = 0;
  while (!response?.ok && attempts < 4) {
    attempts++;
    response = await fetch('https://api.mail.example/v1/messages', { // RACE
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ to: email, template: 'invite', team }),
    });
  }
  if (!response?.ok) throw new Error('mail service is unavailable');
}
