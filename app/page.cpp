#include "app/page.h"

#include "digest/outside_text.h"

namespace vigie {
namespace {

constexpr std::string_view k_style = R"css(
html { background: #f4f2ed; color: #1d2327; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 56rem; padding: 0 1.25rem 3rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Georgia, "Noto Serif", "Liberation Serif", "DejaVu Serif", serif; line-height: 1.25; }
h1 { font-size: 1.7rem; margin: 1.4rem 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .7rem; }
h3 { font-size: 1.08rem; margin: 0; }
a { color: #0b4f83; text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid #b3541e; outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; padding: 1.1rem 0 .9rem; border-bottom: 3px double #1d2327; }
.brand { font-weight: 700; letter-spacing: .18em; text-transform: uppercase; color: #7d3a12; text-decoration: none; font-size: .9rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: 0; padding: 0; font-size: .92rem; }
form { display: flex; flex: 1 1 18rem; gap: .5rem; min-width: 0; }
input { flex: 1; min-width: 0; font: inherit; padding: .35rem .6rem; border: 1px solid #767d82; border-radius: .3rem; background: #fff; color: inherit; }
button { font: inherit; padding: .35rem .9rem; border: 1px solid #0b4f83; border-radius: .3rem; background: #0b4f83; color: #fff; cursor: pointer; }
.hits, .timeline { list-style: none; margin: 1rem 0; padding: 0; }
.hits > li, .timeline > li { background: #fff; border: 1px solid #ddd8cc; border-radius: .5rem; padding: .85rem 1.1rem; margin: 0 0 .8rem; }
.timeline > li { border-inline-start: .35rem solid #6b7379; }
.timeline > .accusation, .timeline > .indictment, .timeline > .sanction { border-inline-start-color: #a3261f; }
.timeline > .denial, .timeline > .response { border-inline-start-color: #1f5fa3; }
.hits p, .timeline p { margin: .3rem 0 0; }
.facts, .note { color: #4e575d; font-size: .9rem; }
.tag { font: 700 .72rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; color: #4e575d; border: 1px solid #b9b3a6; border-radius: .25rem; padding: 0 .35rem; }
mark { background: #ffe08a; color: inherit; padding: 0 .1em; }
blockquote { margin: .5rem 0 0; padding: .1rem .9rem; border-inline-start: 3px solid #cbc5b8; font-size: .95rem; }
blockquote p { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #ddd8cc; }
pre { white-space: pre-wrap; }
.more { display: flex; justify-content: space-between; }
.wrong { background: #fdf3dc; border-radius: .35rem; padding: .6rem .9rem; }
footer { border-top: 1px solid #cbc5b8; margin-top: 2.4rem; padding-top: .4rem; font-size: .88rem; color: #4e575d; }
@media (max-width: 34rem) {
  body { padding: 0 .8rem 2rem; }
  thead { display: none; }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid #ddd8cc; }
  th, td { display: block; border: 0; padding: .05rem 0; }
}
@media (prefers-color-scheme: dark) {
  html { background: #14181b; color: #e4e6e7; }
  a { color: #8cc4f2; }
  .brand { color: #f0a878; }
  header { border-color: #e4e6e7; }
  .facts, .note, .tag, footer { color: #aab3b9; }
  .hits > li, .timeline > li, input { background: #1e2428; border-color: #4b545a; }
  button { background: #8cc4f2; border-color: #8cc4f2; color: #14181b; }
  mark { background: #6b5300; }
  th, td, tr { border-color: #343c41; }
  .wrong { background: #3a2f17; }
}
@media print {
  html, .hits > li, .timeline > li { background: #fff; color: #000; }
  nav, form { display: none; }
}
)css";

}  // namespace

Page& Page::text(std::string_view text, std::size_t limit) {
  html_ += digest::html_text(digest::clean_line(text, limit));
  return *this;
}

Page& Page::paragraphs(std::string_view text, std::size_t limit) {
  const std::string clean = digest::clean_paragraphs(text, limit);
  for (std::string_view rest = clean; !rest.empty();) {
    const std::size_t end = rest.find("\n\n");
    html_ += "<p>" + digest::html_text(rest.substr(0, end)) + "</p>\n";
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  return *this;
}

Page& Page::link(std::string_view url, std::string_view text) {
  const std::string safe = digest::safe_link(url);
  if (safe.empty()) return this->text(text);
  html_ += "<a href=\"" + digest::html_text(safe) + "\" rel=\"noopener noreferrer nofollow external\">";
  this->text(text);
  html_ += "</a>";
  return *this;
}

Page& Page::query_value(std::string_view value) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (plain) {
      html_ += c;
    } else {
      html_ += {'%', k_hex[byte >> 4], k_hex[byte & 15]};
    }
  }
  return *this;
}

std::string whole_page(std::string_view title, std::string_view query, const Page& body) {
  Page page;
  page.markup(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<title>)");
  page.text(title).markup(R"( - vigie</title>
</head>
<body>
<header>
<a class="brand" href="/">vigie</a>
<nav aria-label="Pages"><ul><li><a href="/stories">Stories</a></li><li><a href="/digests">Digests</a></li><li><a href="/sources">Sources</a></li></ul></nav>
<form action="/search" method="get" role="search"><input type="search" name="q" aria-label="Search the archive" placeholder="state:cn victim:be since:30d" value=")");
  page.text(query, 1000).markup("\"><button>Search</button></form>\n</header>\n<main>\n");
  page.part(body);
  page.markup(
      "</main>\n<footer><p>Each statement is what its speaker says, not a finding of fact.</p></footer>\n</body>\n"
      "</html>\n");
  return page.html();
}

std::string_view page_style() { return k_style; }

}  // namespace vigie
