import { buildDocs } from './build-docs';
import { parseArguments } from './parse-arguments';

const asked = parseArguments(process.argv.slice(2), process.env);
const done = asked.ok ? await buildDocs(asked.value) : asked;
if (done.ok) console.log(done.value);
else {
  console.error(done.error);
  process.exitCode = 1;
}
