// Single keys, as in mail and news readers. They rest while somebody types, and can be switched off (WCAG 2.1.4).
import {html, useEffect, useRef} from './preact.js';
import {go, read, to} from './address.js';

const OFF = 'lede-keys-off';
export const KEYS = [
  ['/', 'to the search box'],
  ['j, k', 'to the next, the previous item'],
  ['Enter', 'open the item'],
  ['o', "open the item's own page at the publisher"],
  ['g then a, s, r, d, q, e', 'to articles, stories, sources, documents, quotes, exports'],
  ['Esc', 'close, or back to the list'],
  ['?', 'this help'],
];
const VIEWS = {a: 'articles', s: 'stories', r: 'sources', d: 'documents', q: 'quotes', e: 'exports'};

let wasG = 0;
let moves = 0;
addEventListener('hashchange', () => moves++);

/** Back to where the reader came from within the page; to the list, if this view was the first. */
const back = () => moves > 0 ? history.back() : go(to(read().view === 'story' ? 'stories' : 'articles'));

function typing(target) {
  return target.closest?.('input, textarea, select, [contenteditable]');
}

function step(by) {
  const items = [...document.querySelectorAll('[data-item]')];
  const at = items.findIndex(item => item.contains(document.activeElement));
  const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
  next?.querySelector('a')?.focus();
  next?.scrollIntoView({block: 'nearest'});
}

function press(event, help) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) {
    return;
  }
  if (typing(event.target)) {
    if (event.key === 'Escape') {
      event.target.blur();
    }
    return;
  }
  const view = VIEWS[event.key];
  if (view && Date.now() - wasG < 1500) {
    wasG = 0;
    go(to(view));
    return;
  }
  const actions = {
    '/': () => document.querySelector('[data-search]') ? document.querySelector('[data-search]').focus() : go(to('articles')),
    'j': () => step(1),
    'k': () => step(-1),
    'o': () => document.activeElement.closest('[data-item]')?.querySelector('[data-original]')?.click(),
    'g': () => { wasG = Date.now(); },
    '?': () => help(),
    'Escape': () => ['article', 'story'].includes(read().view) && !document.querySelector('dialog[open]') && back(),
  };
  const action = actions[event.key];
  if (action) {
    if (event.key !== 'Escape') {
      event.preventDefault();
    }
    action();
  }
}

/** The help on keys, opened by ? and by the button in the footer. */
export function Keys({opened, open, close}) {
  const dialog = useRef();
  useEffect(() => {
    const pressed = event => press(event, open);
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    if (opened && !dialog.current.open) {
      dialog.current.showModal();
    }
  }, [opened]);
  return html`<dialog ref=${dialog} onClose=${close} aria-labelledby="keys-title">
    <h2 id="keys-title">Keyboard</h2>
    <dl class="keys">${KEYS.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
    <label class="check"><input type="checkbox" checked=${!localStorage.getItem(OFF)}
      onChange=${event => event.target.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')} /> Use these keys</label>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
}
