"""The demonstration world: its sites as sites/*.toml tell them, turned into pages and feeds. Standard library only."""
import dataclasses
import datetime
import email.utils
import html
import json
import pathlib
import re
import string
import tomllib
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
NOTICE = "A demonstration site of vigie. The text is invented; no such event took place."
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
FEED_TYPES = {"rss2": "application/rss+xml", "rss1": "application/rdf+xml", "atom": "application/atom+xml",
              "json": "application/feed+json", "listing": "text/html"}


@dataclasses.dataclass
class Article:
    number: int  # unique over all sites
    path: str
    title: str
    summary: str
    paragraphs: list
    author: str
    section: str
    language: str
    at: datetime.datetime
    story: str  # key of the event it tells, empty for news that a digest leaves out


@dataclasses.dataclass
class Site:
    facts: dict  # the TOML as it is
    articles: list

    @property
    def host(self):
        return self.facts["host"]

    @property
    def encoding(self):
        return self.facts.get("charset", "utf-8")

    def url(self, path):
        return f"http://{self.host}{path}"


def moment(day, fraction, now):
    """A time of today that has passed already, whatever the hour: that fraction of the day so far. Or one of yesterday."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if day == "today":
        return midnight + datetime.timedelta(seconds=int((now - midnight).total_seconds() * fraction))
    return midnight - datetime.timedelta(days=1) + datetime.timedelta(seconds=int(86400 * fraction))


def load(now, folder=HERE / "sites"):
    """All sites, articles newest first. `now` is an aware UTC time; every date of the world is relative to it."""
    sites = []
    number = 4200
    for file in sorted(folder.glob("*.toml")):
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
        articles = []
        for row in facts.get("article", []):
            number += 7
            at = moment(row["day"], row["at"], now)
            path = facts["path"].format(slug=row["slug"], n=number, ymd=at.strftime("%Y%m%d"))
            articles.append(Article(number, path, row["title"], row["summary"], row["text"].strip().split("\n\n"),
                                    row.get("author", ""), row["section"], row.get("language", facts["language"]), at,
                                    row.get("story", "")))
        sites.append(Site(facts, sorted(articles, key=lambda a: a.at, reverse=True)))
    return sites


def links(site, articles):
    return "".join(f'<li><a href="{html.escape(a.path)}">{html.escape(a.title)}</a></li>' for a in articles)


def json_ld(site, article):
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
                       "description": article.summary, "datePublished": article.at.isoformat(),
                       "inLanguage": article.language, "author": [{"@type": "Person", "name": article.author}],
                       "publisher": {"@type": "Organization", "name": site.facts["publisher"]},
                       "mainEntityOfPage": site.url(article.path)}, ensure_ascii=False).replace("</", "<\\/")


def page(site, article):
    """An article's page as the site's template lays it out, in the site's encoding."""
    words = site.facts["words"]
    others = [a for a in site.articles if a is not article]
    nav = "".join(f'<li><a href="/#{i}">{html.escape(name)}</a></li>' for i, name in enumerate(site.facts["nav"]))
    escaped = {"title": article.title, "summary": article.summary, "author": article.author,
               "section": article.section, "publisher": site.facts["publisher"], "url": site.url(article.path),
               "feed_url": site.url(site.facts["feed_path"]), "share": words["share"], "cookies": words["cookies"],
               "accept": words["accept"], "newsletter": words["newsletter"], "related_label": words["related"],
               "latest_label": words["latest"], "notice": NOTICE}
    fields = {key: html.escape(value) for key, value in escaped.items()}
    fields |= {"lang": article.language, "charset": site.encoding, "iso": article.at.isoformat(),
               "dir": "rtl" if article.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
               "date": article.at.strftime(site.facts["date_format"]), "time": article.at.strftime("%H:%M"),
               "year": article.at.strftime("%Y"), "number": article.number, "nav": nav,
               "nav_inline": " | ".join(html.escape(name) for name in site.facts["nav"]),
               "related": links(site, others[:2]), "latest": links(site, site.articles[:4]),
               "paragraphs": "\n".join(f"<p>{html.escape(p, quote=False)}</p>" for p in article.paragraphs),
               "breaks": "<br><br>\n".join(html.escape(p, quote=False) for p in article.paragraphs),
               "feed_type": FEED_TYPES[site.facts["feed"]], "jsonld": json_ld(site, article)}
    template = (HERE / "templates" / f"{site.facts['template']}.html").read_text(encoding="utf-8")
    return string.Template(template).substitute(fields).encode(site.encoding, "xmlcharrefreplace")


def front_page(site):
    """Dated headlines: the home page, and what a site without a feed is polled by."""
    rows = "".join(f'<tr><td>{a.number}</td><td class="subject"><a href="{html.escape(a.path)}">{html.escape(a.title)}'
                   f'</a></td><td class="date">{a.at.strftime(site.facts["date_format"])}</td></tr>'
                   for a in site.articles)
    nav = "".join(f'<li><a href="/#{i}">{html.escape(name)}</a></li>' for i, name in enumerate(site.facts["nav"]))
    body = (f'<!DOCTYPE html><html lang="{site.facts["language"]}"><head><meta charset="{site.encoding}">'
            f'<title>{html.escape(site.facts["publisher"])}</title></head><body><ul class="menu">{nav}</ul>'
            f'<table class="board-list"><tbody>{rows}</tbody></table><div class="paging"><a href="?page=2">2</a> '
            f'<a href="?page=3">3</a></div><footer>{NOTICE}</footer></body></html>')
    return body.encode(site.encoding, "xmlcharrefreplace")


