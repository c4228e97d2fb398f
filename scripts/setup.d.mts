export const root: string;
export const pinnedNode: string;
export const typescript: string[];
export function step(title: string, work: () => unknown): Promise<void>;
