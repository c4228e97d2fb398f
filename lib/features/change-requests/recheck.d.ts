declare module 'recheck/lib/browser.js' {
  type Recheck = Pick<typeof import('recheck'), 'checkSync'>;
  export const checkSync: Recheck['checkSync'] | undefined;
  const recheck: Recheck;
  export default recheck;
}
