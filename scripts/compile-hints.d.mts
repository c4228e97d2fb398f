export function hintBuild(folder: string): void;
