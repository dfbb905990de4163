// Calls of the HTTP API, relative to the page, as whoever opened it.
const BASE = new URL('./', location.href.split('#')[0]);
const TOKEN = 'lede-token';

/** An answer that is no success (RFC 9457 where Lede made it), or none at all: status 0. */
export class Problem extends Error {
  constructor(status, {title, detail, message, errors} = {}) {
    super(detail || title || message || 'status ' + status);
    this.status = status;
    this.title = title || '';
    this.detail = detail || '';
    this.errors = Array.isArray(errors) ? errors : [];
  }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN) || '',
  set: value => value ? sessionStorage.setItem(TOKEN, value) : sessionStorage.removeItem(TOKEN),
};

export function url(path, params = '') {
  const query = new URLSearchParams(params).toString();
  return new URL(path.replace(/^\//, '') + (query ? '?' + query : ''), BASE).href;
}

async function call(address, {method = 'GET', body, type, signal, text = false} = {}) {
  const headers = {};
  if (token.get()) {
    headers.authorization = 'Bearer ' + token.get();
  }
  if (body !== undefined) {
    headers['content-type'] = type || 'application/json';
  }
  const sent = body === undefined || type ? body : JSON.stringify(body);
  let answer;
  try {
    answer = await fetch(address, {method, headers, body: sent, signal, redirect: 'manual'});
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem(0);
  }
  if (answer.type === 'opaqueredirect') {
    throw new Problem(303);
  }
  if (answer.ok && text) {
    return answer.text();
  }
  const words = await answer.text();
  let json = {};
  try {
    json = words ? JSON.parse(words) : {};
  } catch {
    // Not of Lede: a proxy between, or a page of an access portal.
  }
  if (!answer.ok) {
    throw new Problem(answer.status, json);
  }
  return method === 'DELETE' ? answer.status : json;
}

export const get = (path, params, signal) => call(url(path, params), {signal});
export const text = (path, params, signal) => call(url(path, params), {signal, text: true});
export const post = (path, body, type) => call(url(path), {method: 'POST', body, type});
export const patch = (path, body) => call(url(path), {method: 'PATCH', body});

/** Deletes; of a file of many articles the parts may take longer, and go on by themselves. */
export const remove = path => call(url(path), {method: 'DELETE'});

/** Follows the link to the next page of a list, which must lead to this API. */
export function next(link, signal) {
  const address = new URL(link, BASE);
  return address.origin === BASE.origin ? call(address.href, {signal}) : Promise.reject(new Problem(0));
}

/** Makes every page of a list one, for lists that people keep short: at most 1,000 items. */
export async function all(path, params, signal) {
  let page = await get(path, params, signal);
  const items = [...page.items];
  while (page.next && items.length < 1000) {
    page = await next(page.next, signal);
    items.push(...page.items);
  }
  return items;
}
