exports.setup = (bot, weather) => {
  let streak = { town: undefined, asked: 0 };

  bot.command('weather', async (ctx) => {
    const { asked } = streak;
    const report = await weather.of(ctx.message.text);
    streak = { town: report.town, asked: asked + 1 }; // RACE
    await ctx.reply(`${report.text} (asked ${streak.asked} times)`);
  });
};
