const API = 'https://payments.example';

export async function chargeCard(card, amount, attempt = 1) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 3000);
  try {
    return await fetch(`${API}/charges`, { // RACE
      method: 'POST',
      signal: controller.signal,
      body: JSON.stringify({ card, amount }),
    });
  } catch (error) {
    if (error.name === 'AbortError' && attempt < 4) return chargeCard(card, amount, attempt + 1);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
