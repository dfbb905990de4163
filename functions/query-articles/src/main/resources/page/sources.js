// Sources: their health, why they are polled when, and what can be done with them.
import {html, useState} from './preact.js';
import {to} from './address.js';
import {all, get, patch, post, remove, token, url} from './api.js';
import {Badge, Busy, Empty, Failed, Out, Sure, Time, useAction, useLoad} from './parts.js';
import {host, interval, number, plural, size} from './words.js';

const ALERTS = {
  gone: 'It answered 410 and is no longer polled.',
  dead: 'It has failed for so long that it is polled every 30 days.',
  silent: 'It has been silent for longer than its rhythm allows.',
  moved: 'It redirects to another address.',
};

const REASONS = {
  'nothing-new': 'it is read without a fault, and has no new entry',
  unchanged: 'it answers that nothing has changed',
  errors: 'polls fail',
  'host-paused': 'its server asked for time',
  moved: 'it redirects to another address',
  gone: 'it answered 410',
  'no-mail': 'no mail came',
};

export function Sources() {
  const {value, problem, again, put} = useLoad(signal => all('v1/sources', {limit: 100}, signal), []);
  const replace = source => put(value.map(each => each.id === source.id ? source : each));
  const drop = source => put(value.filter(each => each.id !== source.id));
  return html`<h1>Sources</h1>
    <${Add} added=${again} />
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.length === 0 ? html`<${Empty} title="No sources yet"><p>Add the address of a feed, a sitemap or a site above, or import an OPML file. It is polled at once.</p><//>`
      : html`<p class="soft">${plural(value.length, 'source')}${trouble(value)}</p>
        <p><a href=${to('searches')}>Be told when one falls silent</a>: save a search for silent sources.</p>
        <ul class="cards sources">${sorted(value).map(source => html`<${SourceCard} key=${source.id} source=${source} replace=${replace} drop=${drop} />`)}</ul>`}`;
}

const ill = source => source.alert || source.health?.state === 'failing';
const sorted = sources => [...sources].sort((one, other) => Boolean(ill(other)) - Boolean(ill(one)) || title(one).localeCompare(title(other)));
const title = source => source.name || host(source.url);

function trouble(sources) {
  const count = sources.filter(ill).length;
  return count > 0 ? ', ' + plural(count, 'needs', 'need') + ' a look' : '';
}

function Add({added}) {
  const {busy, problem, run} = useAction();
  const [report, set] = useState(null);
  const add = event => {
    event.preventDefault();
    const form = event.target;
    run(async () => {
      await post('v1/sources', {url: form.elements.url.value.trim()});
      form.reset();
      set(null);
      added();
    });
  };
  const read = event => {
    const file = event.target.files[0];
    event.target.value = '';
    run(async () => {
      set(await post('v1/sources/opml', file, 'text/x-opml'));
      added();
    });
  };
  return html`<form class="panel row" onSubmit=${add} aria-label="Add a source">
      <label class="grow">Feed, sitemap or site <input name="url" type="text" inputmode="url" required maxlength="2048" placeholder="https://news.example.org" spellcheck=${false} /></label>
      <button class="primary" disabled=${busy}>${busy ? 'Adding…' : 'Add'}</button>
      <label class="button file">Import OPML<input type="file" accept=".opml,.xml,text/x-opml" onChange=${read} /></label>
      ${!token.get() && html`<a class="button" href=${url('v1/sources.opml')} download="lede.opml">Export OPML</a>`}
    </form>
    ${problem && html`<${Failed} problem=${problem} />`}
    ${report && html`<div class="panel good" role="status"><p>${plural(report.added, 'source')} added, ${number(report.unchanged)} known already${
      report.left > 0 ? ', ' + number(report.left) + ' left: import the file again' : ''}.</p>
      ${report.refused.length > 0 && html`<details open><summary>${plural(report.refused.length, 'address', 'addresses')} refused</summary>
        <ul>${report.refused.map(each => html`<li><bdi>${each.url}</bdi>: ${each.detail}</li>`)}</ul></details>`}</div>`}`;
}

function state(source) {
  if (source.state !== 'active') {
    return [source.state, source.state === 'gone' ? 'bad' : 'soft'];
  }
  return {ok: ['healthy', 'good'], failing: ['failing', 'bad'], new: ['not yet polled', 'soft']}[source.health.state] || [source.health.state, 'soft'];
}

function SourceCard({source, replace, drop}) {
  const {busy, problem, run} = useAction();
  const path = 'v1/sources/' + encodeURIComponent(source.id);
  const [word, tone] = state(source);
  const health = source.health;
  const mail = source.url.startsWith('mailto:');
  return html`<li class="card" data-item>
    <p class="meta"><${Badge} tone=${tone}>${word}<//>
      ${source.alert && html`<${Badge} tone="warn" title=${ALERTS[source.alert]}>${source.alert}<//>`}
      ${source.push?.state === 'active' && html`<${Badge} tone="good" title=${'Pushed by ' + source.push.hub}>pushed<//>`}
      ${source.articlesPerDay > 0 && html`<span>${source.articlesPerDay < 10 ? source.articlesPerDay.toFixed(1) : number(Math.round(source.articlesPerDay))} articles a day</span>`}
      ${health.lastNewAt && html`<span>last new <${Time} at=${health.lastNewAt} /></span>`}</p>
    <h2 dir="auto"><a href=${to('articles', '', {source: source.id})}>${title(source)}</a></h2>
    <p class="soft small"><${Out} url=${source.url}><bdi>${source.url}</bdi><//>${source.feedUrl && source.feedUrl !== source.url && html` → <${Out} url=${source.feedUrl}><bdi>${source.feedUrl}</bdi><//>`}</p>
    ${source.alert && source.alert !== 'silent' && html`<p class="warn-text">${ALERTS[source.alert]}${source.movingTo && html` <bdi>${source.movingTo}</bdi>`}</p>`}
    ${source.silence && html`<p class="warn-text">Silent since <${Time} at=${source.silence.since} />, noticed <${Time} at=${source.silence.at} />: ${REASONS[source.silence.reason] || source.silence.reason}${source.silence.detail && html`, <bdi>${source.silence.detail}</bdi>`}.</p>`}
    ${health.lastError && html`<p class="bad-text">${health.lastError.outcome}: <bdi>${health.lastError.detail}</bdi> (<${Time} at=${health.lastError.at} />${health.errorStreak > 1 && ', ' + plural(health.errorStreak, 'time') + ' in a row'})</p>`}
    <p class="why">${mail ? 'Mails are taken as they come.' : source.nextPollAt
      ? html`Next poll <${Time} at=${source.nextPollAt} />${source.nextPollBecause && html`, because of <bdi>${source.nextPollBecause}</bdi>`}; every ${interval(source.intervalMinutes)}.`
      : 'Not polled.'}</p>
    <details class="small"><summary>Polls so far</summary><dl class="facts">
      <div><dt>Last poll</dt><dd>${health.lastPollAt ? html`<${Time} at=${health.lastPollAt} />, ${health.lastOutcome}` : 'none'}</dd></div>
      ${source.rhythm && html`<div><dt>Rhythm</dt><dd>${source.silence ? 'silent' : source.rhythm.silentFrom ? html`something new is expected before <${Time} at=${source.rhythm.silentFrom} />` : 'not yet known'}</dd></div>`}
      <div><dt>Entries found</dt><dd>${number(health.entries || 0)}</dd></div>
      ${source.etiquette && html`<div><dt>Requests</dt><dd>${number(source.etiquette.requests)}, ${Math.round(source.etiquette.notModifiedShare * 100)} % answered “not modified”</dd></div>
      <div><dt>Bytes</dt><dd>${size(source.etiquette.bytesReceived)} received, about ${size(source.etiquette.bytesSaved)} saved</dd></div>`}
      ${source.push && html`<div><dt>Push</dt><dd>${source.push.state}${source.push.detail ? ': ' + source.push.detail : ''}</dd></div>`}
    </dl></details>
    ${!mail && html`<${Past} path=${path + '/backfill'} />`}
    <p class="row">
      ${!mail && html`<button disabled=${busy} onClick=${() => run(async () => replace(await post(path + '/poll')))}>Poll now</button>
      <button disabled=${busy} onClick=${() => run(async () => replace(await patch(path, {paused: source.state !== 'paused'})))}>${source.state === 'paused' ? 'Resume' : 'Pause'}</button>`}
      <${Rename} source=${source} save=${name => run(async () => replace(await patch(path, {name})))} />
      <${Sure} label="Remove" question="Remove it? Its articles are kept." onSure=${() => run(async () => { await remove(path); drop(source); })} />
    </p>
    ${problem && html`<${Failed} problem=${problem} />`}
  </li>`;
}

const counts = outcomes => Object.entries(outcomes).map(([outcome, count]) => number(count) + ' ' + outcome).join(', ') || 'none yet';

/** The backfill of a source, asked for once the section is opened. */
function Past({path}) {
  const {busy, problem, run} = useAction();
  const [past, set] = useState(null);
  const look = () => run(async () => set({state: 'none', ...await get(path)}));
  const over = past && ['none', 'complete', 'cancelled'].includes(past.state);
  return html`<details class="small" onToggle=${event => event.target.open && !past && look()}><summary>Its past</summary>
    ${past?.pages && html`<dl class="facts">
      <div><dt>State</dt><dd>${past.state}${past.attempts > 0 && ', attempt ' + number(past.attempts) + ' failed'}${past.detail && html`: <bdi>${past.detail}</bdi>`}${past.notBefore && html`, goes on <${Time} at=${past.notBefore} />`}</dd></div>
      <div><dt>Pages</dt><dd>${counts(past.pages)}${past.pagesLeft > 0 && ', ' + number(past.pagesLeft) + ' left'}${past.sitemapsLeftOut?.over > 0 && ', ' + number(past.sitemapsLeftOut.over) + ' sitemaps more than wanted'}</dd></div>
      <div><dt>Articles</dt><dd>${counts(past.articles)}</dd></div></dl>`}
    ${past && html`<p class="row">
      <button disabled=${busy} onClick=${() => run(async () => set(await post(path, over ? {restart: true} : undefined)))}>${over ? 'Fetch older articles' : 'Go on'}</button>
      ${!over && html`<button disabled=${busy} onClick=${() => run(async () => { await remove(path); await look(); })}>Cancel</button>`}
      ${past.pages && html`<button disabled=${busy} onClick=${look}>Look again</button>`}</p>`}
    ${problem && html`<${Failed} problem=${problem} />`}</details>`;
}

function Rename({source, save}) {
  const [opened, open] = useState(false);
  const submit = event => {
    event.preventDefault();
    open(false);
    save(event.target.elements.name.value.trim());
  };
  return opened
    ? html`<form class="row" onSubmit=${submit}><label><span class="spoken">New name</span><input name="name" required maxlength="200" dir="auto" value=${title(source)} /></label>
        <button>Save</button><button type="button" onClick=${() => open(false)}>Cancel</button></form>`
    : html`<button onClick=${() => open(true)}>Rename</button>`;
}
