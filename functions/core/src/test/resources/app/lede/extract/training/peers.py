"""What other extractors take a page's article to be, for label_pages.py: peers.py FOLDER OUT.jsonl

FOLDER holds gold.jsonl (id, file, url) and the pages, gzipped. Needs trafilatura, resiliparse, readability-lxml, jusText,
newspaper4k, goose3.
"""
import gzip,json,logging,sys,warnings
from concurrent.futures import ProcessPoolExecutor
import goose3,justext,lxml.html,newspaper,readability,trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
warnings.filterwarnings('ignore'); logging.disable(logging.CRITICAL)
def decoded(raw):
    for name in ('utf-8',detect_encoding(raw)):
        try: return raw.decode(name)
        except (UnicodeDecodeError,LookupError): pass
    return raw.decode('utf-8','replace')
def article(html,url):
    a=newspaper.Article(url or 'http://page.example/',fetch_images=False); a.download(input_html=html); a.parse(); return a.text
PEERS=dict(
    trafilatura=lambda h,u: trafilatura.extract(h,include_comments=False),
    precise=lambda h,u: trafilatura.extract(h,include_comments=False,favor_precision=True),
    complete=lambda h,u: trafilatura.extract(h,include_comments=False,favor_recall=True),
    resiliparse=lambda h,u: extract_plain_text(h,main_content=True),
    readability=lambda h,u: ' '.join(lxml.html.fromstring(readability.Document(h).summary()).itertext()),
    justext=lambda h,u: '\n'.join(p.text for p in justext.justext(h,justext.get_stoplist('English')) if not p.is_boilerplate),
    newspaper=article,
    goose=lambda h,u: goose3.Goose({'enable_image_fetching':False}).extract(raw_html=h).cleaned_text)
def texts(page):
    folder,g=page; html=decoded(gzip.open(folder+'/'+g['file']).read()); out=dict(id=g['id'])
    for name,peer in PEERS.items():
        try: out[name]=peer(html,g.get('url')) or ''
        except Exception: out[name]='' # A peer that fails on a page has no opinion on it.
    return out
if __name__=='__main__':
    folder,out=sys.argv[1:3]; pages=[json.loads(l) for l in open(folder+'/gold.jsonl')]
    with ProcessPoolExecutor() as pool, open(out,'w') as f:
        for i,o in enumerate(pool.map(texts,[(folder,g) for g in pages if g.get('articleBody')],chunksize=8)):
            f.write(json.dumps(o)+'\n')
            if i%100==99: print(i+1,flush=True)
