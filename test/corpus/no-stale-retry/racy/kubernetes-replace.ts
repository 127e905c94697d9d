import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';

const config = new KubeConfig();
config.loadFromDefault();
const core = config.makeApiClient(CoreV1Api);

export async function setFlag(namespace: string, name: string, flag: string, value: string) {
  const map = await core.readNamespacedConfigMap({ namespace, name });
  map.data = { ...map.data, [flag]: value };
  for (let i = 0; i < 5; i++) {
    try {
      await core.replaceNamespacedConfigMap({ namespace, name, body: map }); // RACE
      return;
    } catch (e: any) {
      if (e.code !== 409) throw e;
      await new Promise((r) => setTimeout(r, 100));
    }
  }
}
