import { describe, expect, it } from 'vitest';
import { showMarks, type TextNode } from './text-marks';

const text = (value: string): TextNode => ({ type: 'text', value });
const element = (tagName: string, ...children: TextNode[]): TextNode => ({ type: 'element', tagName, children });
const shown = (tree: TextNode, name = 'Ana') => {
  showMarks(tree, [{ text: '@us_ana', shown: `@${name}` }]);
  return JSON.stringify(tree, (key, value) => (key === 'properties' ? undefined : value));
};

describe('marks in a text', () => {
  it('stand in place of their words, also within other elements', () => {
    const tree = element('p', text('Ask @us_ana, and '), element('strong', text('@us_ana')));
    const mark = element('span', text('@Ana'));
    expect(JSON.parse(shown(tree))).toEqual(element('p', text('Ask '), mark, text(', and '), element('strong', mark)));
  });

  it('leave code and everybody else as they were written', () => {
    const tree = element('p', element('code', text('@us_ana')), text('@us_ben'));
    expect(shown(tree)).toBe(JSON.stringify(tree));
  });

  it('show a name as text, whatever it contains', () => {
    expect(JSON.parse(shown(element('p', text('@us_ana')), '<b>x</b>'))).toEqual(
      element('p', element('span', text('@<b>x</b>'))),
    );
  });
});
