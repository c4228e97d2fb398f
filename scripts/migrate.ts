import { withDatabase } from './instance';

await withDatabase(async () => undefined);
