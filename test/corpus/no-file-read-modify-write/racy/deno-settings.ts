export async function setSetting(name: string, value: string) {
  const path = `${Deno.env.get('HOME')}/.tool/settings.json`;
  const settings = JSON.parse(await Deno.readTextFile(path));
  settings[name] = value;
  await Deno.writeTextFile(path, JSON.stringify(settings, null, 2)); // RACE
}
