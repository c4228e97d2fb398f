import { type ExportAsk, exportHref } from '@/lib/client/export-href';

interface Place {
  readonly workspace: string;
  readonly plan: string;
}

/** The command that fetches an export, with the names of this plan in it; the token stays in the environment. */
export function commandLine(origin: string, place: Place, ask: ExportAsk, fileName: string): string {
  const output = fileName.split('/').pop() ?? fileName;
  return `curl -fsSL -H "Authorization: Bearer $WAYMARK_TOKEN" -o ${quoted(output)} ${quoted(`${origin}${exportHref(place, ask)}`)}`;
}

/** A job for GitHub Actions that fetches an export and fails when it cannot. */
export function ciSnippet(origin: string, place: Place, ask: ExportAsk, fileName: string): string {
  const isArchive = fileName.endsWith('.zip');
  const output = fileName.split('/').pop() ?? fileName;
  return [
    `- name: Fetch the tracking plan ${place.plan}`,
    '  env:',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the expression is evaluated by the CI.
    '    WAYMARK_TOKEN: ${{ secrets.WAYMARK_TOKEN }}',
    '  run: |',
    `    ${commandLine(origin, place, ask, fileName)}`,
    ...(isArchive ? [`    unzip -o ${quoted(output)} -d tracking-plan`] : []),
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
