// safe: a refused connection has carried nothing
const API = 'https://payments.example';

export async function chargeCard(card, amount, attempt = 1) {
  try {
    return await fetch(`${API}/charges`, { method: 'POST', body: JSON.stringify({ card, amount }) });
  } catch (error) {
    if (error.cause?.code === 'ECONNREFUSED' && attempt < 4) return chargeCard(card, amount, attempt + 1);
    throw error;
  }
}
