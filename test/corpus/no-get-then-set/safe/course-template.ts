// safe: copies from a template key to a new key
import type { Redis } from 'ioredis';

interface Course {
  title: string;
  lessons: string[];
}

export async function startCourse(redis: Redis, templateId: string, groupId: string): Promise<Course> {
  const text = await redis.get(`template:${templateId}`);
  if (text === null) throw new Error(`no template ${templateId}`);
  const template: Course = JSON.parse(text);
  const course: Course = { ...template, title: `${template.title} (${groupId})` };
  await redis.set(`course:${groupId}`, JSON.stringify(course));
  return course;
}
