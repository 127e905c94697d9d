import mongoose, { Schema, model } from 'mongoose';

const Menu = model('Menu', new Schema({ dishes: [String] }, { optimisticConcurrency: true }));

export async function strike(menuId: string, dish: string): Promise<void> {
  const menu = await Menu.findById(menuId).orFail();
  const dishes = menu.dishes.filter((each) => each !== dish);
  for (let round = 0; round < 4; round++) {
    const current = await Menu.findById(menuId).orFail();
    current.set({ dishes });
    try {
      await current.save(); // RACE
      return;
    } catch (error) {
      if (!(error instanceof mongoose.Error.VersionError)) throw error;
    }
  }
}
