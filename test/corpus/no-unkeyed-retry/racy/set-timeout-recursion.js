import { createClient } from 'redis';

const redis = createClient();

export function enqueue(job) {
  return new Promise((resolve, reject) => {
    let attempts = 0;
    function attempt() {
      redis // RACE
        .rPush('jobs', JSON.stringify(job))
        .then(resolve)
        .catch((error) => {
          if (++attempts > 5) reject(error);
          else setTimeout(attempt, 100 * attempts);
        });
    }
    attempt();
  });
}
