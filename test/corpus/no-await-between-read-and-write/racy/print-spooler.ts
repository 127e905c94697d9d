interface Sheet { id: number; pages: number }
interface Printer { print(s: Sheet): Promise<void> }

const spool: Sheet[] = [];

export const submit = (sheet: Sheet) => { spool.push(sheet); };

export async function printNext(printer: Printer): Promise<Sheet | null> {
    if (spool.length === 0) return null;
    const [first, ...others] = spool;
    await printer.print(first);
    spool.splice(0, spool.length, ...others); // RACE
    return first;
}
