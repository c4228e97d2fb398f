'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from './announce';
import { Button } from './button';
import { IconButton } from './icon-button';

export interface CopyButtonProps {
  value: string;
  /** Says what is copied: "Copy name". */
  label: string;
  /** Shown beside the picture; without it there is only the picture. */
  text?: string;
  keys?: string;
  className?: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ value, label, text, keys, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(value);
    setCopied(done);
    announce(done ? 'Copied' : 'The browser refused to copy');
  };
  const picture = copied ? <Check aria-hidden /> : <Copy aria-hidden />;
  if (text === undefined) {
    return (
      <IconButton label={copied ? 'Copied' : label} keys={keys} onClick={copy} className={className}>
        {picture}
      </IconButton>
    );
  }
  return (
    <Button size="toolbar" variant="ghost" aria-label={label} onClick={copy} className={className}>
      {picture}
      <span className="truncate">{text}</span>
    </Button>
  );
}

/** Puts a text on the clipboard; false when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For pages served without TLS, where the clipboard is withheld. */
function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  const before = document.activeElement;
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
