let clicks: { x: number; y: number }[] = [];

document.addEventListener('click', (event) => {
  clicks.push({ x: event.clientX, y: event.clientY });
});

export async function ship(): Promise<void> {
  const response = await fetch('/clicks', { method: 'POST', body: JSON.stringify(clicks) });
  if (!response.ok) throw new Error('not accepted');
  clicks = []; // RACE
}
