// The frame of the page: header, the view that the address names, footer.
import {Component, html, render, useEffect, useRef, useState} from './preact.js';
import {to, useAddress} from './address.js';
import {Failed} from './parts.js';
import {Keys} from './keyboard.js';
import {Articles} from './articles.js';
import {ArticleView} from './article.js';
import {Stories, Story} from './stories.js';
import {Sources} from './sources.js';
import {Documents} from './documents.js';
import {Searches} from './searches.js';
import {Quotes} from './quotes.js';
import {Exports} from './exports.js';
import {Costs} from './costs.js';

const VIEWS = {
  articles: {title: 'Articles', show: Articles},
  stories: {title: 'Stories', show: Stories},
  sources: {title: 'Sources', show: Sources},
  documents: {title: 'Documents', show: Documents},
  searches: {title: 'Saved searches', show: Searches},
  quotes: {title: 'Quote check', show: Quotes},
  exports: {title: 'Exports', show: Exports},
  costs: {title: 'Costs', show: Costs},
};
const WITHIN = {article: {title: 'Article', show: ArticleView, of: 'articles'}, story: {title: 'Story', show: Story, of: 'stories'}};

const THEME = 'lede-theme';
const THEMES = {'': 'System colours', 'light': 'Light', 'dark': 'Dark'};

function applyTheme(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(THEME, theme);
  } else {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(THEME);
  }
}

/** Shows what a view could not, instead of an empty page. */
class Guard extends Component {
  componentDidCatch(fault) {
    console.error(fault);
    this.setState({fault});
  }

  render({children}, {fault}) {
    return fault ? html`<${Failed} problem=${fault} again=${() => location.reload()} />` : children;
  }
}

function Page() {
  const address = useAddress();
  const [keys, setKeys] = useState(false);
  const main = useRef();
  const first = useRef(true);
  const view = VIEWS[address.view] || WITHIN[address.view];
  const place = address.view + '/' + address.id;
  useEffect(() => {
    document.querySelector('nav [aria-current=page]')?.scrollIntoView({block: 'nearest', inline: 'center'});
    document.title = (view ? view.title : 'Not found') + ' · Lede';
    if (first.current) {
      first.current = false;
    } else {
      main.current.focus({preventScroll: true});
    }
  }, [place]);
  return html`
    <a class="skip" href="#main" onClick=${event => { event.preventDefault(); main.current.focus(); }}>Skip to the content</a>
    <header class="top"><div class="wide">
      <a class="brand" href=${to('articles')} aria-label="Lede: all articles"><${Mark} />Lede</a>
      <nav aria-label="Views">${Object.entries(VIEWS).map(([name, {title}]) => html`
        <a href=${to(name)} aria-current=${(address.view === name || view?.of === name) && 'page'}>${title}</a>`)}</nav>
    </div></header>
    <main id="main" class="wide" tabindex="-1" ref=${main}>
      <${Guard} key=${place}>${view
        ? html`<${view.show} id=${address.id} params=${address.params} />`
        : html`<h1>No such view</h1><p><a href=${to('articles')}>All articles</a></p>`}<//>
    </main>
    <footer class="wide">
      <button class="quiet" onClick=${() => setKeys(true)}>Keyboard</button>
      <label>Colours <select onChange=${event => applyTheme(event.target.value)}>
        ${Object.entries(THEMES).map(([value, label]) => html`<option value=${value} selected=${value === (localStorage.getItem(THEME) || '')}>${label}</option>`)}
      </select></label>
      <a href="openapi.json">API</a>
      <a href=${document.querySelector('link[rel=license]').href}>Licences</a>
    </footer>
    <${Keys} opened=${keys} open=${() => setKeys(true)} close=${() => setKeys(false)} />`;
}

const Mark = () => html`<svg class="mark" viewBox="0 0 20 16" aria-hidden="true"><path d="M0 2.5h20" stroke-width="5" /><path d="M0 9.5h20M0 14.5h13" stroke-width="2" /></svg>`;

/** Keeps where a reader was in each entry of the history, and goes there on the way back. */
function keepPlaces() {
  history.scrollRestoration = 'manual';
  let pending = 0;
  addEventListener('scroll', () => {
    clearTimeout(pending);
    pending = setTimeout(() => history.replaceState({y: scrollY}, ''), 150);
  }, {passive: true});
  let place = location.hash.split('?')[0];
  addEventListener('hashchange', () => {
    clearTimeout(pending);
    const y = history.state?.y;
    const moved = place !== location.hash.split('?')[0];
    place = location.hash.split('?')[0];
    if (y === undefined && moved) {
      scrollTo(0, 0);
    } else if (y) {
      settle(y, 20);
    }
  });
}

function settle(y, tries) {
  if (tries > 0 && document.documentElement.scrollHeight < y + innerHeight) {
    setTimeout(() => settle(y, tries - 1), 50);
  } else {
    scrollTo(0, y);
  }
}

applyTheme(localStorage.getItem(THEME) || '');
keepPlaces();
render(html`<${Page} />`, document.getElementById('page'));
