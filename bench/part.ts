import { partNames, parts } from './parts';

/** Runs the part of the bench that the command line names. */
const name = process.argv[2] ?? '';
const part = parts[name];
if (!part) throw new Error(`there is no part ${name}: choose of ${partNames.join(', ')}`);
const run = await part();
process.exit((await run()) ? 0 : 1);
