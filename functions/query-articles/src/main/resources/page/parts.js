// Parts of every view. All words of articles and publishers become text nodes; only link() makes addresses into links.
import {html, useEffect, useRef, useState} from './preact.js';
import {token} from './api.js';
import {link, time} from './words.js';

/** Loads a value for as long as the inputs stay the same; keeps the former one while the next is on its way. */
export function useLoad(load, inputs) {
  const [state, set] = useState({busy: true});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    const current = then => control.signal.aborted || then();
    set(former => ({...former, busy: true}));
    load(control.signal).then(
      value => current(() => set({value, busy: false})),
      problem => current(() => set({problem, busy: false})));
    return () => control.abort();
  }, [...inputs, turn]);
  return {...state, again: () => setTurn(turn + 1), put: value => set({value, busy: false})};
}

export function Time({at, label = ''}) {
  if (!at) {
    return null;
  }
  const {short, full} = time(at);
  return html`<time datetime=${at} title=${label ? label + ' ' + full : full}>${short}</time>`;
}

/** A link out of the page; what is no http or https address stays text. */
export function Out({url, children, ...rest}) {
  const address = link(url);
  return address
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer" ...${rest}>${children}</a>`
    : html`<span>${children}</span>`;
}

export const Badge = ({tone = 'soft', title, children}) => html`<span class=${'badge ' + tone} title=${title}>${children}</span>`;

export const Busy = ({children = 'Loading'}) => html`<p class="busy" role="status">${children}…</p>`;

export const Empty = ({title, children}) => html`<div class="empty"><h2>${title}</h2>${children}</div>`;

/** Says what went wrong, and what helps. */
export function Failed({problem, again}) {
  const {title, help} = explained(problem);
  return html`<div class="failed" role="alert">
    <h2>${title}</h2>
    ${help}
    ${problem.errors?.length > 0 && html`<ul>${problem.errors.map(each => html`<li><b>${each.parameter}</b>: ${each.detail}</li>`)}</ul>`}
    ${again && html`<p><button onClick=${again}>Try again</button></p>`}
  </div>`;
}

function explained(problem) {
  switch (problem.status) {
    case undefined:
      return {title: 'The page met a fault of its own', help: html`<p>${problem.message}</p>`};
    case 0:
      return {title: 'The API does not answer', help: html`<p>Check the connection. On this machine, <code>lede up</code> or <code>lede proxy</code> must be running.</p>`};
    case 401:
      return {title: 'This library asks for a token', help: html`<${TokenForm} />`};
    case 403:
      return {title: 'This library takes signed requests only', help: html`<p>A browser cannot sign them. Run
        <code>java -jar lede.jar proxy ${new URL('./', location.href.split('#')[0]).href}</code> with your AWS credentials, and open the
        address that it prints.</p>${token.get() && html`<${TokenForm} />`}`};
    case 404:
      return {title: 'Not found', help: html`<p>${problem.message}</p>`};
    case 429:
      return {title: 'Too many requests at once', help: html`<p>Wait a few seconds.</p>`};
    case 503:
      return {title: 'The search index is not available', help: html`<p>${problem.message}</p>`};
    default:
      return {title: problem.title || 'The API refused (' + problem.status + ')', help: html`<p>${problem.message}</p>`};
  }
}

function TokenForm() {
  const save = event => {
    event.preventDefault();
    token.set(event.target.elements.token.value.trim());
    location.reload();
  };
  return html`<form onSubmit=${save} class="row">
    <label>Access token <input name="token" type="password" autocomplete="off" required /></label>
    <button>Use it until this tab closes</button>
  </form>`;
}

/** A button that asks once more before it acts. */
export function Sure({label, question, onSure, ...rest}) {
  const [asked, ask] = useState(false);
  const yes = useRef();
  useEffect(() => asked && yes.current.focus(), [asked]);
  return asked
    ? html`<span class="sure" role="group" aria-label=${question}>${question}
        <button ref=${yes} class="danger" onClick=${() => { ask(false); onSure(); }}>Yes</button>
        <button onClick=${() => ask(false)}>No</button></span>`
    : html`<button onClick=${() => ask(true)} ...${rest}>${label}</button>`;
}

export function Copy({text, label = 'Copy'}) {
  const [done, set] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => set(true), () => set(false));
  return html`<button class="quiet" onClick=${copy}>${done ? 'Copied' : label}</button>`;
}

/** Runs an action of a button or form: at most one at a time, with its problem. */
export function useAction() {
  const [state, set] = useState({});
  const run = async action => {
    set({busy: true});
    try {
      await action();
      set({});
    } catch (problem) {
      set({problem});
    }
  };
  return {...state, run};
}

/** A line that screen readers speak as it changes. */
export const Spoken = ({children}) => html`<p class="spoken" role="status">${children}</p>`;
