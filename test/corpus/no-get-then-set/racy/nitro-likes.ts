export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id');
  const storage = useStorage('likes');
  const likes = (await storage.getItem(`post:${id}`)) ?? 0;
  await storage.setItem(`post:${id}`, Number(likes) + 1); // RACE
  return { likes: Number(likes) + 1 };
});
