/** The words of a line, with a comma, an equals sign or a line break between them; each once. */
export function wordsIn(line: string): string[] {
  const words = line.split(/[,;=\n]/u).map((word) => word.replace(/\s+/gu, ' ').trim());
  return [...new Set(words.filter((word) => word !== ''))];
}
