import mongoose from 'mongoose';
import { Order } from './models/order';

export async function addLine(orderId: string, line: { sku: string; quantity: number }) {
  const order = await Order.findById(orderId);
  if (!order) throw new Error('no such order');
  order.lines.push(line);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await order.save(); // RACE
      return order;
    } catch (error) {
      if (!(error instanceof mongoose.Error.VersionError)) throw error;
    }
  }
  throw new Error('gave up');
}
