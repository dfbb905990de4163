// Words for people: names of countries and languages, times, sizes; and offsets in code points.
const NAMES = {
  country: new Intl.DisplayNames('en', {type: 'region', fallback: 'code'}),
  lang: new Intl.DisplayNames('en', {type: 'language', fallback: 'code'}),
};

function named(kind, code) {
  try {
    return NAMES[kind].of(code) || code;
  } catch {
    return code;
  }
}

export const country = code => named('country', String(code).toUpperCase());
export const language = code => code === 'und' || !code ? 'unknown language' : named('lang', code);

/** Languages written from right to left. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/;

export const direction = code => RIGHT_TO_LEFT.test(code || '') ? 'rtl' : 'ltr';

const ACCESS = {
  'open': ['Open', ''],
  'gone': ['Gone from its site', 'bad'],
  'feed-only': ['Feed text only', 'soft'],
  'metered': ['Metered', 'warn'],
  'walled': ['Behind a paywall', 'warn'],
  'truncated': ['Cut short', 'warn'],
  'priced': ['Priced for crawlers', 'warn'],
  'challenged': ['Behind a bot check', 'warn'],
  'consent': ['Behind a consent page', 'warn'],
};

/** Returns label and tone of a state of access. */
export const access = state => ACCESS[state] || [state, 'soft'];

export const number = value => new Intl.NumberFormat('en').format(value);
export const plural = (count, one, many = one + 's') => number(count) + ' ' + (count === 1 ? one : many);

export function size(bytes) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let step = 0;
  let value = bytes;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step++;
  }
  return (step && value < 10 ? value.toFixed(1) : Math.round(value)) + ' ' + units[step];
}

export function interval(minutes) {
  return minutes < 60 ? minutes + ' min' : minutes === 60 ? 'hour' : minutes < 1440 ? minutes / 60 + ' hours' : minutes === 1440 ? 'day' : Math.round(minutes / 1440) + ' days';
}

const DAY = 86400000;
const AGO = new Intl.RelativeTimeFormat('en-GB', {numeric: 'auto', style: 'short'});

function relative(ms) {
  const minutes = Math.round(ms / 60000);
  if (Math.abs(minutes) < 60) {
    return minutes === 0 ? 'now' : AGO.format(minutes, 'minute');
  }
  return Math.abs(ms) < DAY ? AGO.format(Math.round(ms / 3600000), 'hour') : AGO.format(Math.round(ms / DAY), 'day');
}

const DATE = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric'});
const DATE_UTC = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});
const EXACT = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
const FULL = new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeStyle: 'short'});

/** Returns a time in short and in full; a bare date stays the date that it is, whatever the reader's zone. */
export function time(value) {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) {
    return {short: String(value), full: String(value)};
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return {short: DATE_UTC.format(at), full: DATE_UTC.format(at)};
  }
  const distance = at - Date.now();
  return {short: Math.abs(distance) < 6.5 * DAY ? relative(distance) : DATE.format(at), full: FULL.format(at), exact: EXACT.format(at)};
}

/** Returns an http or https address as one, else null: nothing else may become a link. */
export function link(address) {
  try {
    const parsed = new URL(address);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

export function host(address) {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return String(address);
  }
}

/** A text whose parts are addressed in code points, as the API counts. */
export class CodePoints {
  constructor(text) {
    this.points = Array.from(text);
  }

  get length() {
    return this.points.length;
  }

  slice(start, end) {
    return this.points.slice(start, end).join('');
  }

  /** Returns the paragraphs: where each begins and ends. */
  paragraphs() {
    const found = [];
    let start = 0;
    for (let at = 0; at <= this.length; at++) {
      if (at === this.length || (this.points[at] === '\n' && this.points[at + 1] === '\n')) {
        if (at > start) {
          found.push({start, end: at});
        }
        start = at + 2;
        at++;
      }
    }
    return found;
  }
}
