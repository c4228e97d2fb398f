declare module 'recheck/lib/browser.js' {
  type Recheck = Pick<typeof import('recheck'), 'checkSync'>;
  export const checkSync: Recheck['checkSync'] | undefined;
  const recheck: Recheck;
  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself.
  export default recheck;
}
