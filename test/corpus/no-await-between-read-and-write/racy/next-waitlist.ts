import { NextResponse, type NextRequest } from 'next/server';
import { validateEmail } from '@/lib/email';

let waitlist: string[] = [];

export async function POST(request: NextRequest) {
  const { email } = (await request.json()) as { email: string };

  const updated = [...waitlist, email];
  if (!(await validateEmail(email))) {
    return NextResponse.json({ error: 'unknown address' }, { status: 422 });
  }
  waitlist = updated; // RACE
  return NextResponse.json({ place: updated.length });
}
