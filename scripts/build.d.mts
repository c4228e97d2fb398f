export function isBuildStale(): boolean;
export function build(options?: { signal?: AbortSignal }): Promise<void>;
