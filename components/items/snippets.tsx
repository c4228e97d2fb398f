'use client';
import { useEffect, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Select } from '@/components/ui/select';
import { type SnippetLanguage, snippetLabels, snippetLanguages } from '@/lib/domain/plan-query/snippets';

const memory = 'waymark.snippet-language';

/** The call that sends an event, or the query that reads it; the language is remembered. */
export function Snippets({
  snippets,
}: {
  snippets: readonly { readonly language: SnippetLanguage; readonly text: string }[];
}) {
  const [language, setLanguage] = useState<SnippetLanguage>('javascript');
  useEffect(() => {
    const kept = localStorage.getItem(memory);
    const known = snippetLanguages.find((one) => one === kept);
    if (known) setLanguage(known);
  }, []);
  const chosen = snippets.find((one) => one.language === language);
  if (!chosen) return null;
  const choose = (value: string) => {
    const known = snippetLanguages.find((one) => one === value);
    if (!known) return;
    setLanguage(known);
    localStorage.setItem(memory, known);
  };
  return (
    <section aria-label="Code">
      <div className="mb-1 flex items-center gap-2">
        <Select
          size="toolbar"
          aria-label="Language"
          className="w-32"
          value={language}
          onValueChange={choose}
          options={snippets.map((one) => ({ value: one.language, label: snippetLabels[one.language] }))}
        />
        <CopyButton value={chosen.text} label="Copy code" text="Copy code" />
      </div>
      <section aria-label={snippetLabels[language]} className="rounded-card border border-border bg-surface">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0} className="max-h-72 overflow-auto p-3 font-mono text-xs">
          {chosen.text}
        </pre>
      </section>
    </section>
  );
}
