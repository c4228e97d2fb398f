/** A consumer's type as people say it: "lifecycle message", "reverse ETL". */
export function consumerTypeWords(type: string): string {
  return type === 'reverse-etl' ? 'reverse ETL' : type.replaceAll('-', ' ');
}
