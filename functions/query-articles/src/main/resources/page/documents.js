// Documents: upload, and the outcome of each that arrived.
import {html} from './preact.js';
import {changed, go, to} from './address.js';
import {get, next, remove} from './api.js';
import {Busy, Empty, Failed, Sure, Time, useAction, useLoad} from './parts.js';
import {OUTCOMES, Outcome, Upload} from './upload.js';

export function Documents({params}) {
  const filter = new URLSearchParams([...params].filter(([name]) => ['outcome', 'key', 'parent'].includes(name)));
  const {value, problem, again, put} = useLoad(signal => get('v1/documents', changed(filter, {limit: 50}), signal), [filter.toString()]);
  const {busy, problem: refused, run} = useAction();
  const more = () => run(async () => {
    const page = await next(value.next);
    put({items: [...value.items, ...page.items], next: page.next});
  });
  const drop = document => run(async () => {
    await remove('v1/documents/' + encodeURIComponent(document.id));
    again();
  });
  return html`<h1>Documents</h1>
    ${!params.has('parent') && html`<${Upload} settled=${again} />`}
    <div class="bar">
      <h2>${params.has('parent') ? 'Parts of a file' : 'Arrived lately'}</h2><span class="spring"></span>
      ${params.has('parent') ? html`<a href=${to('documents')}>All documents</a>`
        : html`<label>Outcome <select onChange=${event => go(to('documents', '', changed(params, {outcome: event.target.value})))}>
          <option value="">all</option>
          ${Object.entries(OUTCOMES).map(([name, [label]]) => html`<option value=${name} selected=${params.get('outcome') === name}>${label}</option>`)}</select></label>`}
      <button class="quiet" onClick=${again}>Refresh</button>
    </div>
    ${refused && html`<${Failed} problem=${refused} />`}
    ${problem ? html`<${Failed} problem=${problem} again=${again} />` : !value ? html`<${Busy} />`
      : value.items.length === 0 && !value.next ? html`<${Empty} title=${filter.toString() ? 'None' : 'Nothing has arrived yet'}>
          ${filter.toString() ? html`<p><a href=${to('documents')}>All documents</a></p>` : html`<p>Drop files above, or <a href=${to('sources')}>add a source</a>.</p>`}<//>`
      : html`<${Table} items=${value.items} drop=${drop} busy=${busy} />`}
    ${value?.next && html`<p><button class="more" disabled=${busy} onClick=${more}>More documents</button></p>`}`;
}

const named = document => document.key.replace(/^uploads\/[^/]+\//, '').replace(/^web\/([0-9a-f]{8}).*/, 'page $1…');

function Table({items, drop, busy}) {
  return html`<table class="rows"><caption class="spoken">Documents with their outcomes</caption>
    <thead><tr><th scope="col">Document</th><th scope="col">Outcome</th><th scope="col">Received</th><th scope="col"><span class="spoken">Actions</span></th></tr></thead>
    <tbody>${items.map(document => html`<tr key=${document.id} data-item>
      <th scope="row"><span title=${document.key}>${document.articleId
        ? html`<a href=${to('article', document.articleId)}><bdi>${named(document)}</bdi></a>` : html`<bdi>${named(document)}</bdi>`}</span></th>
      <td><${Outcome} document=${document} />${document.parts && html` <a href=${to('documents', '', {parent: document.id})}>${document.parts.found} parts</a>`}
        ${document.detail && html`<span class="soft small block"><bdi>${document.detail}</bdi></span>`}</td>
      <td><${Time} at=${document.received} /></td>
      <td>${document.outcome !== 'deleted' && html`<${Sure} class="quiet small" label="Delete" question="Delete it?" disabled=${busy} onSure=${() => drop(document)} />`}</td>
    </tr>`)}</tbody></table>`;
}
