// Uploads: a ticket from the API, the file to the bucket, then the outcome of its processing.
import {html, useEffect, useState} from './preact.js';
import {to} from './address.js';
import {Problem, get, post} from './api.js';
import {Badge, Failed} from './parts.js';
import {plural, size} from './words.js';

const BETWEEN_LOOKS = 1500;
const LONGEST_WAIT = 15 * 60 * 1000;
/** Headers that browsers set themselves and forbid pages to set. */
const BROWSERS_OWN = ['content-length', 'host'];

/** What an outcome means, and its tone. */
export const OUTCOMES = {
  'stored': ['Stored', 'good', 'It is an article of the library.'],
  'unchanged': ['Unchanged', 'good', 'The library has this article already.'],
  'superseded': ['Superseded', 'soft', 'A newer or more trusted version stands.'],
  'unpacked': ['Unpacked', 'good', 'It held many articles; each is a document of its own.'],
  'empty': ['Empty', 'warn', 'There are no bytes or no words in it.'],
  'too-large': ['Too large', 'bad', 'Only collections may have more than 20 MB. Split it.'],
  'too-slow': ['Too slow', 'bad', 'Reading it took longer than allowed.'],
  'unreadable': ['Unreadable', 'bad', 'It is damaged, or not of the type that its name says.'],
  'encoding': ['Encoding', 'bad', 'Its characters cannot be told. Save it as UTF-8.'],
  'encrypted': ['Encrypted', 'bad', 'Remove the password and upload it again.'],
  'no-text': ['No text', 'warn', 'It has pictures of text. Run a text recognition first.'],
  'unknown-type': ['Unknown type', 'bad', 'Take HTML, text, Markdown, PDF, Word, mail, or an archive of them.'],
  'refused': ['Refused', 'warn', 'The publisher refused the page.'],
  'blocked': ['Blocked', 'warn', 'The address leads into a private network.'],
  'disallowed': ['Disallowed', 'warn', 'robots.txt forbids the page.'],
  'folder': ['Folder', 'soft', 'A folder, not a document.'],
  'test-event': ['Test', 'soft', 'A test of the notifications.'],
  'deleted': ['Deleted', 'soft', 'It was deleted.'],
  'waiting': ['Waiting', 'soft', 'It is not yet processed.'],
  'failed': ['Failed', 'bad', 'A fault of Lede; it is tried again.'],
};

export function Outcome({document}) {
  const [label, tone, means] = OUTCOMES[document.outcome] || [document.outcome, 'soft', ''];
  return html`<${Badge} tone=${tone} title=${means}>${label}<//>`;
}

/** Sends a file; fetch cannot tell of progress on the way up. */
function put(ticket, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    for (const [name, value] of Object.entries(ticket.headers)) {
      if (!BROWSERS_OWN.includes(name.toLowerCase())) {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = event => progress(event.loaded / Math.max(1, event.total));
    request.onload = () => request.status < 300 ? resolve() : reject(new Problem(request.status, {title: 'The bucket refused the file', detail: 'Its answer was ' + request.status + '. Drop the file again.'}));
    request.onerror = () => reject(new Problem(1, {title: 'The file did not arrive', detail: 'The connection to the bucket broke, or the bucket takes no files of this page (CORS). Drop the file again.'}));
    // The type is signed; without the slice the browser would send the file's own.
    request.send(file.slice(0, file.size, ticket.headers['content-type']));
  });
}

async function settled(id, changed) {
  const end = Date.now() + LONGEST_WAIT;
  while (Date.now() < end) {
    const found = await get('v1/documents/' + encodeURIComponent(id));
    changed({document: found});
    if (found.outcome !== 'waiting') {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

async function upload(file, changed) {
  try {
    if (file.size === 0) {
      changed({document: {outcome: 'empty', detail: 'the file has no bytes'}});
      return;
    }
    const ticket = await post('v1/documents', {name: file.name.slice(-200), size: file.size, ...(file.type ? {contentType: file.type} : {})});
    await put(ticket, file, share => changed({share}));
    changed({share: 1, document: {id: ticket.id, outcome: 'waiting'}});
    await settled(ticket.id, changed);
  } catch (problem) {
    changed({problem});
  }
}

let keys = 0;

/** The place to drop files, and what becomes of each. */
export function Upload({settled: done}) {
  const [files, set] = useState([]);
  const [over, setOver] = useState(0);
  useEffect(() => {
    // A file that misses the place must not replace the page.
    const keep = event => event.preventDefault();
    addEventListener('dragover', keep);
    addEventListener('drop', keep);
    return () => {
      removeEventListener('dragover', keep);
      removeEventListener('drop', keep);
    };
  }, []);
  const take = async list => {
    const rows = [...list].map(file => ({key: ++keys, file, share: 0}));
    set(former => [...rows, ...former]);
    // One after the other: a folder of a thousand files must not be a thousand requests at once.
    for (const row of rows) {
      await upload(row.file, news => set(former => former.map(each => each.key === row.key ? {...each, ...news} : each)));
    }
    done();
  };
  const drop = event => {
    event.preventDefault();
    setOver(0);
    take(event.dataTransfer.files);
  };
  return html`<section aria-label="Upload">
    <div class=${'drop' + (over > 0 ? ' over' : '')} onDragEnter=${() => setOver(over + 1)} onDragLeave=${() => setOver(Math.max(0, over - 1))}
      onDragOver=${event => event.preventDefault()} onDrop=${drop}>
      <p><b>Drop documents here</b> or <label class="button file">choose files<input type="file" multiple onChange=${event => { take(event.target.files); event.target.value = ''; }} /></label></p>
      <p class="soft small">HTML, text, Markdown, PDF, Word, mail; mailboxes, ZIP, WARC, exports of Nexis, Factiva and others with many articles.</p>
    </div>
    ${files.length > 0 && html`<ul class="uploads" aria-live="polite">${files.map(row => html`<${Row} key=${row.key} row=${row} />`)}</ul>`}
  </section>`;
}

function Row({row}) {
  const {file, share, document, problem} = row;
  const means = document && (document.detail || OUTCOMES[document.outcome]?.[2]);
  return html`<li>
    <p class="meta"><bdi class="strong">${file.name}</bdi> <span>${size(file.size)}</span>
      ${document ? html`<${Outcome} document=${document} />` : !problem && (share > 0 ? html`<progress value=${share} aria-label=${'Progress of ' + file.name}></progress>` : html`<span>queued</span>`)}
      ${document?.articleId && html`<a href=${to('article', document.articleId)}>Open the article</a>`}
      ${document?.parts?.found && html`<a href=${to('documents', '', {parent: document.id})}>${plural(document.parts.found, 'part')}</a>`}</p>
    ${means && document.outcome !== 'stored' && html`<p class="soft small">${means}</p>`}
    ${problem && html`<${Failed} problem=${problem} />`}
  </li>`;
}
