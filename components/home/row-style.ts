/** How every row of the home page is laid out. */
export const rowStyle = 'flex min-h-row flex-wrap items-center gap-x-3 gap-y-0.5 border-border border-b py-1.5 text-sm';
