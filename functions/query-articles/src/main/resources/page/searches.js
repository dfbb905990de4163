// Saved searches: their feeds, webhooks and digests, and what they would have told.
import {html, useState} from './preact.js';
import {to} from './address.js';
import {all, get, post, remove} from './api.js';
import {Badge, Busy, Empty, Failed, Sure, Time, useAction, useLoad} from './parts.js';
import {plural} from './words.js';
import {Subscribe} from './subscribe.js';

export function Searches() {
  const {value, problem, again, put} = useLoad(signal => all('v1/searches', {limit: 100}, signal), []);
  const [adding, add] = useState(false);
  const drop = search => put(value.filter(each => each.id !== search.id));
  return html`<div class="bar"><h1>Saved searches</h1><span class="spring"></span>
      <button aria-expanded=${adding} onClick=${() => add(!adding)}>New</button></div>
    <p class="soft">Each has a secret feed for any reader, and may call a webhook or send a digest.</p>
    ${adding && html`<${Subscribe} close=${() => add(false)} saved=${again} />`}
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.length === 0 ? html`<${Empty} title="None yet"><p>Search <a href=${to('articles')}>the articles</a>, then choose Subscribe.</p><//>`
      : html`<ul class="cards">${value.map(search => html`<${SearchCard} key=${search.id} search=${search} drop=${drop} />`)}</ul>`}`;
}

const EVERY = {hour: 'hourly', day: 'daily', week: 'weekly'};

function SearchCard({search, drop}) {
  const {busy, problem, run} = useAction();
  const [result, set] = useState(null);
  const [sent, tell] = useState('');
  const path = 'v1/searches/' + encodeURIComponent(search.id);
  return html`<li class="card" data-item>
    <p class="meta"><span>saved <${Time} at=${search.created} /></span>
      <${Badge}>feed<//>
      ${search.webhook && html`<${Badge} tone="info" title=${search.webhook}>webhook<//>`}
      ${search.digest && html`<${Badge} tone="info">${EVERY[search.digest.every]} digest<//>`}
      ${search.silentSources && html`<${Badge} tone="info">silent sources<//>`}
      ${search.edits && html`<${Badge} tone="info">edits<//>`}
      ${search.silenceHours && html`<${Badge} tone="info">silence after ${search.silenceHours} h<//>`}</p>
    <h2 dir="auto"><a href=${search.silentSources ? to('sources') : to('articles', '', search.filter)}>${search.name}</a></h2>
    <p class="soft small">${search.filter ? html`<code>${decoded(search.filter)}</code>` : search.silentSources ? 'all sources' : 'all articles'}${search.webhook && html`, told to <bdi>${search.webhook}</bdi>`}</p>
    <p class="row">
      ${!search.silentSources && html`<button disabled=${busy} onClick=${() => run(async () => set(await get(path + '/dry-run')))}>Dry run</button>`}
      ${search.webhook && html`<button disabled=${busy} onClick=${() => run(async () => tell((await post(path + '/test')).delivery))}>Send a test</button>`}
      <${Sure} label="Delete" question="Delete it and revoke its feed?" onSure=${() => run(async () => { await remove(path); drop(search); })} />
    </p>
    ${sent && html`<p class="good-text" role="status">The test is on its way, as <code>${sent}</code>.</p>`}
    ${problem && html`<${Failed} problem=${problem} />`}
    ${result && html`<${DryRun} result=${result} close=${() => set(null)} />`}
  </li>`;
}

export function decoded(filter) {
  return [...new URLSearchParams(filter)].map(([name, value]) => name + '=' + value).join(' & ');
}

function DryRun({result, close}) {
  return html`<div class="panel" role="status">
    <p>From <${Time} at=${result.from} /> to <${Time} at=${result.to} /> it would have told of <b>${plural(result.articles, 'article')}</b>${result.complete ? '.' : ', and of more that were not looked at.'}
      <button class="quiet" onClick=${close}>Close</button></p>
    <ul class="short">${result.items.map(each => html`<li><a href=${to('article', each.id)} dir="auto">${each.headline || 'Without a headline'}</a>
      <span class="soft small"><${Time} at=${each.arrival} />${each.because.length > 0 && html`, because ${each.because.join(', ')}`}</span></li>`)}</ul>
    ${result.digests?.length > 0 && html`<h3>Digests</h3><ul class="short">${result.digests.map(each => html`<li><bdi>${each.subject}</bdi> <span class="soft small"><${Time} at=${each.at} />, ${plural(each.articles, 'article')}</span></li>`)}</ul>`}
  </div>`;
}
