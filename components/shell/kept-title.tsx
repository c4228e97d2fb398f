'use client';
import { useEffect } from 'react';

const kept = 'data-kept';

/**
 * Keeps the name of the tab while another page is on its way. The router takes the old title out when it begins and
 * puts the new one in when the new page's metadata has come; for the time between, a tab would show its address and a
 * screen reader would have nothing to say.
 */
export function KeptTitle() {
  useEffect(() => {
    const { head } = document;
    let last = document.title;
    const keep = () => {
      const stand = head.querySelector(`title[${kept}]`);
      const own = head.querySelector(`title:not([${kept}])`);
      if (own) {
        stand?.remove();
        last = document.title;
      } else if (!stand && last !== '') {
        const title = document.createElement('title');
        title.setAttribute(kept, '');
        title.textContent = last;
        head.append(title);
      }
    };
    keep();
    const observer = new MutationObserver(keep);
    observer.observe(head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return null;
}
