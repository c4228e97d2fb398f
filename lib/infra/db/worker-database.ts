const copy = `_${process.env.VITEST_POOL_ID}`;
const url = new URL(process.env.DATABASE_URL ?? '');

// This runs before every file, and one process runs many.
if (!url.pathname.endsWith(copy)) {
  url.pathname += copy;
  process.env.DATABASE_URL = url.href;
}