def rss2(site):
    items = []
    for a in site.articles:
        content = ""
        if site.facts.get("feed_content"):
            text = "".join(f"<p>{html.escape(p, quote=False)}</p>" for p in a.paragraphs)
            content = f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        items.append(f"<item><title>{escape(a.title)}</title><link>{escape(site.url(a.path))}</link>"
                     f'<guid isPermaLink="false">{site.host}-{a.number}</guid><description>{escape(a.summary)}</description>'
                     f"<category>{escape(a.section)}</category><dc:creator>{escape(a.author)}</dc:creator>{content}"
                     f"<pubDate>{email.utils.format_datetime(a.at)}</pubDate></item>")
    return (f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f'<title>{escape(site.facts["publisher"])}</title><link>{site.url("/")}</link>'
            f'<description>{NOTICE}</description><language>{site.facts["language"]}</language><ttl>15</ttl>\n'
            + "\n".join(items) + "\n</channel></rss>")


def rss1(site):
    urls = [escape(site.url(a.path)) for a in site.articles]
    items = "\n".join(f'<item rdf:about="{url}"><title>{escape(a.title)}</title><link>{url}</link>'
                      f"<description>{escape(a.summary)}</description><dc:date>{a.at.isoformat()}</dc:date>"
                      f"<dc:language>{a.language}</dc:language></item>" for url, a in zip(urls, site.articles))
    order = "".join(f'<rdf:li rdf:resource="{url}"/>' for url in urls)
    return (f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="{site.url(site.facts["feed_path"])}">'
            f'<title>{escape(site.facts["publisher"])}</title><link>{site.url("/")}</link><description>{NOTICE}'
            f"</description><items><rdf:Seq>{order}</rdf:Seq></items></channel>\n{items}\n</rdf:RDF>")


def atom(site):
    entries = "\n".join(
        f'<entry xml:lang="{a.language}"><id>tag:{site.host},{a.at.strftime("%Y-%m-%d")}:{a.number}</id>'
        f'<title>{escape(a.title)}</title><link rel="alternate" href="{escape(site.url(a.path))}"/>'
        f"<published>{a.at.isoformat()}</published><updated>{a.at.isoformat()}</updated>"
        f'<summary type="html">{escape(html.escape(a.summary, quote=False))}</summary>'
        f'<category term="{escape(a.section)}"/></entry>' for a in site.articles)
    return (f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.facts["language"]}"><id>{site.url("/")}</id>'
            f'<title>{escape(site.facts["publisher"])}</title><link rel="self" href="{site.url(site.facts["feed_path"])}"/>'
            f"<updated>{site.articles[0].at.isoformat()}</updated><author><name>{escape(site.facts['publisher'])}</name>"
            f"</author>\n{entries}\n</feed>")


def json_feed(site):
    items = [{"id": str(a.number), "url": site.url(a.path), "title": a.title, "summary": a.summary,
              "date_published": a.at.isoformat(), "language": a.language, "authors": [{"name": a.author}],
              "tags": [a.section]} for a in site.articles]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": site.facts["publisher"],
                       "home_page_url": site.url("/"), "feed_url": site.url(site.facts["feed_path"]),
                       "description": NOTICE, "items": items}, ensure_ascii=False, indent=1)


def feed(site):
    """The site's feed in its own format and encoding."""
    kind = site.facts["feed"]
    if kind == "listing":
        return front_page(site)
    if kind == "json":
        return json_feed(site).encode()
    text = {"rss2": rss2, "rss1": rss1, "atom": atom}[kind](site)
    return f'<?xml version="1.0" encoding="{site.encoding}"?>\n{text}\n'.encode(site.encoding, "xmlcharrefreplace")


def catalogue(sites):
    """The sources file for vigie. A site that moved stands here with its old address."""
    rows = []
    for site in sites:
        f = site.facts
        host = f.get("moved_from", f["host"])
        row = [f'id = "{f["id"]}"', f'url = "http://{host}{f["feed_path"]}"', f'publisher = "{f["publisher"]}"',
               f'country = "{f["country"]}"', f'language = "{f["language"]}"', f'authority = "{f["authority"]}"']
        if f["feed"] == "listing":
            row.append('kind = "listing"')
        if "fetch" in f:
            row.append(f'fetch = "{f["fetch"]}"')
        row.append('evidence = "script/demo_sites"')
        rows.append("[[source]]\n" + "\n".join(row) + "\n")
    return "\n".join(rows)


def configuration(sites, port):
    """vigie.toml for the world served on 127.0.0.1:`port`."""
    hosts = sorted({s.host for s in sites} | {s.facts["moved_from"] for s in sites if "moved_from" in s.facts})
    connect = "".join(f'  "{host}:80:127.0.0.1:{port}",\n' for host in hosts)
    template = (HERE / "vigie.toml").read_text(encoding="utf-8")
    return re.sub(r"^connect_to = .*$", f"connect_to = [\n{connect}]", template, flags=re.M)


def truth(sites):
    """One row an article: what a digest must hold (story set) and leave out (story empty)."""
    return [{"url": s.url(a.path), "source": s.facts["id"], "language": a.language, "title": a.title, "story": a.story}
            for s in sites for a in s.articles]
