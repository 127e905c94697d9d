// safe: what is set comes from the document of the same try
import mongoose, { Schema, model } from 'mongoose';

const Menu = model('Menu', new Schema({ dishes: [String] }, { optimisticConcurrency: true }));

export async function strike(menuId: string, dish: string): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const current = await Menu.findById(menuId).orFail();
    current.set({ dishes: current.dishes.filter((each) => each !== dish) });
    try {
      await current.save();
      return;
    } catch (error) {
      if (!(error instanceof mongoose.Error.VersionError)) throw error;
    }
  }
}
