// safe: the state of one component; awaited first, then added in one step
import { defineComponent, ref } from 'vue'
import { fetchMore } from './api'

export default defineComponent({
  setup() {
    const rows = ref([])
    const page = ref(0)

    const more = async () => {
      page.value++
      const fetched = await fetchMore(page.value)
      rows.value = rows.value.concat(fetched)
    }

    return { rows, page, more }
  },
})
