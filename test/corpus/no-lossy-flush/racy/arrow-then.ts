import axios from 'axios';

let beacons: object[] = [];

export const beacon = (data: object): void => {
  beacons.push(data);
};

export const sendBeacons = (): Promise<unknown> =>
  axios
    .post('/beacons', { beacons })
    .then(() => (beacons = [])) // RACE
    .catch((error: unknown) => console.warn('beacons', error));
