// safe: the bank knows the payment by its key
export async function sendPayment(account: string, cents: number, paymentId: string): Promise<string> {
  for (let i = 0; i < 3; i++) {
    try {
      const response = await fetch('https://bank.example/v1/payments', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'Idempotency-Key': paymentId },
        body: JSON.stringify({ account, cents }),
      });
      if (response.ok) return (await response.json()).id;
    } catch (error) {
      console.warn('payment failed, trying again', error);
    }
  }
  throw new Error('payment failed');
}
