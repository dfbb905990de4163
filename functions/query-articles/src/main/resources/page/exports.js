// Exports: asked for, followed, downloaded; and runs that put stored documents through today's pipeline.
import {html, useEffect, useState} from './preact.js';
import {to} from './address.js';
import {get, post, remove} from './api.js';
import {Badge, Busy, Empty, Failed, Out, Sure, Time, useAction, useLoad} from './parts.js';
import {decoded} from './searches.js';
import {number, plural, size} from './words.js';

const EVERY = 3000;

/** Loads a list, and again every few seconds for as long as something in it runs. */
function useFollowed(path, runs) {
  const loaded = useLoad(signal => get(path, '', signal), []);
  const going = loaded.value?.items.some(runs) || false;
  useEffect(() => {
    const turn = going && !loaded.busy ? setTimeout(loaded.again, EVERY) : 0;
    return () => clearTimeout(turn);
  }, [going, loaded.busy, loaded.value]);
  return loaded;
}

export function Exports({params}) {
  const {value, problem, again} = useFollowed('v1/exports', each => each.state === 'running');
  return html`<h1>Exports</h1>
    <p class="soft">All articles of a filter with their texts, in files by day of arrival. They are kept for seven days.</p>
    <${Ask} filter=${params.toString()} asked=${again} />
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.items.length === 0 ? html`<${Empty} title="No exports yet"><p>Ask for one above. Leave the filter empty for all articles.</p><//>`
      : html`<ul class="cards" aria-label="Exports">${value.items.map(each => html`<${ExportCard} key=${each.id} item=${each} again=${again} />`)}</ul>`}
    <${Reprocessings} />`;
}

function Ask({filter, asked}) {
  const {busy, problem, run} = useAction();
  const ask = event => {
    event.preventDefault();
    const given = event.target.elements;
    const body = {format: given.format.value};
    const wanted = given.filter.value.trim().replace(/^.*\?/, '');
    if (wanted) {
      body.filter = wanted;
    }
    run(async () => {
      await post('v1/exports', body);
      asked();
    });
  };
  return html`<form class="panel row" onSubmit=${ask} aria-label="Ask for an export">
      <label class="grow">Filter <input name="filter" maxlength="4000" spellcheck=${false} defaultValue=${filter} placeholder="country=ML&lang=fr" /></label>
      <label>Format <select name="format"><option value="ndjson.gz">NDJSON, compressed</option><option value="csv">CSV</option></select></label>
      <button class="primary" disabled=${busy}>${busy ? 'Asking…' : 'Export'}</button>
    </form>
    ${problem && html`<${Failed} problem=${problem} />`}`;
}

const TONES = {running: 'info', complete: 'good', cancelled: 'soft', failed: 'bad'};

function ExportCard({item, again}) {
  const {busy, problem, run} = useAction();
  const [files, show] = useState(null);
  const path = 'v1/exports/' + encodeURIComponent(item.id);
  return html`<li class="card" data-item>
    <p class="meta" role="status"><${Badge} tone=${TONES[item.state] || 'soft'}>${item.state}<//> <span>${item.format}</span>
      <span>${plural(item.articles, 'article')}, ${size(item.bytes)}</span>
      ${item.state === 'running' && item.reached && html`<span>back to <${Time} at=${item.reached} /></span>`}</p>
    <h2><a href=${to('articles', '', item.filter)}><code>${decoded(item.filter) || 'all articles'}</code></a></h2>
    <p class="soft small">Asked for <${Time} at=${item.created} />, deleted <${Time} at=${item.expires} />.</p>
    ${item.detail && html`<p class="bad-text">${item.detail}</p>`}
    <p class="row">
      ${item.state === 'complete' && html`<button disabled=${busy} onClick=${() => run(async () => show(await get(path)))}>Show the files</button>`}
      ${(item.state === 'complete' || item.state === 'running') && html`<${Sure} label=${item.state === 'running' ? 'Cancel' : 'Delete'} question="Delete its files?"
        onSure=${() => run(async () => { await remove(path); show(null); again(); })} />`}
    </p>
    ${problem && html`<${Failed} problem=${problem} />`}
    ${files && html`<${Files} value=${files} />`}
  </li>`;
}

function Files({value}) {
  const days = (value.days || []).filter(day => day.files.length > 0);
  return html`<div class="panel" role="status"><p>The links are good for 15 minutes. <${Out} url=${value.manifest}>Manifest<//></p>
    ${days.length === 0 ? html`<p class="soft">No article matched.</p>` : html`<table class="rows"><caption class="spoken">Files by day</caption>
      <thead><tr><th scope="col">Day</th><th scope="col">Articles</th><th scope="col">Files</th></tr></thead>
      <tbody>${days.map(day => html`<tr><th scope="row">${day.day}</th><td>${number(day.articles)}, ${size(day.bytes)}</td>
        <td>${day.files.map((file, index) => html`<${Out} url=${file} download aria-label=${'File ' + (index + 1) + ' of ' + day.day}>${index + 1}<//> `)}</td></tr>`)}</tbody></table>`}
    ${value.athena && html`<details><summary>Table for Amazon Athena</summary><code class="block">${value.athena}</code></details>`}</div>`;
}

function Reprocessings() {
  const {value, problem, again} = useFollowed('v1/reprocessings', each => !each.complete);
  return html`<section aria-labelledby="runs"><h2 id="runs">Runs of reprocessing</h2>
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.items.length === 0 ? html`<p class="soft">None in 30 days. <code>lede reprocess</code> shows what today's pipeline would make of stored documents, and with <code>--promote</code> stores it.</p>`
      : html`<ul class="cards" aria-label="Runs of reprocessing">${value.items.map(each => html`<${Run} key=${each.id} item=${each} />`)}</ul>`}</section>`;
}

function Run({item}) {
  const fields = Object.entries(item.fields).sort(([, one], [, other]) => other - one);
  return html`<li class="card" data-item>
    <p class="meta" role="status"><${Badge} tone=${item.complete ? 'good' : 'info'}>${item.complete ? 'complete' : 'running'}<//>
      <${Badge} tone=${item.promote ? 'warn' : 'soft'}>${item.promote ? 'stores what changes' : 'only shows'}<//>
      <span>begun <${Time} at=${item.created} /></span><span>at most ${number(item.perMinute)} a minute</span></p>
    <p>Articles that arrived from <${Time} at=${item.from} /> to <${Time} at=${item.to} />: <b>${number(item.examined)}</b> examined, <b>${number(item.changed)}</b> change${item.promote && html`, ${number(item.promoted)} sent to be stored`}.</p>
    ${fields.length > 0 && html`<dl class="facts">${fields.map(([field, count]) => html`<div><dt>${field}</dt><dd>${plural(count, 'article')}</dd></div>`)}</dl>`}
    ${item.examples.length > 0 && html`<details><summary>${plural(item.examples.length, 'example')}</summary><ul class="short">${item.examples.map(each => html`<li>
      <a href=${to('article', each.article)}>${each.field}</a>: ${each.before === undefined ? 'absent' : html`<del dir="auto">${each.before}</del>`} → ${each.after === undefined ? 'absent' : html`<ins dir="auto">${each.after}</ins>`}</li>`)}</ul></details>`}
  </li>`;
}
