import Configstore from 'configstore';

const config = new Configstore('deployer');

export async function login(profile) {
  const profiles = config.get('profiles') || {};
  const token = await requestToken(profile);
  profiles[profile] = token;
  config.set('profiles', profiles); // RACE
}

async function requestToken(profile) {
  const response = await fetch(`https://auth.example.com/${profile}`);
  return response.text();
}
