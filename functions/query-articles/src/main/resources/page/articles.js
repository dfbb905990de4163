// The list of articles: search box, volume, filters, results.
import {html, useEffect, useRef, useState} from './preact.js';
import {changed, go, to} from './address.js';
import {get, next, url, token} from './api.js';
import {Badge, Busy, Empty, Failed, Out, Spoken, Time, useAction} from './parts.js';
import {access, country, host, language, plural} from './words.js';
import {Active, FILTERS, Filters, filterOf} from './filters.js';
import {Volume} from './volume.js';
import {Subscribe} from './subscribe.js';
import {RightsBadges} from './rights.js';
import {Marked} from './passages.js';

/** Beside the list where there is room for it; else on request. */
const WIDE = matchMedia('(min-width: 60rem)');

const SORTS = {'': 'Best order', 'newest': 'Newest first', 'oldest': 'Oldest first', 'relevance': 'Best match', 'arrival': 'Latest arrival'};

/** Lists already loaded, by filter: the way back from an article shows at once what was there. */
const seen = new Map();

function useArticles(query) {
  const [list, set] = useState(seen.get(query) || {busy: true});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    const known = seen.get(query);
    if (known) {
      set(known);
      return undefined;
    }
    set(former => ({...former, busy: true, problem: undefined}));
    get('v1/articles', query, control.signal).then(page => {
      const loaded = {items: page.items, next: page.next};
      keep(query, loaded);
      set(loaded);
    }, problem => control.signal.aborted || set({problem}));
    return () => control.abort();
  }, [query, turn]);
  const more = async () => {
    const page = await next(list.next);
    const grown = {items: [...list.items, ...page.items], next: page.next};
    keep(query, grown);
    set(grown);
  };
  const again = () => {
    seen.delete(query);
    setTurn(turn + 1);
  };
  return {list, more, again, turn};
}

function keep(query, list) {
  seen.delete(query);
  seen.set(query, {...list, at: Date.now()});
  if (seen.size > 10) {
    seen.delete(seen.keys().next().value);
  }
}

export function Articles({params}) {
  const filter = filterOf(params);
  const query = changed(filter, {sort: params.get('sort') || null}).toString();
  const {list, more, again, turn} = useArticles(query);
  const [saving, save] = useState(false);
  const [filtering, filterBy] = useState(WIDE.matches);
  const count = [...filter.keys()].filter(name => name !== 'q').length;
  return html`
    <h1 class="spoken">Articles</h1>
    <${SearchBox} params=${params} />
    <${Active} params=${params} />
    <${Volume} params=${params} turn=${turn} />
    <div class="columns">
      ${filtering && html`<${Filters} params=${params} ready=${!list.busy && !list.problem} />`}
      <section aria-label="Results" class="results">
        <div class="bar">
          <button class="narrow-only" aria-expanded=${filtering} onClick=${() => filterBy(!filtering)}>Filters${count ? ' (' + count + ')' : ''}</button>
          <label><span class="wide-only">Order </span><select aria-label="Order" onChange=${event => go(to('articles', '', changed(params, {sort: event.target.value})))}>
            ${Object.entries(SORTS).map(([value, label]) => html`<option value=${value} selected=${value === (params.get('sort') || '')}>${label}</option>`)}
          </select></label>
          <span class="spring"></span>
          <button class="quiet wide-only" onClick=${again}>Refresh</button>
          <button onClick=${() => save(!saving)} aria-expanded=${saving}>Subscribe</button>
        </div>
        ${saving && html`<${Subscribe} filter=${filter.toString()} close=${() => save(false)} />`}
        <${Results} list=${list} more=${more} again=${again} params=${params} />
        ${list.items?.length > 0 && !token.get() && html`<p class="soft small formats">This list as
          ${['csv', 'ndjson', 'jsonfeed', 'rss', 'atom'].map(format => html` <a href=${url('v1/articles', changed(query, {format, limit: 100}))}>${format}</a>`)}</p>`}
      </section>
    </div>`;
}

