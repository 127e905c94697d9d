const fs = require('fs');
const { Events } = require('discord.js');

module.exports = {
  name: Events.InteractionCreate,
  async execute(interaction) {
    const coins = JSON.parse(await fs.promises.readFile('./coins.json', 'utf8'));
    const id = interaction.user.id;
    if (!coins[id]) coins[id] = 0;
    coins[id] += 10;
    await interaction.deferReply();
    await fs.promises.writeFile('./coins.json', JSON.stringify(coins)); // RACE
    await interaction.editReply(`You have ${coins[id]} coins`);
  },
};
