// A search made lasting: its feed, and a webhook if wanted.
import {html} from './preact.js';
import {to} from './address.js';
import {post} from './api.js';
import {Copy, Failed, useAction} from './parts.js';
import {useState} from './preact.js';

/** Asks for a name and, if wanted, where to send alerts; then tells the secrets, once. */
export function Subscribe({filter, close, saved = () => {}}) {
  const {busy, problem, run} = useAction();
  const [made, set] = useState(null);
  const submit = event => {
    event.preventDefault();
    const given = event.target.elements;
    const body = {name: given.name.value.trim()};
    const wanted = given.filter ? given.filter.value.trim().replace(/^.*\?/, '') : filter;
    if (wanted) {
      body.filter = wanted;
    }
    if (given.webhook.value.trim()) {
      body.webhook = given.webhook.value.trim();
      if (given.edits.checked) {
        body.edits = true;
      }
    }
    if (given.webhook.value.trim() && given.silence.value) {
      body.silenceHours = Number(given.silence.value);
    }
    if (given.sources?.checked) {
      body.silentSources = true;
    }
    if (given.digest.value) {
      body.digest = {every: given.digest.value, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'};
    }
    run(async () => {
      set(await post('v1/searches', body));
      saved();
    });
  };
  if (made) {
    return html`<${Told} made=${made} close=${close} />`;
  }
  return html`<form class="panel" onSubmit=${submit} aria-label="Subscribe to this search">
    <label>Name <input name="name" required maxlength="200" dir="auto" defaultValue=${suggested(filter)} value=${suggested(filter)} /></label>
    ${filter === undefined && html`<label>Filter <input name="filter" maxlength="4000" spellcheck=${false} placeholder="country=ML&lang=fr (all articles if empty)" /></label>`}
    ${filter === undefined && html`<label class="check"><input name="sources" type="checkbox" /> Tell of sources that fall silent, instead of articles (filter: source=, or empty for all)</label>`}
    <details><summary>Webhook and digest</summary>
      <label>Webhook <input name="webhook" type="url" maxlength="2000" placeholder="https://example.org/hook" /></label>
      <label class="check"><input name="edits" type="checkbox" /> Tell it of changed articles, too</label>
      <label>Tell it once after so many hours without an article <input name="silence" type="number" min="1" max="744" /></label>
      <label>Digest by e-mail <select name="digest"><option value="">none</option><option value="hour">every hour</option>
        <option value="day">every day</option><option value="week">every week</option></select></label>
    </details>
    ${problem && html`<${Failed} problem=${problem} />`}
    <p class="row"><button class="primary" disabled=${busy}>${busy ? 'Saving…' : 'Save'}</button>
      ${close && html`<button type="button" onClick=${close}>Cancel</button>`}</p>
  </form>`;
}

function suggested(filter) {
  return filter ? [...new URLSearchParams(filter).values()].join(', ').slice(0, 200) : '';
}

function Told({made, close}) {
  return html`<div class="panel good" role="status">
    <h2><bdi>${made.name}</bdi> is saved</h2>
    <p>Its feed is for any reader. The address is a secret and is not told again.</p>
    <p class="secret"><code>${made.feed}</code> <${Copy} text=${made.feed} label="Copy the address" /></p>
    <p class="soft">Atom; with <code>?format=rss</code> or <code>?format=jsonfeed</code> another format.</p>
    ${made.webhookSecret && html`<p>The webhook is signed with this key, told once, too:</p>
      <p class="secret"><code>${made.webhookSecret}</code> <${Copy} text=${made.webhookSecret} label="Copy the key" /></p>`}
    <p class="row"><a href=${to('searches')}>All saved searches</a> ${close && html`<button onClick=${close}>Close</button>`}</p>
  </div>`;
}