function SearchBox({params}) {
  const input = useRef();
  const words = params.get('q') || '';
  useEffect(() => {
    input.current.value = words;
  }, [words]);
  const submit = event => {
    event.preventDefault();
    go(to('articles', '', changed(params, {q: input.current.value.trim(), similar_to: null})));
  };
  return html`<form class="search" role="search" onSubmit=${submit}>
    <label class="spoken" for="q">Search the articles</label>
    <input id="q" ref=${input} type="search" dir="auto" data-search autocomplete="off" spellcheck=${false} placeholder='freight "night ferry" -strike headline:port' />
    <button class="primary">Search</button>
  </form>`;
}

function Results({list, more, again, params}) {
  const loading = useAction();
  if (list.problem) {
    return html`<${Failed} problem=${list.problem} again=${again} />`;
  }
  if (!list.items) {
    return html`<${Busy}>Searching<//>`;
  }
  if (list.items.length === 0 && !list.next) {
    return html`<${Nothing} params=${params} />`;
  }
  return html`
    <${Spoken}>${list.busy ? 'Searching' : plural(list.items.length, 'article') + ' listed' + (list.next ? ', there are more' : '')}<//>
    <ol class=${'cards' + (list.busy ? ' stale' : '')}>${list.items.filter(item => !item.deletedAt).map(item => html`<${Card} key=${item.id} item=${item} />`)}</ol>
    ${loading.problem && html`<${Failed} problem=${loading.problem} />`}
    ${list.next && html`<p><button class="more" disabled=${loading.busy} onClick=${() => loading.run(more)}>${loading.busy ? 'Loading…' : 'More articles'}</button></p>`}`;
}

function Nothing({params}) {
  const filtered = FILTERS.some(name => params.has(name));
  return filtered
    ? html`<${Empty} title="Nothing matches">
        <p>All words must occur. <code>OR</code> widens, <code>port*</code> finds beginnings.</p>
        <p><a href=${to('articles')}>Drop the filters</a></p><//>`
    : html`<${Empty} title="The library is empty">
        <p><a href=${to('sources')}>Add a source</a>, a feed or a site, or <a href=${to('documents')}>upload documents</a>.</p><//>`;
}

/** One article of a list. */
export function Card({item}) {
  const [state, tone] = access(item.access || 'open');
  return html`<li class="card" data-item lang=${item.inLanguage} >
    <p class="meta" lang="en">
      <span class="publisher" dir="auto">${item.publisher || (item.url ? host(item.url) : 'Uploaded')}</span>
      <${Time} at=${item.datePublished || item.arrival} label=${item.datePublished ? 'Published' : 'Arrived'} />
      ${item.inLanguage && html`<span>${language(item.inLanguage)}</span>`}
      ${item.access && item.access !== 'open' && html`<${Badge} tone=${tone}>${state}<//>`}
      <${RightsBadges} rights=${item.rights} />
      ${item.duplicateOf && html`<a class="badge soft" href=${to('article', item.duplicateOf)} title="Another had this text first">Copy</a>`}
      ${item.story && html`<a class="badge info" href=${to('story', item.story)}>Story</a>`}
    </p>
    <h2 dir="auto"><a href=${to('article', item.id)}>${item.headline || 'Without a headline'}</a></h2>
    ${item.passage
      ? html`<p class="summary" dir="auto"><${Marked} passage=${item.passage} /></p>`
      : html`<p class="summary" dir="auto">${(item.summary?.sentences || []).map(sentence => sentence.text).join(' ')}</p>`}
    <p class="foot" lang="en">
      ${(item.countries || []).slice(0, 6).map(code => html`<a class="place" href=${to('articles', '', {country: code})}>${country(code)}</a>`)}
      ${item.countries?.length > 6 && html`<span>and ${item.countries.length - 6} more</span>`}
      ${item.url && html`<${Out} url=${item.url} class="original" data-original aria-label=${'Original at ' + host(item.url)}>${host(item.url)} ↗<//>`}
    </p>
  </li>`;
}
