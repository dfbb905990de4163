// The state of the page in the URL's fragment: #/view/id?name=value. It never reaches a server or a Referer header.
import {useEffect, useState} from './preact.js';

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads an address: its view, an id (empty without one) and parameters. */
export function read(hash = location.hash) {
  const mark = hash.indexOf('?');
  const path = mark < 0 ? hash : hash.slice(0, mark);
  const [view = 'articles', id = ''] = path.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded);
  return {view, id, params: new URLSearchParams(mark < 0 ? '' : hash.slice(mark + 1))};
}

/** Returns the link to a view. */
export function to(view, id = '', params = '') {
  const query = new URLSearchParams(params).toString();
  return '#/' + view + (id ? '/' + encodeURIComponent(id) : '') + (query ? '?' + query : '');
}

export function go(hash, {replace = false} = {}) {
  if (replace) {
    history.replaceState(history.state, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}

/** Returns the present address, and renders again when it changes. */
export function useAddress() {
  const [address, set] = useState(read);
  useEffect(() => {
    const moved = () => set(read());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return address;
}

/** Returns parameters with some set to new values; null or an empty list removes one. */
export function changed(params, values) {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    for (const each of value === null || value === '' ? [] : [value].flat()) {
      next.append(name, each);
    }
  }
  return next;
}
