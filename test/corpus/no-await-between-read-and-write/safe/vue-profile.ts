// safe: refs made for one component, loading is set before the await
import { ref } from 'vue';
import { fetchProfile, type Profile } from './api';

export function useProfile(id: string) {
  const profile = ref<Profile | null>(null);
  const loading = ref(false);
  const error = ref<unknown>(null);

  async function load() {
    if (loading.value) return;
    loading.value = true;
    try {
      profile.value = await fetchProfile(id);
    } catch (e) {
      error.value = e;
    } finally {
      loading.value = false;
    }
  }

  return { profile, loading, error, load };
}
