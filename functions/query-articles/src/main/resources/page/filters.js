// Facets with counts over the same filter, and the filters that are on.
import {html, useState} from './preact.js';
import {changed, go, to} from './address.js';
import {all, get} from './api.js';
import {Failed, useLoad} from './parts.js';
import {access, country, language, number, time} from './words.js';

/** Parameters that narrow the list; sort and format do not. */
export const FILTERS = ['q', 'lang', 'country', 'publisher', 'author', 'tag', 'source', 'access', 'confidence', 'use', 'story', 'similar_to', 'from', 'to', 'published_from', 'published_to'];

const FACETS = [
  {name: 'country', label: 'Countries mentioned', show: country},
  {name: 'lang', label: 'Languages', show: language},
  {name: 'publisher', label: 'Publishers', show: value => value},
  {name: 'tag', label: 'Tags and keywords', show: value => value, closed: true},
  {name: 'author', label: 'Authors', show: value => value, closed: true},
  {name: 'source', label: 'Sources', show: (value, names) => names?.get(value) || value.slice(0, 8) + '…', closed: true},
  {name: 'access', label: 'Access', show: value => access(value)[0], closed: true},
  {name: 'confidence', label: 'Confidence in the text', show: value => value, closed: true},
];
const FIRST = 12;

export function filterOf(params) {
  const filter = new URLSearchParams();
  for (const [name, value] of params) {
    if (FILTERS.includes(name)) {
      filter.append(name, value);
    }
  }
  return filter;
}

/** A comma parts values; within one it is escaped. */
export const escaped = value => value.replace(/\\/g, '\\\\').replace(/,/g, '\\,');

function toggled(params, name, value) {
  const given = params.getAll(name);
  const on = given.includes(value);
  return changed(params, {[name]: on ? given.filter(each => each !== value) : [...given, value]});
}

const LABELS = {q: 'Words', similar_to: 'Similar to an article', story: 'Story', from: 'Arrived from', to: 'Arrived to', published_from: 'From', published_to: 'To', use: 'May be used for'};

function shown(name, value) {
  const facet = FACETS.find(each => each.name === name);
  if (facet) {
    return facet.show(value.replace(/\\(.)/g, '$1'));
  }
  if (name === 'similar_to' || name === 'story') {
    return LABELS[name];
  }
  return LABELS[name] + ' ' + (/^\d{4}-\d\d-\d\d$/.test(value) ? time(value).short : value);
}

/** The filters that are on, each with a way to drop it. */
export function Active({params}) {
  const on = [...filterOf(params)].filter(([name]) => name !== 'q');
  if (on.length === 0) {
    return null;
  }
  return html`<p class="active" role="group" aria-label="Filters that are on">
    ${on.map(([name, value]) => html`<a class="chip on" href=${to('articles', '', changed(params, {[name]: params.getAll(name).filter(each => each !== value)}))}>
      <bdi>${shown(name, value)}</bdi> <span aria-hidden="true">×</span><span class="spoken">, drop this filter</span></a>`)}
    ${on.length > 1 && html`<a href=${to('articles', '', params.get('q') ? {q: params.get('q')} : '')}>Drop all</a>`}
  </p>`;
}

export function Filters({params, ready}) {
  return html`<aside class="filters" aria-label="Filters"><div>
    <${Days} params=${params} />
    <${Uses} params=${params} />
    ${FACETS.map(facet => html`<${Facet} key=${facet.name} facet=${facet} params=${params} ready=${ready} />`)}
  </div></aside>`;
}

function Days({params}) {
  const set = event => go(to('articles', '', changed(params, {[event.target.name]: event.target.value})));
  const day = name => (params.get(name) || '').slice(0, 10);
  return html`<fieldset class="days"><legend>Published</legend>
    <label>from <input type="date" name="published_from" value=${day('published_from')} onChange=${set} /></label>
    <label>to <input type="date" name="published_to" value=${day('published_to')} onChange=${set} /></label>
  </fieldset>`;
}

const USES = {'': 'any or none', 'search': 'search', 'summary': 'summaries', 'ai-input': 'input to models', 'ai-train': 'training'};

/** What the publisher must allow; one choice, since two would be wanted together, and the API joins them by OR. */
function Uses({params}) {
  return html`<label class="use">May be used for <select onChange=${event => go(to('articles', '', changed(params, {use: event.target.value})))}>
    ${Object.entries(USES).map(([value, label]) => html`<option value=${value} selected=${value === (params.get('use') || '')}>${label}</option>`)}
  </select></label>`;
}

function Facet({facet, params, ready}) {
  const [opened, open] = useState(!facet.closed || params.has(facet.name));
  return html`<details class="facet" open=${opened} onToggle=${event => open(event.target.open)}>
    <summary>${facet.label}</summary>
    ${opened && ready && html`<${Values} facet=${facet} params=${params} />`}
  </details>`;
}

let sourceNames = null;

/** Names of sources by id, asked for once. */
function namesOf(facet) {
  if (facet.name !== 'source') {
    return Promise.resolve(null);
  }
  sourceNames ??= all('v1/sources', {limit: 100}).then(sources => new Map(sources.map(each => [each.id, each.name || each.url])));
  return sourceNames;
}

function Values({facet, params}) {
  const filter = filterOf(params).toString();
  const [every, showEvery] = useState(false);
  const {value, problem} = useLoad(async signal => {
    const [counts, names] = await Promise.all([get('v1/counts', changed(filter, {by: facet.name}), signal), namesOf(facet)]);
    return {counts: counts.counts, names};
  }, [filter, facet.name]);
  if (problem) {
    return [400, 409, 503].includes(problem.status) ? null : html`<${Failed} problem=${problem} />`;
  }
  if (!value) {
    return html`<p class="busy small">…</p>`;
  }
  if (value.counts.length === 0) {
    return html`<p class="soft small">None</p>`;
  }
  const on = params.getAll(facet.name);
  const listed = value.counts.slice(0, every ? 200 : FIRST);
  return html`<ul class="values">${listed.map(each => {
    const term = escaped(each.value);
    const active = on.includes(term);
    return html`<li><a class=${'chip' + (active ? ' on' : '')} href=${to('articles', '', toggled(params, facet.name, term))} aria-current=${active && 'true'}>
      <bdi>${facet.show(each.value, value.names)}</bdi> <span class="count">${number(each.count)}</span></a></li>`;
  })}</ul>
  ${value.counts.length > FIRST && html`<button class="quiet small" onClick=${() => showEvery(!every)}>${every ? 'Fewer' : 'All ' + value.counts.length}</button>`}`;
}
